import { useDeferredValue, useMemo } from 'react';
import type { OpenProfile, ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { useOpenProfiles } from './live-state-store.ts';
import { filterRows, sortRows } from './profile-table.ts';
import { useProfileView } from './profile-view-store.ts';

const noneOpen: ReadonlyMap<ProfileId, OpenProfile> = new Map();

/**
 * The row numbers to show. They follow typing with a delay of a render that gives way to the next key, so
 * the search box never waits for 50,000 rows. `isSettled` is false during that delay.
 */
export function useProfileOrder(currentRows: readonly ProfileRow[]) {
  const currentView = useProfileView();
  const deferredRows = useDeferredValue(currentRows);
  // The first rows must not wait: until then there would be none to show.
  const rows = deferredRows.length === 0 ? currentRows : deferredRows;
  const view = useDeferredValue(currentView);
  const opened = useOpenProfiles();
  // Without a filter by open state, opening a profile must not filter everything anew.
  const relevant = view.openKinds.length > 0 ? opened : noneOpen;
  const sorted = useMemo(() => sortRows(rows, view.sort), [rows, view.sort]);
  const order = useMemo(() => filterRows(rows, sorted, view, relevant), [rows, sorted, view, relevant]);
  return { rows, order, isSettled: view === currentView && rows === currentRows };
}
