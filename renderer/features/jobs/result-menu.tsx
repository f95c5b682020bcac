import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { JobSnapshot } from '../../../shared/job.ts';
import { useMessages } from '../../messages.tsx';
import { openOperationDialog, toForm } from '../../operation-request.ts';
import { openRecipeDialog } from '../../recipe-request.ts';
import { selection, useSelection } from '../../selection.ts';

/** What can be made of a finished job besides its list. */
export function ResultMenu({ job }: { readonly job: JobSnapshot }) {
  const { t } = useMessages();
  const count = useSelection().size;
  const { operation } = job;
  // What undoes a job belongs to that job alone.
  if (operation.kind === 'restore_group' || operation.kind === 'restore_proxy') return null;
  // A supplier link has a form of its own.
  const canRunAgain = !(operation.kind === 'set_proxy' && operation.proxy.kind === 'extraction');
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {t('jobs.result.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('jobs.result.more')}>
        {canRunAgain && (
          <Menu.Item
            disabled={count === 0}
            onClick={() =>
              openOperationDialog({
                form: toForm(operation.kind),
                profileIds: [...selection.get()],
                preset: operation,
              })
            }
          >
            {count === 0 ? t('jobs.result.runAgainNothing') : t('jobs.result.runAgain', { count })}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => openRecipeDialog(operation)}>{t('jobs.result.saveRecipe')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
