import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onEvent } from './api.ts';
import { commandQuery } from './command-query.ts';

/** Writes what the main process tells by itself into the cache of the queries that asked for it. Used once. */
export function useEventSync(): void {
  const client = useQueryClient();
  useEffect(() => {
    const unsubscribers = [
      onEvent('settings.changed', (view) => client.setQueryData(commandQuery('settings.get', {}).queryKey, view)),
      onEvent('connection.changed', (state) =>
        client.setQueryData(commandQuery('connection.get', {}).queryKey, state),
      ),
    ];
    return () => {
      for (const unsubscribe of unsubscribers) unsubscribe();
    };
  }, [client]);
}
