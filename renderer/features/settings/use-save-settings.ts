import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../shared/settings.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';

/** Saves some settings; what comes back is in force at once. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: Partial<Settings>) => callCommand('settings.update', patch),
    onSuccess: (view) => client.setQueryData(commandQuery('settings.get', {}).queryKey, view),
  });
}

/** Saves an address and probes it; the outcome is the state of the connection. */
export function useSaveAndCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (patch: Pick<Settings, 'address' | 'confirmedRemoteHost'>) => {
      const view = await callCommand('settings.update', patch);
      client.setQueryData(commandQuery('settings.get', {}).queryKey, view);
      return callCommand('connection.check', {});
    },
    onSuccess: (state) => client.setQueryData(commandQuery('connection.get', {}).queryKey, state),
  });
}
