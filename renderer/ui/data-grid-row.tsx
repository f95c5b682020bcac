import { type MouseEvent, memo, type ReactNode, useSyncExternalStore } from 'react';
import type { DataGridColumn } from './data-grid.tsx';
import type { GridLayout } from './data-grid-layout.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface DataGridRowProps<Row, Id> {
  readonly row: Row;
  readonly id: Id;
  /** Place in the order shown, from 0. */
  readonly position: number;
  /** Pixels from the top of the body. */
  readonly top: number;
  readonly columns: readonly DataGridColumn<Row>[];
  readonly pinnedAt: GridLayout['pinnedAt'];
  readonly selectLabel: (row: Row) => string;
  readonly selection: GridSelection<Id>;
  readonly onSelect: (position: number, isRange: boolean) => void;
  /** The column with the focus, -1 when it is in another row. */
  readonly activeColumn: number;
}

function Row<Row, Id>(props: DataGridRowProps<Row, Id>) {
  const { row, id, position, top, columns, pinnedAt, selectLabel, selection, onSelect, activeColumn } = props;
  const isSelected = useSyncExternalStore(selection.subscribe, () => selection.has(id));
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    // Dragging over text selects the text, not the row.
    if (!event.shiftKey && window.getSelection()?.isCollapsed === false) return;
    onSelect(position, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: part of an ARIA grid, which handles the keys and focuses cells.
    <div
      role="row"
      className="data-grid__row"
      aria-rowindex={position + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={handleClick}
    >
      <Cell
        position={position}
        column={0}
        isActive={activeColumn === 0}
        pinnedAt={0}
        className="data-grid__cell--select"
      >
        <input
          type="checkbox"
          className="data-grid__checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={selectLabel(row)}
          // The click on the row has already turned it.
          onChange={() => undefined}
        />
      </Cell>
      {columns.map((column, index) => (
        <Cell
          key={column.key}
          position={position}
          column={index + 1}
          isActive={activeColumn === index + 1}
          pinnedAt={pinnedAt[index]}
          className={column.isNumeric ? 'data-grid__cell--numeric' : ''}
        >
          {column.render(row)}
        </Cell>
      ))}
    </div>
  );
}

interface CellProps {
  readonly position: number;
  readonly column: number;
  readonly isActive: boolean;
  readonly pinnedAt: number | undefined;
  readonly className: string;
  readonly children: ReactNode;
}

function Cell({ position, column, isActive, pinnedAt, className, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of an ARIA grid.
    <div
      role="gridcell"
      className={`data-grid__cell ${className} ${pinnedAt === undefined ? '' : 'data-grid__cell--pinned'}`}
      style={{ insetInlineStart: pinnedAt }}
      aria-colindex={column + 1}
      tabIndex={isActive ? 0 : -1}
      data-row={position}
      data-column={column}
      data-active-cell={isActive || undefined}
    >
      {children}
    </div>
  );
}

/** One row of the grid; it renders again only when its row, place, selection or focus changes. */
export const DataGridRow = memo(Row) as typeof Row;
