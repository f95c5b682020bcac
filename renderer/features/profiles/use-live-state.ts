import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConnectionState } from '../../../shared/connection.ts';
import { onEvent } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { applyJobProgress, setOpenProfiles } from './live-state-store.ts';

/** How often the opened lists are read while the window is visible, in milliseconds. */
const openedInterval = 5_000;

/** Feeds the live state of the rows. `hasFailed` holds while it is not known which profiles are open. */
export function useLiveState(connection: ConnectionState | undefined): { readonly hasFailed: boolean } {
  const isConnected = connection?.kind === 'connected';
  const { data, isError } = useQuery({
    ...commandQuery('profiles.listOpened', {}),
    enabled: isConnected,
    refetchInterval: openedInterval,
  });
  useEffect(() => {
    if (data) setOpenProfiles(data);
  }, [data]);
  useEffect(() => onEvent('jobs.progressed', applyJobProgress), []);
  return { hasFailed: isConnected && isError };
}
