import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings, SettingsView } from '../shared/settings.ts';
import { callCommand } from './api.ts';
import { commandQuery } from './command-query.ts';

const settingsKey = commandQuery('settings.get', {}).queryKey;
const savingKey = ['settings.update'] as const;

export interface SaveSettingsOptions {
  /** What could not be saved holds until the app ends, in place of being taken back. */
  readonly holdsUnsaved?: boolean;
}

/** Saves some settings. The choice shows at once, and is taken back when it could not be saved. */
export function useSaveSettings({ holdsUnsaved = false }: SaveSettingsOptions = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: savingKey,
    mutationFn: (patch: Partial<Settings>) => callCommand('settings.update', patch),
    onMutate: (patch) => {
      const before = client.getQueryData(settingsKey);
      if (before) client.setQueryData(settingsKey, { ...before, settings: { ...before.settings, ...patch } });
      return { before };
    },
    onSuccess: (view) => {
      // What was chosen since then is newer, and its own reply follows.
      if (client.isMutating({ mutationKey: savingKey }) === 1) client.setQueryData(settingsKey, view);
    },
    onError: (_error, _patch, context) => {
      if (context?.before && !holdsUnsaved) client.setQueryData(settingsKey, context.before);
    },
  });
}

/** Takes over settings of which the main process tells by itself; while some are being saved, their reply counts. */
export function takeSettings(client: QueryClient, view: SettingsView): void {
  if (client.isMutating({ mutationKey: savingKey }) === 0) client.setQueryData(settingsKey, view);
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
