import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ViewDraft, ViewId } from '../../../shared/profile-view.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';

/** Saves, deletes and loads views; the list of saved views is read again afterwards. */
export function useViewChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: commandQuery('views.get', {}).queryKey });
  const save = useMutation({
    mutationFn: (draft: ViewDraft) => callCommand('views.save', draft),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: ViewId) => callCommand('views.delete', { id }),
    onSettled,
  });
  const load = useMutation({ mutationFn: () => callCommand('views.import', {}), onSettled });
  return { save, remove, load };
}
