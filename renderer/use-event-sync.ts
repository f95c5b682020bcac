import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onEvent } from './api.ts';
import { commandQuery } from './command-query.ts';
import { selection } from './selection.ts';
import { takeSettings } from './use-save-settings.ts';

/** Writes what the main process tells by itself into the cache of the queries that asked for it. Used once. */
export function useEventSync(): void {
  const client = useQueryClient();
  useEffect(() => {
    const settingsKey = commandQuery('settings.get', {}).queryKey;
    const unsubscribers = [
      onEvent('settings.changed', (view) => {
        const before = client.getQueryData(settingsKey)?.settings.address;
        const after = view.settings.address;
        // The same numbers are other profiles there.
        if (before && (before.host !== after.host || before.port !== after.port)) selection.clear();
        takeSettings(client, view);
      }),
      onEvent('updates.changed', (state) =>
        client.setQueryData(commandQuery('updates.get', {}).queryKey, state),
      ),
      onEvent('connection.changed', (state) =>
        client.setQueryData(commandQuery('connection.get', {}).queryKey, state),
      ),
    ];
    return () => {
      for (const unsubscribe of unsubscribers) unsubscribe();
    };
  }, [client]);
}
