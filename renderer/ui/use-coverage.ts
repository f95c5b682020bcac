import { useMemo, useSyncExternalStore } from 'react';
import { useAfterPaint } from './use-after-paint.ts';
import { type GridSelectionInput, readCoverage } from './use-grid-selection.ts';

/**
 * How many of the rows are selected, `getIdAt` being the same function as long as the rows are. It follows the
 * selection a frame later, so that the boxes of 50,000 rows are not asked before the change is seen.
 */
export function useCoverage<Id>({ count, getIdAt, selection }: GridSelectionInput<Id>) {
  const current = useSyncExternalStore(selection.subscribe, selection.get);
  const ids = useAfterPaint(current);
  return useMemo(
    () => (ids.size === 0 ? 'none' : readCoverage({ count, getIdAt, selection: ids })),
    [count, getIdAt, ids],
  );
}
