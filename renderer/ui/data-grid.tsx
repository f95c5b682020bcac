import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { DataGridHeader } from './data-grid-header.tsx';
import { DataGridHeadingRow } from './data-grid-heading.tsx';
import { layoutColumns, type WidthDraft } from './data-grid-layout.ts';
import type {
  DataGridColumn,
  DataGridEvents,
  DataGridHeading,
  DataGridSort,
  DataGridWords,
  ScreenPoint,
} from './data-grid-model.ts';
import { DataGridRow, toCellClass } from './data-grid-row.tsx';
import { clampWidth } from './use-column-resize.ts';
import { type ActiveCell, useGridFocus } from './use-grid-focus.ts';
import { type GridSelection, readCoverage, useGridSelection } from './use-grid-selection.ts';
import { useStableCallback } from './use-stable-callback.ts';
import { useStandingLines } from './use-standing-lines.ts';
import './data-grid.css';

export interface DataGridProps<Row, Id> {
  readonly rows: readonly Row[];
  /** The numbers of the rows that match, in order. */
  readonly order: Int32Array;
  /** Headings over parts of the order; null for none. */
  readonly headings: readonly DataGridHeading[] | null;
  readonly getId: (row: Row) => Id;
  /** Declared once, outside of components: a new array renders every visible row. */
  readonly columns: readonly DataGridColumn<Row>[];
  readonly words: DataGridWords<Row>;
  readonly sort: DataGridSort | null;
  readonly selection: GridSelection<Id>;
  /** One object over all renders; a new one renders the grid. */
  readonly events: DataGridEvents<Row>;
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode;
  /** The row to scroll to, if it is there; null for none. */
  readonly revealed?: Id | null;
  /** After the grid has looked for it. */
  readonly onRevealed?: () => void;
}

const rowHeight = 36;
/** Pixels by which a key makes a column wider or narrower. */
const widthStep = 16;

/** What stands on each line: a row number, or for a heading its number as `-1 - number`. */
function toLines(order: Int32Array, headings: readonly DataGridHeading[] | null): Int32Array {
  if (!headings) return order;
  const lines: number[] = [];
  headings.forEach(({ from, count, isCollapsed }, number) => {
    lines.push(-1 - number);
    if (!isCollapsed) for (const row of order.subarray(from, from + count)) lines.push(row);
  });
  return Int32Array.from(lines);
}

function Grid<Row, Id>(props: DataGridProps<Row, Id>) {
  const { rows, order, headings, getId, columns, words, sort, selection, events, empty } = props;
  const { revealed = null, onRevealed } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => toLines(order, headings), [order, headings]);
  const getRowAt = (position: number): Row | undefined => rows[lines[position] ?? -1];
  const getHeadingAt = (position: number) => headings?.[-1 - (lines[position] ?? 0)];
  // In one piece: asking 50,000 rows in the order of a sort takes several times as long.
  const ids = useMemo(() => rows.map(getId), [rows, getId]);
  const getIdAt = (position: number): Id | undefined => ids[lines[position] ?? -1];
  const getIdInOrder = useCallback((index: number) => ids[order[index] ?? -1], [ids, order]);
  const listAll = (): readonly Id[] => {
    // A selection has no order, and a set of 50,000 is made in half the time from the order of the list.
    if (order.length === ids.length) return ids;
    const all: Id[] = [];
    // Counted, and without a call for each: either takes as long as all the rest of 50,000.
    for (let index = 0; index < order.length; index += 1) {
      const id = ids[order[index] ?? -1];
      if (id !== undefined) all.push(id);
    }
    return all;
  };
  const selecting = useGridSelection({ count: lines.length, getIdAt, selection, listAll });
  const columnCount = columns.length + 2;

  const selectHeading = useStableCallback((position: number) => {
    const heading = getHeadingAt(position);
    if (!heading) return;
    const { from, count } = heading;
    const members = Array.from({ length: count }, (_, index) => getIdInOrder(from + index)).filter(
      (id) => id !== undefined,
    );
    if (members.every((id) => selection.has(id))) selection.remove(members);
    else selection.add(members);
  });
  const toggleHeading = useStableCallback((position: number) => {
    const heading = getHeadingAt(position);
    if (heading) events.onToggleHeading(heading.key);
  });
  const openRow = useStableCallback((position: number) => {
    const row = getRowAt(position);
    if (row !== undefined) events.onOpenRow(row);
  });
  const openRowMenu = useStableCallback((position: number, element: HTMLElement) => {
    const row = getRowAt(position);
    if (row !== undefined) events.onRowMenu(row, pointBelow(element));
  });

  const handleColumnKey = (event: KeyboardEvent<HTMLElement>, column: number): boolean => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const chosen = columns[column - 1];
    if (!chosen || step === 0 || event.ctrlKey || event.metaKey) return false;
    if (event.altKey) {
      const width = event.target instanceof Element ? readWidth(event.target) : chosen.width;
      events.onResizeColumn(chosen.key, clampWidth(width + step * widthStep));
      return true;
    }
    const neighbour = columns[column - 1 + step];
    if (!event.shiftKey || !neighbour) return event.shiftKey;
    events.onMoveColumn(chosen.key, neighbour.key, step < 0 ? 'before' : 'after');
    focus.moveTo({ row: -1, column: column + step });
    return true;
  };
  const handleHeadingKey = (event: KeyboardEvent<HTMLElement>, position: number): boolean => {
    const heading = getHeadingAt(position);
    if (!heading || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === ' ') selectHeading(position);
    else if (event.key === 'Enter') toggleHeading(position);
    else if (event.key === (heading.isCollapsed ? 'ArrowRight' : 'ArrowLeft')) toggleHeading(position);
    else return false;
    return true;
  };
  const handleFirst = (event: KeyboardEvent<HTMLElement>, active: ActiveCell): boolean => {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    const element = event.target instanceof HTMLElement ? event.target : null;
    if (isMenuKey && element) {
      if (active.row >= 0) openRowMenu(active.row, element);
      else openColumnMenu(active.column, pointBelow(element));
      return true;
    }
    if (active.row < 0) return handleColumnKey(event, active.column);
    if (handleHeadingKey(event, active.row)) return true;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      // Text that is marked with the mouse is copied by the browser.
      if (window.getSelection()?.isCollapsed === false) return false;
      events.onCopy(getRowAt(active.row) ?? null);
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const isInMenuColumn = active.column === columnCount - 1;
    if (isInMenuColumn && element && (event.key === 'Enter' || event.key === ' ')) {
      openRowMenu(active.row, element);
      return true;
    }
    if (event.key !== 'Enter') return false;
    openRow(active.row);
    return true;
  };
  const openColumnMenu = (column: number, at: ScreenPoint) => {
    const chosen = columns[column - 1];
    if (chosen) events.onColumnMenu(chosen.key, at);
  };
  const handleContextMenu = (event: MouseEvent<HTMLElement>) => {
    const cell = event.target instanceof Element && event.target.closest('[role=columnheader], [data-row]');
    if (!cell) return;
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    if (cell.matches('[role=columnheader]') || cell.closest('[role=columnheader]')) {
      const header = cell.closest('[role=columnheader]');
      openColumnMenu(Number(header?.getAttribute('aria-colindex')) - 1, at);
      return;
    }
    const row = getRowAt(Number(cell.getAttribute('data-row')));
    if (row !== undefined) events.onRowMenu(row, at);
  };
  const handlePaste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.trim() !== '') events.onPaste(text);
  };

  const focus = useGridFocus({
    rowCount: lines.length,
    columnCount,
    getPageSize: () =>
      Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - rowHeight) / rowHeight)),
    selecting,
    scroller,
    handleFirst,
  });
  const active = focus.active;
  const { standing, slots, scrollTo } = useStandingLines({
    lines,
    scroller,
    activeRow: active.row,
    rowHeight,
  });
  useEffect(() => {
    if (revealed === null || lines.length === 0) return;
    const position = lines.findIndex((_, index) => getIdAt(index) === revealed);
    if (position >= 0) scrollTo(position, 'center');
    onRevealed?.();
  });
  useScrollToActive(focus.shouldScrollTo, scrollTo);

  const getVisibleIds = (): readonly Id[] => {
    const { scrollTop, clientHeight } = scroller.current ?? { scrollTop: 0, clientHeight: 0 };
    const first = Math.floor(scrollTop / rowHeight);
    const last = Math.min(lines.length, Math.ceil((scrollTop + clientHeight - rowHeight) / rowHeight));
    const visible: Id[] = [];
    for (let position = first; position < last; position += 1) {
      const id = getIdAt(position);
      if (id !== undefined) visible.push(id);
    }
    return visible;
  };
  const toggleFromHeader = useStableCallback(() => {
    if (readCoverage({ count: order.length, getIdAt: getIdInOrder, selection }) !== 'none') {
      selecting.removeAll();
      return;
    }
    const visible = getVisibleIds();
    selection.add(visible);
    events.onSelectVisible(visible.length);
  });
  const selectFromRow = useStableCallback((position: number, isRange: boolean) =>
    isRange ? selecting.extendTo(position) : selecting.toggle(position),
  );
  const classes = useMemo(() => columns.map((_, index) => toCellClass(columns, index)), [columns]);
  const [widthDraft, setWidthDraft] = useState<WidthDraft | null>(null);
  const [isScrolledSideways, setIsScrolledSideways] = useState(false);
  const style = useMemo(() => layoutColumns(columns, widthDraft), [columns, widthDraft]);
  return (
    <div
      className="data-grid"
      ref={scroller}
      onScroll={(event) => setIsScrolledSideways(event.currentTarget.scrollLeft > 0)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useAriaPropsSupportedByRole: the role is one of two, and both are interactive. */}
      <div
        role={headings ? 'treegrid' : 'grid'}
        tabIndex={-1}
        className="data-grid__table"
        style={style}
        data-scrolled-sideways={isScrolledSideways || undefined}
        aria-label={words.label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columnCount}
        aria-multiselectable="true"
        onKeyDown={focus.handleKeyDown}
        onFocus={focus.handleFocus}
        onContextMenu={handleContextMenu}
        onPaste={handlePaste}
      >
        <DataGridHeader
          columns={columns}
          words={words}
          sort={sort}
          onSort={events.onSort}
          onMove={events.onMoveColumn}
          onResize={events.onResizeColumn}
          onResizing={setWidthDraft}
          activeColumn={active.row === -1 || lines.length === 0 ? active.column : -1}
          selection={selection}
          getIdAt={getIdInOrder}
          count={order.length}
          onToggleAll={toggleFromHeader}
        />
        <div className="data-grid__body" style={{ height: lines.length * rowHeight }}>
          {standing.map(({ index, start }) => {
            const heading = getHeadingAt(index);
            if (heading) {
              return (
                <DataGridHeadingRow
                  key={`heading ${slots.get(index)}`}
                  heading={heading}
                  position={index}
                  top={start - rowHeight}
                  columnCount={columnCount}
                  selectLabel={words.selectGroup(heading.label)}
                  selection={selection}
                  getIdInOrder={getIdInOrder}
                  onToggle={toggleHeading}
                  onSelect={selectHeading}
                  activeColumn={active.row === index ? active.column : -1}
                />
              );
            }
            const row = getRowAt(index);
            if (row === undefined) return null;
            return (
              <DataGridRow
                key={slots.get(index)}
                row={row}
                id={getId(row)}
                position={index}
                top={start - rowHeight}
                columns={columns}
                classes={classes}
                words={words}
                selection={selection}
                onSelect={selectFromRow}
                onOpen={openRow}
                onMenu={openRowMenu}
                activeColumn={active.row === index ? active.column : -1}
                isNested={headings !== null}
              />
            );
          })}
        </div>
      </div>
      {lines.length === 0 && empty && <div className="data-grid__empty">{empty}</div>}
    </div>
  );
}

function pointBelow(element: HTMLElement): ScreenPoint {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}

function readWidth(element: Element): number {
  return element.closest('[role=columnheader]')?.getBoundingClientRect().width ?? 0;
}

function useScrollToActive(target: RefObject<number | null>, scrollTo: (row: number) => void) {
  useEffect(() => {
    if (target.current === null) return;
    if (target.current >= 0) scrollTo(target.current);
    target.current = null;
  });
}

/**
 * A virtualised grid with the keyboard of the ARIA grid pattern: one tab stop, arrows between cells,
 * Home/End, Page keys, Space and Shift for selection, Ctrl/Cmd+A for all, Esc for none, Enter to open a row,
 * the menu key or Shift+F10 for its menu. In the heading Alt and an arrow change a column's width, Shift and an
 * arrow its place. With headings it is a tree grid, whose groups open and close with the arrows.
 */
export const DataGrid = memo(Grid) as typeof Grid;
