import { createStore, type Store, useStore } from '../../ui/store.ts';
import type { GridSelection } from '../../ui/use-grid-selection.ts';

/** A selection of a grid that holds one row at most; choosing another one replaces it. */
export interface SingleSelection extends GridSelection<number> {
  readonly chosen: Store<number | null>;
}

/** Starts with nothing chosen. */
export function createSingleSelection(): SingleSelection {
  const chosen = createStore<number | null>(null);
  const ids = createStore<ReadonlySet<number>>(new Set());
  chosen.subscribe(() => {
    const id = chosen.get();
    ids.set(new Set(id === null ? [] : [id]));
  });
  return {
    chosen,
    get: ids.get,
    has: (id) => chosen.get() === id,
    add: (ids) => {
      // Of several rows at once the first one: there is one place for details.
      const [first] = ids;
      if (first !== undefined) chosen.set(first);
    },
    remove: (ids) => {
      const gone = new Set(ids);
      if (gone.has(chosen.get() ?? 0)) chosen.set(null);
    },
    clear: () => chosen.set(null),
    subscribe: chosen.subscribe,
  };
}

/** The chosen row, or null. */
export function useChosen({ chosen }: SingleSelection): number | null {
  return useStore(chosen, (id) => id);
}
