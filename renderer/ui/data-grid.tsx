import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  memo,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { DataGridHeader } from './data-grid-header.tsx';
import { layoutColumns } from './data-grid-layout.ts';
import { DataGridRow } from './data-grid-row.tsx';
import { useGridFocus } from './use-grid-focus.ts';
import { type GridSelection, readCoverage, useGridSelection } from './use-grid-selection.ts';
import { useStableCallback } from './use-stable-callback.ts';
import './data-grid.css';

/** A column of the grid. Cells render from the row alone; live state is subscribed to inside a cell. */
export interface DataGridColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** Least width in pixels. */
  readonly width: number;
  /** Share of the width that is left over; 0 keeps the column at its width. */
  readonly grow: number;
  readonly isSortable: boolean;
  readonly isNumeric?: boolean;
  /** Stays in view when the grid is scrolled sideways. Pinned columns come first. */
  readonly isPinned?: boolean;
  readonly render: (row: Row) => ReactNode;
}

/** The words that a grid needs, in the language in force. */
export interface DataGridWords<Row> {
  readonly label: string;
  readonly selectionColumn: string;
  readonly selectVisible: string;
  readonly deselect: string;
  readonly selectRow: (row: Row) => string;
}

export interface DataGridSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

export interface DataGridProps<Row, Id> {
  readonly rows: readonly Row[];
  /** The row numbers to show, in order. */
  readonly order: Int32Array;
  readonly getId: (row: Row) => Id;
  /** Declared once, outside of components: a new array renders every visible row. */
  readonly columns: readonly DataGridColumn<Row>[];
  readonly words: DataGridWords<Row>;
  readonly sort: DataGridSort | null;
  readonly onSort: (key: string) => void;
  readonly selection: GridSelection<Id>;
  /** After the box in the header selected the visible rows; `count` of them. */
  readonly onSelectVisible?: (count: number) => void;
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode;
}

const rowHeight = 36;
/** Leaves no blank frame up to 24,000 pixels a second. */
const overscan = 16;

function Grid<Row, Id>(props: DataGridProps<Row, Id>) {
  const { rows, order, getId, columns, words, sort, onSort, selection, onSelectVisible, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const getIdAt = useCallback(
    (position: number): Id | undefined => {
      const row = rows[order[position] ?? -1];
      return row === undefined ? undefined : getId(row);
    },
    [rows, order, getId],
  );
  const selecting = useGridSelection({ count: order.length, getIdAt, selection });
  const focus = useGridFocus({
    rowCount: order.length,
    columnCount: columns.length + 1,
    getPageSize: () =>
      Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - rowHeight) / rowHeight)),
    selecting,
    scroller,
  });
  const active = focus.active;
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight / 2,
    scrollMargin: rowHeight,
    // The row with the focus stays mounted when it is scrolled away, so that the focus is not lost.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (active.row < 0 || active.row >= order.length || indexes.includes(active.row)) return indexes;
      return active.row < (indexes[0] ?? 0) ? [active.row, ...indexes] : [...indexes, active.row];
    },
  });
  useScrollToActive(focus.shouldScrollTo, (row) => virtualizer.scrollToIndex(row));

  const getVisibleIds = (): readonly Id[] => {
    const { scrollTop, clientHeight } = scroller.current ?? { scrollTop: 0, clientHeight: 0 };
    const first = Math.floor(scrollTop / rowHeight);
    const last = Math.min(order.length, Math.ceil((scrollTop + clientHeight - rowHeight) / rowHeight));
    const ids: Id[] = [];
    for (let position = first; position < last; position += 1) {
      const id = getIdAt(position);
      if (id !== undefined) ids.push(id);
    }
    return ids;
  };
  const toggleFromHeader = useStableCallback(() => {
    if (readCoverage({ count: order.length, getIdAt, selection }) !== 'none') {
      selecting.removeAll();
      return;
    }
    const ids = getVisibleIds();
    selection.add(ids);
    onSelectVisible?.(ids.length);
  });
  const selectFromRow = useStableCallback((position: number, isRange: boolean) =>
    isRange ? selecting.extendTo(position) : selecting.toggle(position),
  );
  const sortFromHeader = useStableCallback(onSort);

  const layout = useMemo(() => layoutColumns(columns), [columns]);
  const style = { '--data-grid-columns': layout.template, minWidth: layout.minWidth } as CSSProperties;
  return (
    <div className="data-grid" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtualised table cannot be a table element. */}
      <div
        role="grid"
        tabIndex={-1}
        className="data-grid__table"
        style={style}
        aria-label={words.label}
        aria-rowcount={order.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        onKeyDown={focus.handleKeyDown}
        onFocus={focus.handleFocus}
      >
        <DataGridHeader
          columns={columns}
          pinnedAt={layout.pinnedAt}
          words={words}
          sort={sort}
          onSort={sortFromHeader}
          activeColumn={active.row === -1 || order.length === 0 ? active.column : -1}
          selection={selection}
          getIdAt={getIdAt}
          count={order.length}
          onToggleAll={toggleFromHeader}
        />
        <div className="data-grid__body" style={{ height: order.length * rowHeight }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[order[index] ?? -1];
            if (row === undefined) return null;
            return (
              <DataGridRow
                key={String(getId(row))}
                row={row}
                id={getId(row)}
                position={index}
                top={start - rowHeight}
                columns={columns}
                pinnedAt={layout.pinnedAt}
                selectLabel={words.selectRow}
                selection={selection}
                onSelect={selectFromRow}
                activeColumn={active.row === index ? active.column : -1}
              />
            );
          })}
        </div>
      </div>
      {order.length === 0 && empty && <div className="data-grid__empty">{empty}</div>}
    </div>
  );
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
 * Home/End, Page keys, Space and Shift for selection, Ctrl/Cmd+A for all, Esc for none.
 */
export const DataGrid = memo(Grid) as typeof Grid;
