import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type JobCheck, typedConfirmationFrom } from '../shared/job.ts';
import type { StartableOperation } from '../shared/operation.ts';
import { callCommand } from './api.ts';
import { commandQuery } from './command-query.ts';
import { type OperationRequest, openOperationDialog } from './requests/operation-request.ts';

/** From this many profiles on opening and closing asks first. */
const confirmationFrom = 10;

/** Says whether a job may start without a dialog: nothing is left out, and nothing needs a confirmation. */
export function canStartAtOnce(
  operation: StartableOperation,
  check: Pick<JobCheck, 'setApart'> & { readonly ready: { readonly length: number } },
): boolean {
  const count = check.ready.length;
  if (count === 0 || check.setApart.length > 0) return false;
  switch (operation.kind) {
    case 'open':
      // The cookies have to be entered again.
      return count < confirmationFrom && !operation.options?.cookies;
    case 'close':
      return count < confirmationFrom;
    case 'clear_cache_and_cookies':
      return count < typedConfirmationFrom;
    case 'set_proxy':
      // The login has to be entered again.
      return !('secret' in operation.proxy && operation.proxy.secret !== null);
    case 'copy':
    case 'reset_open_state':
    case 'delete':
      return false;
    case 'clear_cache':
    case 'move_to_group':
      return true;
  }
}

/**
 * Starts a request at once where that is safe, after the check before the run; everything else, a failure of
 * the check included, goes to the dialog. `isAsking` holds until one or the other has happened.
 */
export function useAskOperation() {
  const client = useQueryClient();
  // Beside the state, because the second click of a double click comes before the next rendering.
  const isSent = useRef(false);
  const mutation = useMutation({
    mutationFn: async (request: OperationRequest & { readonly preset: StartableOperation }) => {
      const { preset, closeOpened = false } = request;
      const profileIds = [...request.profileIds];
      const check = await callCommand('jobs.check', { operation: preset, profileIds });
      if (!canStartAtOnce(preset, check)) return openOperationDialog(request);
      await callCommand('jobs.start', { operation: preset, profileIds, closeOpened, typedCount: null });
      await client.invalidateQueries({ queryKey: commandQuery('jobs.list', {}).queryKey });
    },
    onError: (_error, request) => openOperationDialog(request),
    onSettled: () => {
      isSent.current = false;
    },
  });
  const startOrAsk = (request: OperationRequest & { readonly preset: StartableOperation }) => {
    if (isSent.current) return;
    isSent.current = true;
    mutation.mutate(request);
  };
  return { startOrAsk, isAsking: mutation.isPending };
}
