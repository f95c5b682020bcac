import type { ProfileId, ProfileRow } from '../shared/profile.ts';
import { createStore, useStore } from './ui/store.ts';

/** The rows of the profile grid, and their numbers in the order in which it shows them. */
interface ShownProfiles {
  readonly rows: readonly ProfileRow[];
  readonly order: Int32Array;
}

const shown = createStore<ShownProfiles>({ rows: [], order: new Int32Array() });

/** Told by the grid whenever what it shows changes. */
export function setShownProfiles(profiles: ShownProfiles): void {
  shown.set(profiles);
}

/** A profile as the grid knows it, and its neighbours in the order shown; null where there is none. */
export interface ProfileAround {
  readonly row: ProfileRow | null;
  readonly previous: ProfileId | null;
  readonly next: ProfileId | null;
}

/** The profile with this number and its neighbours. */
export function useProfileAround(id: ProfileId | null): ProfileAround {
  const { rows, order } = useStore(shown, (value) => value);
  if (id === null) return { row: null, previous: null, next: null };
  const idAt = (position: number) => rows[order[position] ?? -1]?.id ?? null;
  const position = order.findIndex((index) => rows[index]?.id === id);
  if (position === -1) return { row: rows.find((row) => row.id === id) ?? null, previous: null, next: null };
  return {
    row: rows[order[position] ?? -1] ?? null,
    previous: idAt(position - 1),
    next: idAt(position + 1),
  };
}
