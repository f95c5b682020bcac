import { IconDots } from '@tabler/icons-react';
import { type MouseEvent, memo, type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import type { DataGridColumn, DataGridText, DataGridWords } from './data-grid-model.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface DataGridRowProps<Row, Id> {
  readonly row: Row;
  readonly id: Id;
  /** Place among the lines shown, from 0. */
  readonly position: number;
  /** Pixels from the top of the body. */
  readonly top: number;
  readonly columns: readonly DataGridColumn<Row>[];
  /** The classes of the cells in each column. */
  readonly classes: readonly string[];
  readonly words: DataGridWords<Row>;
  readonly selection: GridSelection<Id>;
  readonly onSelect: (position: number, isRange: boolean) => void;
  readonly onOpen: (position: number) => void;
  /** The button of the row's menu was pressed. */
  readonly onMenu: (position: number, button: HTMLElement) => void;
  /** The column with the focus, -1 when it is in another row. */
  readonly activeColumn: number;
  /** Stands under a heading. */
  readonly isNested: boolean;
}

function Row<Row, Id>(props: DataGridRowProps<Row, Id>) {
  const { row, id, position, top, columns, classes, words, selection, activeColumn, isNested } = props;
  const isSelected = useSyncExternalStore(selection.subscribe, () => selection.has(id));
  const [isHovered, setIsHovered] = useState(false);
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    // Dragging over text selects the text, not the row.
    if (!event.shiftKey && window.getSelection()?.isCollapsed === false) return;
    // The second click of a double click opens the row, and takes back what the first one did.
    props.onSelect(position, event.shiftKey);
  };
  const menuColumn = columns.length + 1;
  // A change of the selection renders the row without them.
  const cells = useMemo(
    () =>
      columns.map((column, index) => {
        const place = { column: index + 1, isActive: activeColumn === index + 1 };
        const pin = column.isPinned ? index : -1;
        const className = classes[index] ?? '';
        return column.toText
          ? renderTextCell(column.key, { ...place, pin, className, ...column.toText(row) })
          : renderCell(column.key, {
              ...place,
              pin,
              className,
              title: column.toTitle?.(row),
              children: column.render(row),
            });
      }),
    [columns, classes, row, activeColumn],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: part of an ARIA grid, which handles the keys and focuses cells.
    <div
      role="row"
      className="data-grid__row"
      aria-rowindex={position + 2}
      data-row={position}
      aria-level={isNested ? 2 : undefined}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={preventTextSelection}
      onClick={handleClick}
      onDoubleClick={() => props.onOpen(position)}
      onPointerEnter={() => setIsHovered(true)}
      onPointerLeave={() => setIsHovered(false)}
    >
      {renderCell('select', {
        column: 0,
        isActive: activeColumn === 0,
        className: 'data-grid__cell data-grid__cell--select data-grid__cell--pinned',
        children: (
          <input
            type="checkbox"
            className="data-grid__checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={words.selectRow(row)}
            // The click on the row has already turned it.
            onChange={doNothing}
          />
        ),
      })}
      {cells}
      {renderCell('menu', {
        column: menuColumn,
        isActive: activeColumn === menuColumn,
        className: 'data-grid__cell data-grid__cell--menu',
        children: (isHovered || activeColumn >= 0) && (
          <button
            type="button"
            className="data-grid__menu-button"
            tabIndex={-1}
            aria-label={words.rowMenu(row)}
            title={words.rowMenu(row)}
            aria-haspopup="menu"
            onClick={(event) => {
              event.stopPropagation();
              props.onMenu(position, event.currentTarget);
            }}
            onDoubleClick={stopPropagation}
          >
            <IconDots size={16} aria-hidden="true" />
          </button>
        ),
      })}
    </div>
  );
}

function doNothing(): void {
  // See the comment at its use.
}

function stopPropagation(event: MouseEvent): void {
  event.stopPropagation();
}

function preventTextSelection(event: MouseEvent): void {
  // Of a range between two rows, and of the word under a double click.
  if (event.shiftKey || event.detail > 1) event.preventDefault();
}

/** The classes of a cell in a column. */
export function toCellClass(
  columns: readonly Pick<DataGridColumn<never>, 'isNumeric' | 'isPinned'>[],
  index: number,
): string {
  const { isNumeric = false, isPinned = false } = columns[index] ?? {};
  const classes = ['data-grid__cell'];
  if (isNumeric) classes.push('data-grid__cell--numeric');
  if (isPinned) classes.push('data-grid__cell--pinned');
  if (isPinned && !columns[index + 1]?.isPinned) classes.push('data-grid__cell--last-pinned');
  return classes.join(' ');
}

interface CellInput {
  readonly column: number;
  readonly isActive: boolean;
  /** Place among the pinned columns; -1 or nothing when it is none of them. */
  readonly pin?: number;
  readonly className: string;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A function and no component: a fast scroll makes thousands of cells a second. */
function renderCell(key: string, { column, isActive, pin = -1, className, title, children }: CellInput) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of an ARIA grid.
    <div
      key={key}
      role="gridcell"
      className={className}
      style={pin < 0 ? undefined : { insetInlineStart: `var(--data-grid-pin-${pin})` }}
      title={title}
      aria-colindex={column + 1}
      tabIndex={isActive ? 0 : -1}
      data-active-cell={isActive || undefined}
    >
      {children}
    </div>
  );
}

const toneClasses = { strong: ' data-grid__cell--strong', muted: ' data-grid__cell--muted' };

function renderTextCell(key: string, input: Omit<CellInput, 'children'> & DataGridText) {
  const { text, title = text, tone, className, ...place } = input;
  const tones = tone ? toneClasses[tone] : '';
  return renderCell(key, {
    ...place,
    className: `${className}${tones}`,
    title,
    children: text,
  });
}

/** One row of the grid; it renders again only when its row, place, selection or focus changes. */
export const DataGridRow = memo(Row) as typeof Row;
