import { useMutation } from '@tanstack/react-query';
import type { JobSnapshot } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { showJobToast } from './job-toast.ts';
import { useShowFailure } from './use-job-messages.ts';

/** Saves all profiles of a job as CSV at a place that the main process asks for, and says where. */
export function useSaveCsv(job: JobSnapshot) {
  const { t } = useMessages();
  const showFailure = useShowFailure();
  return useMutation({
    mutationFn: () => callCommand('jobs.saveCsv', { jobId: job.id }),
    onSuccess: ({ savedTo }) => {
      if (savedTo === null) return;
      const file = savedTo.split(/[\\/]/).at(-1) ?? savedTo;
      showJobToast({
        tone: 'good',
        title: t('jobs.result.saved', { file }),
        closeLabel: t('jobs.tray.closeMessage'),
      });
    },
    onError: (error) => showFailure(t('jobs.result.saveFailed'), error),
  });
}
