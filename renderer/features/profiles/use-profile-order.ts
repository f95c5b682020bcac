import { useDeferredValue, useMemo, useRef } from 'react';
import type { OpenProfile, ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { rankLiveState, useLastFailed, useOpenProfiles } from '../../profile-list/live-state-store.ts';
import { filterRows, groupRows, sortRows } from '../../profile-list/profile-table.ts';
import { useGridSetup, useProfileView } from '../../profile-list/profile-view-store.ts';

const noneOpen: ReadonlyMap<ProfileId, OpenProfile> = new Map();
const noneFailed: ReadonlySet<ProfileId> = new Set();

/** Filtering that takes no longer comes with the key that asks for it, in milliseconds. */
const promptly = 16;

/**
 * The row numbers to show, and the groups they stand in when there are headings. Where filtering takes longer than a
 * frame, or sorting is asked for, they follow with a delay of a render that gives way to the next key: the search
 * box never waits for 50,000 rows. `isSettled` is false during that delay.
 */
export function useProfileOrder(currentRows: readonly ProfileRow[]) {
  const currentView = useProfileView((view) => view);
  const deferredRows = useDeferredValue(currentRows);
  // The first rows must not wait: until then there would be none to show.
  const rows = deferredRows.length === 0 ? currentRows : deferredRows;
  const deferredView = useDeferredValue(currentView);
  const lastFiltering = useRef(0);
  const view = lastFiltering.current > promptly ? deferredView : currentView;
  const sort = useDeferredValue(currentView.sort);
  const isGrouped = useDeferredValue(useGridSetup().isGrouped);
  const opened = useOpenProfiles();
  const lastFailed = useLastFailed();
  // Without such a filter, opening a profile or a failure must not filter everything anew.
  const openFilter = view.openKinds.length > 0 || view.quick.includes('openNow') ? opened : noneOpen;
  const failedFilter = view.quick.includes('failedLast') ? lastFailed : noneFailed;
  const sorted = useMemo(() => sortRows(rows, sort, rankLiveState), [rows, sort]);
  const filtered = useMemo(() => {
    const startedAt = performance.now();
    const numbers = filterRows(rows, sorted, view, openFilter, failedFilter);
    lastFiltering.current = performance.now() - startedAt;
    return numbers;
  }, [rows, sorted, view, openFilter, failedFilter]);
  const { order, groups } = useMemo(
    () => (isGrouped ? groupRows(rows, filtered) : { order: filtered, groups: null }),
    [isGrouped, rows, filtered],
  );
  return {
    rows,
    order,
    groups,
    isSettled: view === currentView && sort === view.sort && rows === currentRows,
  };
}
