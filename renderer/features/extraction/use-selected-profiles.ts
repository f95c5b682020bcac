import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';

/** The selected profiles as the list that was last read shows them, in its order. */
export function useSelectedProfiles(ids: readonly ProfileId[]): readonly ProfileRow[] {
  const client = useQueryClient();
  // Read once: a list that is refreshed meanwhile must not change what is being decided.
  const [rows] = useState(() => {
    const wanted = new Set(ids);
    const lists = client.getQueriesData<{ readonly rows: readonly ProfileRow[] }>({
      queryKey: ['profiles.nextRows'],
    });
    return lists.flatMap(([, list]) => list?.rows ?? []).filter(({ id }) => wanted.delete(id));
  });
  return rows;
}
