import { useMutation } from '@tanstack/react-query';
import type { JobSnapshot } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { useShowFailure, useShowSaved } from '../../use-toasts.ts';

/** Saves all profiles of a job as CSV at a place that the main process asks for, and says where. */
export function useSaveCsv(job: JobSnapshot) {
  const { t } = useMessages();
  const showSaved = useShowSaved();
  const showFailure = useShowFailure();
  return useMutation({
    mutationFn: () => callCommand('jobs.saveCsv', { jobId: job.id }),
    onSuccess: showSaved,
    onError: (error) => showFailure(t('jobs.result.saveFailed'), error),
  });
}
