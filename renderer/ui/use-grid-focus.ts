import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { GridSelecting } from './use-grid-selection.ts';

/** The one cell of a grid that takes part in the tab order. Row -1 is the header. */
export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

interface GridFocusInput {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that fit into the window. */
  readonly getPageSize: () => number;
  readonly selecting: GridSelecting;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Says whether it has dealt with the key; then nothing else happens. */
  readonly handleFirst: (event: KeyboardEvent<HTMLElement>, active: ActiveCell) => boolean;
}

/** Finds where a key leads; null when the key moves nothing. */
export function moveActiveCell(
  active: ActiveCell,
  key: string,
  isToEnd: boolean,
  size: { readonly rowCount: number; readonly columnCount: number; readonly pageSize: number },
): ActiveCell | null {
  const lastRow = size.rowCount - 1;
  const lastColumn = size.columnCount - 1;
  const { row, column } = active;
  switch (key) {
    case 'ArrowUp':
      return { row: isToEnd ? Math.min(0, lastRow) : Math.max(-1, row - 1), column };
    case 'ArrowDown':
      return { row: isToEnd ? lastRow : Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: Math.min(0, lastRow), column: isToEnd ? 0 : column };
    case 'End':
      return { row: lastRow, column: isToEnd ? lastColumn : column };
    case 'PageUp':
      return { row: Math.max(Math.min(0, lastRow), row - size.pageSize), column };
    case 'PageDown':
      return { row: Math.min(lastRow, row + size.pageSize), column };
    default:
      return null;
  }
}

/** Roving focus over the cells of a grid, with the keys that select. */
export function useGridFocus({
  rowCount,
  columnCount,
  getPageSize,
  selecting,
  scroller,
  handleFirst,
}: GridFocusInput) {
  const [wanted, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const active = {
    row: Math.min(wanted.row, rowCount - 1),
    column: Math.min(wanted.column, columnCount - 1),
  };
  const shouldScrollTo = useRef<number | null>(null);
  const shouldFocus = useRef(false);

  useEffect(() => {
    if (!shouldFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[data-active-cell]');
    if (!cell) return;
    shouldFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const moveTo = (cell: ActiveCell) => {
    setActive(cell);
    shouldFocus.current = true;
    shouldScrollTo.current = cell.row;
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (handleFirst(event, active)) {
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    if (isCommand && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      selecting.addAll();
      return;
    }
    if (event.key === 'Escape') {
      selecting.clear();
      return;
    }
    const isInBody = active.row >= 0;
    if (isInBody && event.key === ' ') {
      event.preventDefault();
      if (event.shiftKey) selecting.extendTo(active.row);
      else selecting.toggle(active.row);
      return;
    }
    const target = moveActiveCell(active, event.key, isCommand, {
      rowCount,
      columnCount,
      pageSize: getPageSize(),
    });
    if (!target) return;
    event.preventDefault();
    const isRange = event.shiftKey && isInBody && target.row >= 0 && target.row !== active.row;
    if (isRange) {
      selecting.extendTo(active.row);
      selecting.extendTo(target.row);
    }
    moveTo(target);
  };

  /** A click or a screen reader may put the focus into another cell: that one is active from then on. */
  const handleFocus = (event: FocusEvent<HTMLElement>) => {
    const cell = event.target.closest<HTMLElement>('[aria-colindex]');
    const line = cell?.closest<HTMLElement>('[data-row]');
    if (!cell || !line) return;
    const row = Number(line.dataset.row);
    // The cell of a heading stands in for all columns.
    const column = Number(cell.dataset.column ?? Number(cell.ariaColIndex) - 1);
    if (row !== active.row || column !== active.column) setActive({ row, column });
  };

  return { active, shouldScrollTo, handleKeyDown, handleFocus, moveTo };
}
