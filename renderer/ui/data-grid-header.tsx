import { VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import type { WidthDraft } from './data-grid-layout.ts';
import type { DataGridColumn, DataGridSort, DataGridWords } from './data-grid-model.ts';
import { toCellClass } from './data-grid-row.tsx';
import { useColumnDrag } from './use-column-drag.ts';
import { useColumnResize } from './use-column-resize.ts';
import { useCoverage } from './use-coverage.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface DataGridHeaderProps<Row, Id> {
  readonly columns: readonly DataGridColumn<Row>[];
  readonly words: DataGridWords<Row>;
  readonly sort: DataGridSort | null;
  readonly onSort: (key: string) => void;
  readonly onMove: (key: string, target: string, place: 'before' | 'after') => void;
  /** Null for the column's own width. */
  readonly onResize: (key: string, width: number | null) => void;
  /** While the pointer moves; null when it is over. */
  readonly onResizing: (draft: WidthDraft | null) => void;
  /** The column with the focus, -1 when it is in the body. */
  readonly activeColumn: number;
  readonly selection: GridSelection<Id>;
  /** The id at a place of the order, headings not counted. */
  readonly getIdAt: (position: number) => Id | undefined;
  readonly count: number;
  readonly onToggleAll: () => void;
}

function Header<Row, Id>(props: DataGridHeaderProps<Row, Id>) {
  const { columns, words, sort, onSort, activeColumn, selection, getIdAt, count, onToggleAll } = props;
  const state = useCoverage({ count, getIdAt, selection });
  const box = useRef<HTMLInputElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const drag = useColumnDrag(head, props.onMove);
  const resize = useColumnResize(props.onResizing, props.onResize);
  useEffect(() => {
    // There is no attribute for it.
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  const toFocus = (column: number) => ({
    tabIndex: activeColumn === column ? 0 : -1,
    'data-active-cell': activeColumn === column || undefined,
  });
  return (
    <div className="data-grid__head" ref={head}>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA grid. */}
      <div role="row" className="data-grid__row data-grid__row--head" aria-rowindex={1} data-row={-1}>
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA grid. */}
        <div
          role="columnheader"
          className="data-grid__cell data-grid__cell--select data-grid__cell--pinned"
          aria-colindex={1}
          aria-label={words.selectionColumn}
        >
          <input
            ref={box}
            type="checkbox"
            className="data-grid__checkbox"
            aria-label={state === 'none' ? words.selectVisible : words.deselect}
            checked={state === 'all'}
            disabled={count === 0}
            onChange={onToggleAll}
            {...toFocus(0)}
          />
        </div>
        {columns.map((column, index) => {
          const direction = sort?.key === column.key ? sort.direction : null;
          const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
          const label = (
            <span className="data-grid__label" title={column.hint ?? column.label}>
              {column.label}
            </span>
          );
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA grid; the focus attributes are spread.
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={column.isSortable ? (direction ?? 'none') : undefined}
              className={toCellClass(columns, index)}
              style={column.isPinned ? { insetInlineStart: `var(--data-grid-pin-${index})` } : undefined}
              data-column-key={column.key}
              data-drop={drag.target?.key === column.key ? drag.target.place : undefined}
              onPointerDown={(event) => drag.begin(event, column.key)}
              {...(column.isSortable ? {} : toFocus(index + 1))}
            >
              {column.isSortable ? (
                <button
                  type="button"
                  className="data-grid__sort"
                  onClick={() => {
                    if (!drag.hasJustEnded()) onSort(column.key);
                  }}
                  {...toFocus(index + 1)}
                >
                  {label}
                  {direction && <Arrow size={14} aria-hidden="true" />}
                </button>
              ) : (
                label
              )}
              {/* For the pointer alone: keys and the menu of the column do the same. */}
              <span
                className="data-grid__resizer"
                aria-hidden="true"
                onPointerDown={(event) => resize(event, column.key)}
                onDoubleClick={() => props.onResize(column.key, null)}
              />
            </div>
          );
        })}
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA grid; the focus attributes are spread. */}
        <div
          role="columnheader"
          className="data-grid__cell data-grid__cell--menu"
          aria-colindex={columns.length + 2}
          {...toFocus(columns.length + 1)}
        >
          <VisuallyHidden>{words.menuColumn}</VisuallyHidden>
        </div>
      </div>
    </div>
  );
}

/** The sticky header: the box that selects what is visible, and one button a column that sorts. */
export const DataGridHeader = memo(Header) as typeof Header;
