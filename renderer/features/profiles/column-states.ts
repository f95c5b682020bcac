import type { ColumnState } from '../../../shared/profile-view.ts';

/** A column as the code declares it; the other parts of it do not matter here. */
interface DeclaredColumn {
  readonly key: string;
  readonly width: number;
  readonly grow: number;
  readonly isPinned?: boolean;
}

/**
 * The state of every declared column, from left to right, pinned ones first. Columns without a remembered state
 * follow with their own; states of columns that are not declared are left out.
 */
export function completeStates(
  declared: readonly DeclaredColumn[],
  remembered: readonly ColumnState[],
): readonly ColumnState[] {
  const keys = new Set(declared.map(({ key }) => key));
  const seen = new Set<string>();
  const known = remembered.filter(({ key }) => {
    if (!keys.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const missing = declared
    .filter(({ key }) => !seen.has(key))
    .map(({ key, isPinned = false }) => ({ key, width: null, isHidden: false, isPinned }));
  const states = [...known, ...missing];
  return [...states.filter(({ isPinned }) => isPinned), ...states.filter(({ isPinned }) => !isPinned)];
}

/** The columns to show, from left to right. A width that was chosen holds: such a column does not grow. */
export function toShownColumns<C extends DeclaredColumn>(
  declared: readonly C[],
  remembered: readonly ColumnState[],
): readonly C[] {
  const byKey = new Map(declared.map((column) => [column.key, column]));
  const states = completeStates(declared, remembered);
  const isAllHidden = states.every(({ isHidden }) => isHidden);
  return states.flatMap(({ key, width, isHidden, isPinned }) => {
    const column = byKey.get(key);
    if (!column || (isHidden && !isAllHidden)) return [];
    return [{ ...column, isPinned, ...(width === null ? {} : { width, grow: 0 }) }];
  });
}

/** Puts a column before or after another one; it is pinned there exactly if that one is. */
export function moveColumn(
  states: readonly ColumnState[],
  key: string,
  target: string,
  place: 'before' | 'after',
): readonly ColumnState[] {
  const moved = states.find((state) => state.key === key);
  const goal = states.find((state) => state.key === target);
  if (!moved || !goal || moved === goal) return states;
  const rest = states.filter((state) => state !== moved);
  const at = rest.indexOf(goal) + (place === 'after' ? 1 : 0);
  return rest.toSpliced(at, 0, { ...moved, isPinned: goal.isPinned });
}

/** The shown neighbour of a column on one side; undefined at the end. */
function findNeighbour(states: readonly ColumnState[], key: string, step: -1 | 1): ColumnState | undefined {
  const shown = states.filter((state) => !state.isHidden || state.key === key);
  return shown[shown.findIndex((state) => state.key === key) + step];
}

/** Changes one column. The last one that is shown cannot be hidden. */
export function changeColumn(
  states: readonly ColumnState[],
  key: string,
  change: Partial<Omit<ColumnState, 'key'>>,
): readonly ColumnState[] {
  const changed = states.map((state) => (state.key === key ? { ...state, ...change } : state));
  return changed.every(({ isHidden }) => isHidden) ? states : changed;
}

/** Puts a column on the other side of its shown neighbour; null when there is none. */
export function shiftColumn(
  states: readonly ColumnState[],
  key: string,
  step: -1 | 1,
): readonly ColumnState[] | null {
  const neighbour = findNeighbour(states, key, step);
  return neighbour ? moveColumn(states, key, neighbour.key, step < 0 ? 'before' : 'after') : null;
}
