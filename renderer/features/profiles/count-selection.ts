import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import type { ProfileList } from '../../profile-list/read-profiles.ts';

/** The selection in numbers. `selected = shown + hidden + gone`. */
export interface SelectionCounts {
  readonly selected: number;
  /** Selected and fitting search and filters. */
  readonly shown: number;
  /** Selected and hidden by search or filters, or not read yet. */
  readonly hidden: number;
  /** Selected and no longer in the list; 0 until the list is complete. */
  readonly gone: number;
}

const idsOfLists = new WeakMap<readonly ProfileRow[], readonly ProfileId[]>();

/** In one piece, made once for a list: asking 50,000 rows in the order of a sort takes several times as long. */
function listIds(rows: readonly ProfileRow[]): readonly ProfileId[] {
  const ids = idsOfLists.get(rows) ?? rows.map(({ id }) => id);
  idsOfLists.set(rows, ids);
  return ids;
}

/** Counts the selection against the whole list and the rows shown. */
export function countSelection(
  selected: ReadonlySet<ProfileId>,
  { rows, isComplete }: Pick<ProfileList, 'rows' | 'isComplete'>,
  order: Int32Array,
): SelectionCounts {
  if (selected.size === 0) return { selected: 0, shown: 0, hidden: 0, gone: 0 };
  const ids = listIds(rows);
  let shown = 0;
  // Counted: an iterator over 50,000 numbers takes as long as all the rest.
  for (let index = 0; index < order.length; index += 1) {
    const id = ids[order[index] ?? -1];
    if (id !== undefined && selected.has(id)) shown += 1;
  }
  if (shown === selected.size || !isComplete) {
    return { selected: selected.size, shown, hidden: selected.size - shown, gone: 0 };
  }
  let listed = 0;
  for (const id of ids) if (selected.has(id)) listed += 1;
  return { selected: selected.size, shown, hidden: listed - shown, gone: selected.size - listed };
}
