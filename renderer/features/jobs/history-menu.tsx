import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { JobFilter } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';
import { useMessages } from '../../messages.tsx';
import { useShowFailure } from './use-job-messages.ts';
import { useSavedToast } from './use-save-csv.ts';

/** Saves the jobs that match as a table, or with their profiles. */
export function HistoryMenu({ filter }: { readonly filter: JobFilter }) {
  const { t } = useMessages();
  const showSaved = useSavedToast();
  const showFailure = useShowFailure();
  const save = useMutation({
    mutationFn: (format: 'json' | 'csv') => callCommand('jobs.exportHistory', { filter, format }),
    onSuccess: showSaved,
    onError: (error) => showFailure(t('jobs.history.exportFailed'), error),
  });
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={save.isPending}>
          {t('jobs.history.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('jobs.history.export')}>
        <Menu.Item onClick={() => save.mutate('csv')}>{t('jobs.history.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => save.mutate('json')}>{t('jobs.history.exportJson')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
