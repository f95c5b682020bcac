import type { JobSnapshot } from '../../../shared/job.ts';
import { describeCounts } from '../../cause-text.ts';
import { isFullSuccess } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useJobs } from './use-jobs.ts';

/** The jobs that tried profiles of this one again, or that undid it. */
export function useLaterJobs({ id }: JobSnapshot): readonly JobSnapshot[] {
  const { jobs = [] } = useJobs();
  return jobs.filter(({ retryOf, undoOf }) => retryOf === id || undoOf === id);
}

/** A line for each of them: what it did, or that it is under way. */
export function LaterJobs({ jobs }: { readonly jobs: readonly JobSnapshot[] }) {
  const { t } = useMessages();
  return jobs.map((job) => {
    const isUndo = job.undoOf !== null;
    const counts = describeCounts(t, job);
    return (
      <Notice key={job.id} tone={isFullSuccess(job) ? 'good' : 'info'}>
        {job.state === 'finished'
          ? t(isUndo ? 'jobs.result.undone' : 'jobs.result.retried', { counts })
          : t(isUndo ? 'jobs.result.undoneRunning' : 'jobs.result.retriedRunning', { count: job.total })}
      </Notice>
    );
  });
}
