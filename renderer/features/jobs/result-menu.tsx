import type { JobSnapshot } from '../../../shared/job.ts';
import { useMessages } from '../../messages.tsx';
import { openOperationDialog, toForm } from '../../requests/operation-request.ts';
import { openRecipeDialog } from '../../requests/recipe-request.ts';
import { selection, useSelection } from '../../selection.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';

/** What can be made of a finished job besides its list. */
export function ResultMenu({ job }: { readonly job: JobSnapshot }) {
  const { t } = useMessages();
  const count = useSelection().size;
  const { operation } = job;
  // What undoes a job belongs to that job alone.
  if (operation.kind === 'restore_group' || operation.kind === 'restore_proxy') return null;
  // Deleting is chosen anew each time, and never kept.
  if (operation.kind === 'delete') return null;
  // A supplier link has a form of its own.
  const canRunAgain = !(operation.kind === 'set_proxy' && operation.proxy.kind === 'extraction');
  const runAgain = {
    text: count === 0 ? t('jobs.result.runAgainNothing') : t('jobs.result.runAgain', { count }),
    isDisabled: count === 0,
    onChoose: () =>
      openOperationDialog({
        form: toForm(operation.kind),
        profileIds: [...selection.get()],
        preset: operation,
      }),
  };
  return (
    <ActionMenu
      label={t('jobs.result.more')}
      actions={[
        ...(canRunAgain ? [runAgain] : []),
        { text: t('jobs.result.saveRecipe'), onChoose: () => openRecipeDialog(operation) },
      ]}
    />
  );
}
