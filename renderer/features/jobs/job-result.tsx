import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { JobSnapshot } from '../../../shared/job.ts';
import { describeEarlyEnd, describeSubject } from '../../cause-text.ts';
import { explainedStates, isFullSuccess, listCountParts } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { needsTypedCount } from '../../start-job/plan-run.ts';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { useShowFailure } from '../../use-toasts.ts';
import { groupByCause, listRetryIds } from './group-by-cause.ts';
import { LaterJobs, useLaterJobs } from './later-jobs.tsx';
import { ResultGroups } from './result-groups.tsx';
import { ResultMenu } from './result-menu.tsx';
import { RetryDialog } from './retry-dialog.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { useJobItems } from './use-job-items.ts';
import { type RetryRequest, useRetry } from './use-retry.ts';
import { useSaveCsv } from './use-save-csv.ts';
import './job-result.css';

export interface JobResultProps {
  /** A finished job. */
  readonly job: JobSnapshot;
  /** Not given where the result cannot be put away. */
  readonly onDismiss?: () => void;
  /** In the tray the details can be folded away and scroll by themselves. */
  readonly isInTray?: boolean;
  /** In the tray: the details are folded away until they are asked for. */
  readonly isFolded?: boolean;
}

/** What became of a job: counts first, then the profiles that were not done, by cause, failures on top. */
export function JobResult({ job, onDismiss, isInTray = false, isFolded = false }: JobResultProps) {
  const { t, language } = useMessages();
  const errorText = useErrorText();
  const showFailure = useShowFailure();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? !isFolded;
  const [isUndoing, setIsUndoing] = useState(false);
  const [asked, setAsked] = useState<RetryRequest | null>(null);
  const items = useJobItems(job, explainedStates, !isFullSuccess(job));
  const saveCsv = useSaveCsv(job);
  const { retry, startedTargets } = useRetry(job, (error) =>
    showFailure(t('jobs.result.retryFailed'), error),
  );

  const laterJobs = useLaterJobs(job);
  const groups = groupByCause(items.data ?? []);
  const retryIds = listRetryIds(groups, job.operation.kind);
  const kind = job.operation.kind;
  const subject = describeSubject(t, job);
  const endedBy = describeEarlyEnd(t, language, job);

  const askOrRetry = (request: RetryRequest) => {
    if (request.closeOpened || needsTypedCount(kind, request.profileIds.length)) setAsked(request);
    else retry(request, null);
  };

  return (
    <section
      className="job-result"
      aria-label={t('jobs.result.label', { subject })}
      data-in-tray={isInTray || undefined}
    >
      <header className="job-result__header">
        <div className="job-result__counts">
          {isInTray && <h2 className="job-result__subject">{subject}</h2>}
          {listCountParts(job).map(({ key, count, tone }) => (
            <Status key={key} tone={tone} text={t(key, { count })} />
          ))}
        </div>
        <div className="job-result__buttons">
          {retryIds.length > 0 && (
            <Button
              // After a retry it is no longer the next thing to do.
              variant={laterJobs.some(({ retryOf }) => retryOf === job.id) ? 'default' : 'filled'}
              disabled={startedTargets.has('all')}
              onClick={() => askOrRetry({ target: 'all', profileIds: retryIds, closeOpened: false })}
            >
              {t('jobs.result.retry', { count: retryIds.length })}
            </Button>
          )}
          <Button variant="default" loading={saveCsv.isPending} onClick={() => saveCsv.mutate()}>
            {t('jobs.result.save')}
          </Button>
          {job.canUndo && (
            <Button variant="default" onClick={() => setIsUndoing(true)}>
              {t('jobs.result.undo')}
            </Button>
          )}
          <ResultMenu job={job} />
          {isInTray && (
            <ActionIcon
              variant="default"
              size={30}
              aria-expanded={isOpen}
              aria-label={t('jobs.result.details')}
              title={t('jobs.result.details')}
              onClick={() => setChosen(!isOpen)}
            >
              {isOpen ? <IconChevronDown size={16} /> : <IconChevronUp size={16} />}
            </ActionIcon>
          )}
          {onDismiss && (
            <Button variant="default" onClick={onDismiss}>
              {t('jobs.result.dismiss')}
            </Button>
          )}
        </div>
      </header>
      {isOpen && (
        <div className="job-result__details">
          <LaterJobs jobs={laterJobs} />
          {endedBy && (
            <Notice tone="bad">
              <strong>{endedBy.title}</strong> {endedBy.step} <small>{endedBy.code}</small>
            </Notice>
          )}
          {items.isLoading && <Skeleton height={64} aria-label={t('jobs.result.loading')} />}
          {items.error && (
            <Notice
              tone="bad"
              actions={
                <Button variant="default" onClick={() => void items.refetch()}>
                  {t('jobs.clear.tryAgain')}
                </Button>
              }
            >
              {t('jobs.result.loadFailed')} {errorText(items.error).body}{' '}
              <small>{errorText(items.error).code}</small>
            </Notice>
          )}
          <ResultGroups job={job} groups={groups} startedTargets={startedTargets} onRetry={askOrRetry} />
        </div>
      )}
      <UndoDialog job={job} opened={isUndoing} onClose={() => setIsUndoing(false)} />
      <RetryDialog request={asked} kind={kind} onConfirm={retry} onClose={() => setAsked(null)} />
    </section>
  );
}
