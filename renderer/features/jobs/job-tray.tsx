import { Anchor, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { JobSnapshot } from '../../../shared/job.ts';
import { isToldByMessage } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { goTo, type Place, usePlace } from '../../navigation.ts';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { dismissResult, useWaitingResults } from './dismissed-results.ts';
import { JobProgress } from './job-progress.tsx';
import { JobResult } from './job-result.tsx';
import { useJobMessages } from './use-job-messages.ts';
import { useJobEvents, useJobs } from './use-jobs.ts';
import './job-tray.css';

/** Jobs that are shown with their bar; the others that wait are counted. */
const shownJobs = 3;

/**
 * The bottom of the window while jobs run or a result waits to be looked at. It never covers the page. It
 * also keeps the list of jobs up to date, so it stays mounted on every page.
 */
export function JobTray() {
  const { t } = useMessages();
  const errorText = useErrorText();
  const place = usePlace();
  const { jobs, error, refetch } = useJobs();
  useJobEvents();
  useJobMessages(jobs);

  // The oldest job runs first, the list holds the newest first.
  const active = (jobs ?? []).filter((job) => job.state !== 'finished').toReversed();
  const shown = active.slice(0, shownJobs);
  const results = useWaitingResults(jobs ?? []).filter(
    (job) => !isToldByMessage(job) && !(place.page === 'jobs' && place.jobId === job.id),
  );
  const [result, ...olderResults] = results;
  const toJobs = () => goTo({ page: 'jobs', jobId: null });

  // The Jobs page says so itself.
  const isUnread = error !== null && !jobs && place.page !== 'jobs';
  if (!isUnread && active.length === 0 && !result) return null;
  return (
    <section className="job-tray" aria-label={t('jobs.tray.label')}>
      {isUnread && (
        <Notice
          tone="bad"
          actions={
            <Button variant="default" onClick={refetch}>
              {t('jobs.clear.tryAgain')}
            </Button>
          }
        >
          {t('jobs.page.loadFailed')} {errorText(error).body} <small>{errorText(error).code}</small>
        </Notice>
      )}
      {result && <TrayResult key={result.id} job={result} page={place.page} />}
      {olderResults.length > 0 && (
        <Anchor component="button" type="button" className="job-tray__more" onClick={toJobs}>
          {t('jobs.tray.moreResults', { count: olderResults.length })}
        </Anchor>
      )}
      {shown.map((job) => (
        <JobProgress key={job.id} job={job} />
      ))}
      {active.length > shown.length && (
        <Anchor component="button" type="button" className="job-tray__more" onClick={toJobs}>
          {t('jobs.tray.more', { count: active.length - shown.length })}
        </Anchor>
      )}
    </section>
  );
}

/**
 * A result. Where it came up it stands open; to other pages, and in a low window to every page, it leaves the room
 * until it is asked for.
 */
function TrayResult({ job, page }: { readonly job: JobSnapshot; readonly page: Place['page'] }) {
  const [cameUpOn] = useState(page);
  const isLow = useMediaQuery('(max-height: 560px)', undefined, { getInitialValueInEffect: false });
  return (
    <JobResult
      job={job}
      onDismiss={() => dismissResult(job.id)}
      isInTray
      isFolded={isLow || page !== cameUpOn}
    />
  );
}
