import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { JobSnapshot } from '../../../shared/job.ts';
import { jobStateWords } from '../../../shared/messages/job-words.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { describeCounts, describeSubject } from '../../cause-text.ts';
import { countSettled, isFullSuccess } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { Status } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useFormats } from '../../use-formats.ts';
import { JobProgress } from './job-progress.tsx';
import { JobResult } from './job-result.tsx';

export interface JobEntryProps {
  readonly job: JobSnapshot;
  /** The job that this one tries again or undoes, where it is still known. */
  readonly earlier: JobSnapshot | null;
  readonly isOpen: boolean;
}

/** One job in the list: a line that opens to its result. */
export function JobEntry({ job, earlier, isOpen }: JobEntryProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const contentId = useId();
  const entry = useRef<HTMLLIElement>(null);
  const { text, tone } = describeState(job);
  const describeTime = (ms: number) =>
    ms < 1_000 ? t('jobs.page.tookAMoment') : t('jobs.page.took', { duration: formats.duration(ms) });

  useEffect(() => {
    if (isOpen) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  return (
    <li ref={entry} className="job-entry" data-open={isOpen || undefined}>
      <h2 className="job-entry__heading">
        <button
          type="button"
          className="job-entry__line"
          aria-expanded={isOpen}
          aria-controls={isOpen ? contentId : undefined}
          onClick={() => goTo({ page: 'jobs', jobId: isOpen ? null : job.id })}
        >
          <IconChevronRight className="job-entry__chevron" size={16} aria-hidden="true" />
          <span className="job-entry__subject">{describeSubject(t, job)}</span>
          <span className="job-entry__state">
            <Status tone={tone} text={t(text)} />
          </span>
          <span className="job-entry__counts">
            {job.state === 'finished'
              ? !isOpen && describeCounts(t, job)
              : t('jobs.tray.settled', { settled: countSettled(job.counts), total: job.total })}
          </span>
          <span className="job-entry__time">{formats.dateTime(job.startedAt ?? job.createdAt)}</span>
          <span className="job-entry__time">
            {job.startedAt !== null && job.finishedAt !== null
              ? describeTime(job.finishedAt - job.startedAt)
              : null}
          </span>
        </button>
      </h2>
      {earlier && (
        <p className="job-entry__relation">
          {t(job.undoOf === null ? 'jobs.page.retryOf' : 'jobs.page.undoOf', {
            time: formats.dateTime(earlier.createdAt),
          })}
        </p>
      )}
      {isOpen && (
        <div id={contentId} className="job-entry__content">
          {job.state === 'finished' ? <JobResult job={job} /> : <JobProgress job={job} />}
        </div>
      )}
    </li>
  );
}

function describeState(job: JobSnapshot): { readonly text: MessageKey; readonly tone: Tone } {
  if (job.state === 'paused') return { text: jobStateWords.paused, tone: 'warning' };
  if (job.state !== 'finished') return { text: jobStateWords[job.state], tone: 'info' };
  if (isFullSuccess(job)) return { text: jobStateWords.finished, tone: 'good' };
  if (job.pauseReason !== null || job.counts.cancelled > 0) {
    return { text: 'jobs.state.endedEarly', tone: 'warning' };
  }
  const hasFailures = job.counts.failed + job.counts.uncertain > 0;
  return { text: 'jobs.state.notAllDone', tone: hasFailures ? 'bad' : 'neutral' };
}
