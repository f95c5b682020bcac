import type { JobSnapshot } from '../../../shared/job.ts';
import { describeCounts } from '../../cause-text.ts';
import { isFullSuccess } from '../../job-counts.ts';
import { useMessages } from '../../messages.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useJobs } from './use-jobs.ts';

/** The jobs that tried profiles of this one again, or that undid it. */
export function LaterJobs({ job }: { readonly job: JobSnapshot }) {
  const { t } = useMessages();
  const { jobs = [] } = useJobs();
  return jobs
    .filter((later) => later.retryOf === job.id || later.undoOf === job.id)
    .map((later) => {
      const isUndo = later.undoOf === job.id;
      const counts = describeCounts(t, later);
      return (
        <Notice key={later.id} tone={isFullSuccess(later) ? 'good' : 'info'}>
          {later.state === 'finished'
            ? t(isUndo ? 'jobs.result.undone' : 'jobs.result.retried', { counts })
            : t(isUndo ? 'jobs.result.undoneRunning' : 'jobs.result.retriedRunning', { count: later.total })}
        </Notice>
      );
    });
}
