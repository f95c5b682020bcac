import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../shared/settings.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';

const settingsKey = commandQuery('settings.get', {}).queryKey;

/** Saves some settings. The choice shows at once, and is taken back when it could not be saved. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: Partial<Settings>) => callCommand('settings.update', patch),
    onMutate: (patch) => {
      const before = client.getQueryData(settingsKey);
      if (before) client.setQueryData(settingsKey, { ...before, settings: { ...before.settings, ...patch } });
      return { before };
    },
    onSuccess: (view) => client.setQueryData(settingsKey, view),
    onError: (_error, _patch, context) => {
      if (context?.before) client.setQueryData(settingsKey, context.before);
    },
  });
}

/** Saves an address and probes it; the outcome is the state of the connection. */
export function useSaveAndCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (patch: Pick<Settings, 'address' | 'confirmedRemoteHost'>) => {
      client.setQueryData(settingsKey, await callCommand('settings.update', patch));
      return callCommand('connection.check', {});
    },
    onSuccess: (state) => client.setQueryData(commandQuery('connection.get', {}).queryKey, state),
  });
}
