import { useMutation } from '@tanstack/react-query';
import type { JobFilter } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { useShowFailure, useShowSaved } from '../../use-toasts.ts';

/** Saves the jobs that match as a table, or with their profiles. */
export function HistoryMenu({ filter }: { readonly filter: JobFilter }) {
  const { t } = useMessages();
  const showSaved = useShowSaved();
  const showFailure = useShowFailure();
  const save = useMutation({
    mutationFn: (format: 'json' | 'csv') => callCommand('jobs.exportHistory', { filter, format }),
    onSuccess: showSaved,
    onError: (error) => showFailure(t('jobs.history.exportFailed'), error),
  });
  return (
    <ActionMenu
      label={t('jobs.history.export')}
      position="bottom-end"
      isBusy={save.isPending}
      actions={[
        { text: t('jobs.history.exportCsv'), onChoose: () => save.mutate('csv') },
        { text: t('jobs.history.exportJson'), onChoose: () => save.mutate('json') },
      ]}
    />
  );
}
