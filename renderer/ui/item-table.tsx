import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import './item-table.css';

/** A column of a table of items. */
export interface ItemColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** A track of `grid-template-columns`, such as `minmax(160px, 2fr)`. */
  readonly track: string;
  readonly isNumeric?: boolean;
  /** The name is for screen readers only. */
  readonly isLabelHidden?: boolean;
  /** Makes the column one to sort by. */
  readonly compare?: (a: Row, b: Row) => number;
  readonly render: (row: Row) => ReactNode;
}

export interface ItemTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly getKey: (row: Row) => string | number;
  readonly columns: readonly ItemColumn<Row>[];
  /** Least width of all columns together, in pixels; narrower windows scroll sideways. */
  readonly minWidth: number;
  /** Stands in place of the rows when there are none. */
  readonly empty: ReactNode;
}

const rowHeight = 40;

interface Sort {
  readonly key: string;
  readonly isDescending: boolean;
}

/**
 * A table whose rows hold buttons of their own, for thousands of rows: only those in view are drawn. Nothing in it
 * is selected; for that there is the data grid. Without a sort the rows keep their order.
 */
export function ItemTable<Row>({ label, rows, getKey, columns, minWidth, empty }: ItemTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const compare = columns.find(({ key }) => key === sort?.key)?.compare;
  const shown = useMemo(() => {
    if (!compare || !sort) return rows;
    return rows.toSorted((a, b) => (sort.isDescending ? compare(b, a) : compare(a, b)));
  }, [rows, compare, sort]);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: rowHeight,
  });
  const turn = (key: string) =>
    setSort((before) => {
      if (before?.key !== key) return { key, isDescending: false };
      return before.isDescending ? null : { key, isDescending: true };
    });
  const style = {
    '--item-table-columns': columns.map(({ track }) => track).join(' '),
    minWidth,
  } as CSSProperties;
  return (
    <div className="item-table" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtualised table cannot be a table element. */}
      <div role="table" style={style} aria-label={label} aria-rowcount={shown.length + 1}>
        {/* biome-ignore lint/a11y/useSemanticElements: part of a virtualised table. */}
        <div role="rowgroup" className="item-table__head">
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of a virtualised table. */}
          <div role="row" className="item-table__row item-table__row--head" aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell
                key={column.key}
                column={column}
                sort={sort?.key === column.key ? sort : null}
                onSort={turn}
              />
            ))}
          </div>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: part of a virtualised table. */}
        <div role="rowgroup" className="item-table__body" style={{ height: shown.length * rowHeight }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = shown[index];
            if (row === undefined) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of a virtualised table.
              <div
                key={getKey(row)}
                role="row"
                className="item-table__row"
                aria-rowindex={index + 2}
                // Not a transform: menus inside lie at fixed places of the window.
                style={{ top: start - rowHeight }}
              >
                {columns.map((column) => (
                  // biome-ignore lint/a11y/useSemanticElements: part of a virtualised table.
                  <div
                    key={column.key}
                    role="cell"
                    className="item-table__cell"
                    data-numeric={column.isNumeric || undefined}
                  >
                    {column.render(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <div className="item-table__empty">{empty}</div>}
    </div>
  );
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: ItemColumn<Row>;
  readonly sort: Sort | null;
  readonly onSort: (key: string) => void;
}) {
  const { key, label, isNumeric, isLabelHidden, compare } = column;
  const Arrow = sort?.isDescending ? IconArrowDown : IconArrowUp;
  const direction = sort && (sort.isDescending ? 'descending' : 'ascending');
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of a virtualised table.
    <div
      role="columnheader"
      className="item-table__cell"
      data-numeric={isNumeric || undefined}
      aria-sort={compare ? (direction ?? 'none') : undefined}
    >
      {compare ? (
        <button type="button" className="item-table__sort" onClick={() => onSort(key)}>
          {label}
          {sort && <Arrow size={14} aria-hidden="true" />}
        </button>
      ) : (
        <span className={isLabelHidden ? 'item-table__hidden' : undefined}>{label}</span>
      )}
    </div>
  );
}
