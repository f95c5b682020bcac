import type { ProfileRow, ProfileSlice, UnreadableRow } from '../../shared/profile.ts';

/** One reading of the whole list, as far as it got. */
export interface ProfileList {
  readonly rows: readonly ProfileRow[];
  /** Total that the API names; null before the first page. */
  readonly total: number | null;
  readonly unreadable: readonly UnreadableRow[];
  readonly isUnstable: boolean;
  readonly isComplete: boolean;
  /** Epoch milliseconds of the newest page; null before the first one. */
  readonly asOf: number | null;
}

export const emptyList: ProfileList = {
  rows: [],
  total: null,
  unreadable: [],
  isUnstable: false,
  isComplete: false,
  asOf: null,
};

/** The two commands that a reading takes. */
export interface ReadingCommands {
  startReading(): Promise<{ readonly readingId: string }>;
  nextRows(input: { readonly readingId: string; readonly from: number }): Promise<ProfileSlice>;
}

/** Yields the list slice by slice until the reading has ended. What a command throws ends it as well. */
export async function* readProfiles({
  startReading,
  nextRows,
}: ReadingCommands): AsyncGenerator<ProfileSlice> {
  const { readingId } = await startReading();
  let from = 0;
  while (true) {
    const slice = await nextRows({ readingId, from });
    yield slice;
    from = slice.from + slice.rows.length;
    if (slice.isComplete && from >= slice.loaded) return;
  }
}

/** The list with one more slice. */
export function addSlice(list: ProfileList, slice: ProfileSlice): ProfileList {
  const positions = new Map(list.unreadable.map((row) => [row.position, row]));
  for (const row of slice.unreadable) positions.set(row.position, row);
  const read = list.rows.slice(0, slice.from).concat(slice.rows);
  const removed = new Set(slice.removed);
  return {
    rows: removed.size === 0 ? read : read.filter(({ id }) => !removed.has(id)),
    total: slice.total ?? list.total,
    unreadable: [...positions.values()].sort((a, b) => a.position - b.position),
    isUnstable: slice.isUnstable,
    isComplete: slice.isComplete && read.length >= slice.loaded,
    asOf: slice.asOf,
  };
}
