import type { ProfileId } from '../shared/profile.ts';
import { createStore, useStore } from './ui/store.ts';

/**
 * The selected profiles. They live outside the rows, so that filter, sort and refresh leave them alone and
 * a change renders only the rows it touches.
 */
const selected = createStore<ReadonlySet<ProfileId>>(new Set());

/** What may be done with the selection; each call notifies once. */
export const selection = {
  get: selected.get,
  subscribe: selected.subscribe,
  has: (id: ProfileId): boolean => selected.get().has(id),
  add: (ids: Iterable<ProfileId>): void => {
    const known = selected.get();
    // The constructor is several times as fast as adding one by one.
    const more = new Set(known.size === 0 ? ids : known);
    if (known.size > 0) for (const id of ids) more.add(id);
    selected.set(more);
  },
  remove: (ids: Iterable<ProfileId>): void => {
    const rest = new Set(selected.get());
    for (const id of ids) rest.delete(id);
    selected.set(rest);
  },
  replace: (ids: Iterable<ProfileId>): void => selected.set(new Set(ids)),
  clear: (): void => selected.set(new Set()),
};

/** The selected profiles; the component renders at every change. */
export function useSelection(): ReadonlySet<ProfileId> {
  return useStore(selected, (ids) => ids);
}
