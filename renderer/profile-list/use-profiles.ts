import { type QueryFunctionContext, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { ConnectionState } from '../../shared/connection.ts';
import { callCommand } from '../api.ts';
import { profileListKey } from '../known-profiles.ts';
import { createStore, useStore } from '../ui/store.ts';
import { useStableCallback } from '../ui/use-stable-callback.ts';
import { forgetOutcomes } from './live-state-store.ts';
import { indexForSearch, toSearchText } from './profile-table.ts';
import { addSlice, emptyList, type ProfileList, readProfiles } from './read-profiles.ts';

/** How far the reading under way is; null when none is. */
export interface ReadingProgress {
  readonly loaded: number;
  readonly total: number | null;
}

const progress = createStore<ReadingProgress | null>(null);

async function* readWithProgress() {
  progress.set({ loaded: 0, total: null });
  try {
    const slices = readProfiles({
      startReading: () => callCommand('profiles.startReading', {}),
      nextRows: (input) => callCommand('profiles.nextRows', input),
    });
    for await (const slice of slices) {
      progress.set({ loaded: slice.loaded, total: slice.total });
      yield slice;
    }
  } finally {
    progress.set(null);
  }
}

/** A list belongs to the address it was read from. */
function toQueryKey(connection: ConnectionState | undefined) {
  const { host, port } = connection?.address ?? { host: '', port: 0 };
  return [...profileListKey, host, port] as const;
}

/**
 * A complete list on screen stays until the new one is complete; a partial one is replaced as soon as the
 * new one has as many rows, so that the first rows appear before the last page has arrived.
 */
async function readIntoCache({ client, queryKey }: QueryFunctionContext): Promise<ProfileList> {
  let list = emptyList;
  for await (const slice of readWithProgress()) {
    list = addSlice(list, slice);
    const shown = client.getQueryData<ProfileList>(queryKey);
    if (!shown || (!shown.isComplete && list.rows.length >= shown.rows.length)) {
      client.setQueryData<ProfileList>(queryKey, list);
    }
    // So that the first key in the search box need not wait for all of them.
    requestIdleCallback(() => slice.rows.forEach(toSearchText));
  }
  requestIdleCallback(() => indexForSearch(list.rows));
  return list;
}

/** The profile list as the page needs it. */
export interface Profiles {
  readonly list: ProfileList;
  /** Null when no reading is under way. */
  readonly progress: ReadingProgress | null;
  /** Why the latest reading ended early; the rows that it or an earlier one brought stay. */
  readonly error: Error | null;
  readonly refresh: () => void;
}

/** Reads the whole list once connected, and again after a lost connection came back. */
export function useProfiles(connection: ConnectionState | undefined): Profiles {
  const queryKey = toQueryKey(connection);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: readIntoCache,
    enabled: connection?.kind === 'connected',
    gcTime: Number.POSITIVE_INFINITY,
    // Comparing 50,000 rows with their predecessors costs more than rendering those that are seen.
    structuralSharing: false,
  });
  const kind = connection?.kind;
  const wasLost = useRef(false);
  useEffect(() => {
    if (kind === 'disconnected') {
      wasLost.current = true;
    } else if (kind === 'connected' && wasLost.current) {
      wasLost.current = false;
      // A reading that began with the new connection is enough.
      void refetch({ cancelRefetch: false });
    }
  }, [kind, refetch]);
  const refresh = useStableCallback(() => {
    forgetOutcomes();
    void refetch({ cancelRefetch: false });
  });
  const list = data ?? emptyList;
  const reading = useStore(progress, (value) => value);
  return useMemo(() => ({ list, progress: reading, error, refresh }), [list, reading, error, refresh]);
}
