import { useDeferredValue, useMemo } from 'react';
import type { OpenProfile, ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { rankLiveState, useLastFailed, useOpenProfiles } from '../../profile-list/live-state-store.ts';
import { filterRows, groupRows, sortRows } from '../../profile-list/profile-table.ts';
import { useGridSetup, useProfileView } from '../../profile-list/profile-view-store.ts';

const noneOpen: ReadonlyMap<ProfileId, OpenProfile> = new Map();
const noneFailed: ReadonlySet<ProfileId> = new Set();

/**
 * The row numbers to show, and the groups they stand in when there are headings. They follow typing with a delay
 * of a render that gives way to the next key, so the search box never waits for 50,000 rows. `isSettled` is false
 * during that delay.
 */
export function useProfileOrder(currentRows: readonly ProfileRow[]) {
  const currentView = useProfileView();
  const deferredRows = useDeferredValue(currentRows);
  // The first rows must not wait: until then there would be none to show.
  const rows = deferredRows.length === 0 ? currentRows : deferredRows;
  const view = useDeferredValue(currentView);
  const isGrouped = useDeferredValue(useGridSetup().isGrouped);
  const opened = useOpenProfiles();
  const lastFailed = useLastFailed();
  // Without such a filter, opening a profile or a failure must not filter everything anew.
  const openFilter = view.openKinds.length > 0 || view.quick.includes('openNow') ? opened : noneOpen;
  const failedFilter = view.quick.includes('failedLast') ? lastFailed : noneFailed;
  const sorted = useMemo(() => sortRows(rows, view.sort, rankLiveState), [rows, view.sort]);
  const filtered = useMemo(
    () => filterRows(rows, sorted, view, openFilter, failedFilter),
    [rows, sorted, view, openFilter, failedFilter],
  );
  const { order, groups } = useMemo(
    () => (isGrouped ? groupRows(rows, filtered) : { order: filtered, groups: null }),
    [isGrouped, rows, filtered],
  );
  return { rows, order, groups, isSettled: view === currentView && rows === currentRows };
}
