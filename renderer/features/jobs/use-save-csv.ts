import { useMutation } from '@tanstack/react-query';
import type { SavedFile } from '../../../shared/contract.ts';
import type { JobSnapshot } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { useShowFailure, useShowSuccess } from './use-job-messages.ts';

/** Saves all profiles of a job as CSV at a place that the main process asks for, and says where. */
export function useSaveCsv(job: JobSnapshot) {
  const { t } = useMessages();
  const showSaved = useSavedToast();
  const showFailure = useShowFailure();
  return useMutation({
    mutationFn: () => callCommand('jobs.saveCsv', { jobId: job.id }),
    onSuccess: showSaved,
    onError: (error) => showFailure(t('jobs.result.saveFailed'), error),
  });
}

/** Says under which name a file was saved; nothing when the dialog was cancelled. */
export function useSavedToast(): (file: SavedFile) => void {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  return ({ savedTo }) => {
    if (savedTo === null) return;
    const file = savedTo.split(/[\\/]/).at(-1) ?? savedTo;
    showSuccess(t('jobs.result.saved', { file }));
  };
}
