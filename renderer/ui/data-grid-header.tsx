import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, useEffect, useRef, useSyncExternalStore } from 'react';
import type { DataGridColumn, DataGridSort, DataGridWords } from './data-grid.tsx';
import type { GridLayout } from './data-grid-layout.ts';
import { type GridSelection, readCoverage } from './use-grid-selection.ts';

interface DataGridHeaderProps<Row, Id> {
  readonly columns: readonly DataGridColumn<Row>[];
  readonly pinnedAt: GridLayout['pinnedAt'];
  readonly words: DataGridWords<Row>;
  readonly sort: DataGridSort | null;
  readonly onSort: (key: string) => void;
  /** The column with the focus, -1 when it is in the body. */
  readonly activeColumn: number;
  readonly selection: GridSelection<Id>;
  readonly getIdAt: (position: number) => Id | undefined;
  readonly count: number;
  readonly onToggleAll: () => void;
}

function Header<Row, Id>(props: DataGridHeaderProps<Row, Id>) {
  const { columns, pinnedAt, words, sort, onSort, activeColumn, selection, getIdAt, count, onToggleAll } =
    props;
  const state = useSyncExternalStore(selection.subscribe, () => readCoverage({ count, getIdAt, selection }));
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // There is no attribute for it.
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <div className="data-grid__head">
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA grid. */}
      <div role="row" className="data-grid__row data-grid__row--head" aria-rowindex={1}>
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
            tabIndex={activeColumn === 0 ? 0 : -1}
            data-row={-1}
            data-column={0}
            data-active-cell={activeColumn === 0 || undefined}
          />
        </div>
        {columns.map((column, index) => {
          const direction = sort?.key === column.key ? sort.direction : null;
          const focus = {
            tabIndex: activeColumn === index + 1 ? 0 : -1,
            'data-row': -1,
            'data-column': index + 1,
            'data-active-cell': activeColumn === index + 1 || undefined,
          };
          const common = {
            'aria-colindex': index + 2,
            className: `data-grid__cell ${column.isNumeric ? 'data-grid__cell--numeric' : ''} ${column.isPinned ? 'data-grid__cell--pinned' : ''}`,
            style: { insetInlineStart: pinnedAt[index] },
          };
          if (!column.isSortable) {
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA grid; the focus attributes are spread.
              <div key={column.key} role="columnheader" {...common} {...focus}>
                <span className="data-grid__label">{column.label}</span>
              </div>
            );
          }
          const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA grid.
            <div key={column.key} role="columnheader" {...common} aria-sort={direction ?? 'none'}>
              <button type="button" className="data-grid__sort" onClick={() => onSort(column.key)} {...focus}>
                <span className="data-grid__label">{column.label}</span>
                {direction && <Arrow size={14} aria-hidden="true" />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The sticky header: the box that selects what is visible, and one button a column that sorts. */
export const DataGridHeader = memo(Header) as typeof Header;
