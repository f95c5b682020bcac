import { useQueryClient } from '@tanstack/react-query';
import type { ProfileId, ProfileRow } from '../shared/profile.ts';

/** The query under which the list of profiles is kept, whatever the address. */
export const profileListKey = ['profiles.nextRows'] as const;

/** The rows of the first few of these profiles, as the list last read shows them. */
export function useKnownProfiles(ids: readonly ProfileId[], most: number): readonly ProfileRow[] {
  const client = useQueryClient();
  const lists = client.getQueriesData<{ readonly rows: readonly ProfileRow[] }>({ queryKey: profileListKey });
  const wanted = new Set(ids);
  const found: ProfileRow[] = [];
  for (const [, list] of lists) {
    for (const row of list?.rows ?? []) {
      if (wanted.has(row.id)) found.push(row);
      if (found.length === most) return found;
    }
  }
  return found;
}
