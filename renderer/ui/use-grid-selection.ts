import { useRef } from 'react';

/** A selection that lives outside the grid, so that it survives filter, sort and refresh. */
export interface GridSelection<Id> {
  /** What is selected: another set after every change. */
  get(): ReadonlySet<Id>;
  has(id: Id): boolean;
  add(ids: Iterable<Id>): void;
  remove(ids: Iterable<Id>): void;
  clear(): void;
  subscribe(listener: () => void): () => void;
}

/** What a click or key does to the selection. Positions are places in the order shown, from 0. */
export interface GridSelecting {
  /** Turns one row and makes it the start of the next range. */
  toggle(position: number): void;
  /** Adds every row between the start of the range and this one. */
  extendTo(position: number): void;
  /** Adds every row that matches, those under a closed heading included. */
  addAll(): void;
  /** Deselects every row that matches; rows that a filter hides stay selected. */
  removeAll(): void;
  clear(): void;
}

export interface GridSelectionInput<Id> {
  readonly count: number;
  readonly getIdAt: (position: number) => Id | undefined;
  readonly selection: GridSelection<Id>;
}

/** How many of the rows shown are selected. */
export function readCoverage<Id>({
  count,
  getIdAt,
  selection,
}: Omit<GridSelectionInput<Id>, 'selection'> & { readonly selection: Pick<ReadonlySet<Id>, 'has'> }):
  | 'none'
  | 'some'
  | 'all' {
  let hasSelected = false;
  let hasOther = false;
  for (let position = 0; position < count; position += 1) {
    const id = getIdAt(position);
    if (id === undefined) continue;
    if (selection.has(id)) hasSelected = true;
    else hasOther = true;
    if (hasSelected && hasOther) return 'some';
  }
  return hasSelected ? 'all' : 'none';
}

function collectIds<Id>(getIdAt: (position: number) => Id | undefined, from: number, to: number): Id[] {
  const ids: Id[] = [];
  for (let position = from; position <= to; position += 1) {
    const id = getIdAt(position);
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

/**
 * The selection of a grid in terms of positions. The start of a range is kept by id, so sorting moves it. `listAll`
 * gives all rows that match, whatever headings stand between them or are closed.
 */
export function useGridSelection<Id>({
  count,
  getIdAt,
  selection,
  listAll,
}: GridSelectionInput<Id> & { readonly listAll: () => readonly Id[] }): GridSelecting {
  const anchor = useRef<Id | null>(null);
  const findAnchor = (): number => {
    for (let position = 0; position < count; position += 1) {
      if (getIdAt(position) === anchor.current) return position;
    }
    return -1;
  };
  const toggle = (position: number) => {
    const id = getIdAt(position);
    if (id === undefined) return;
    anchor.current = id;
    if (selection.has(id)) selection.remove([id]);
    else selection.add([id]);
  };
  const extendTo = (position: number) => {
    const start = anchor.current === null ? -1 : findAnchor();
    if (start === -1) {
      anchor.current = getIdAt(position) ?? null;
      selection.add(collectIds(getIdAt, position, position));
      return;
    }
    selection.add(collectIds(getIdAt, Math.min(start, position), Math.max(start, position)));
  };
  return {
    toggle,
    extendTo,
    addAll: () => selection.add(listAll()),
    removeAll: () => selection.remove(listAll()),
    clear: () => selection.clear(),
  };
}
