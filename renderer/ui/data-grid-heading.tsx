import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { DataGridHeading } from './data-grid-model.ts';
import { useCoverage } from './use-coverage.ts';
import type { GridSelection } from './use-grid-selection.ts';

interface DataGridHeadingRowProps<Id> {
  readonly heading: DataGridHeading;
  readonly position: number;
  /** Pixels from the top of the body. */
  readonly top: number;
  readonly columnCount: number;
  readonly selectLabel: string;
  readonly selection: GridSelection<Id>;
  /** The id at a place of the order, headings not counted. */
  readonly getIdInOrder: (index: number) => Id | undefined;
  readonly onToggle: (position: number) => void;
  readonly onSelect: (position: number) => void;
  readonly activeColumn: number;
}

function HeadingRow<Id>(props: DataGridHeadingRowProps<Id>) {
  const { heading, position, top, columnCount, selectLabel, selection, getIdInOrder, activeColumn } = props;
  const { from, count, isCollapsed } = heading;
  const getIdAt = useCallback((index: number) => getIdInOrder(from + index), [getIdInOrder, from]);
  const coverage = useCoverage({ count, getIdAt, selection });
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // There is no attribute for it.
    if (box.current) box.current.indeterminate = coverage === 'some';
  }, [coverage]);
  const Chevron = isCollapsed ? IconChevronRight : IconChevronDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: part of an ARIA tree grid.
    <div
      role="row"
      className="data-grid__row data-grid__row--heading"
      aria-rowindex={position + 2}
      data-row={position}
      aria-level={1}
      aria-expanded={!isCollapsed}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of an ARIA tree grid. */}
      <div
        role="gridcell"
        className="data-grid__cell data-grid__cell--select data-grid__cell--pinned"
        aria-colindex={1}
        tabIndex={activeColumn === 0 ? 0 : -1}
        data-active-cell={activeColumn === 0 || undefined}
      >
        <input
          ref={box}
          type="checkbox"
          className="data-grid__checkbox"
          tabIndex={-1}
          aria-label={selectLabel}
          checked={coverage === 'all'}
          onChange={() => props.onSelect(position)}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: part of an ARIA tree grid, which handles the keys. */}
      <div
        role="gridcell"
        className="data-grid__cell data-grid__cell--heading"
        aria-colindex={2}
        aria-colspan={columnCount - 1}
        tabIndex={activeColumn > 0 ? 0 : -1}
        data-column={Math.max(1, activeColumn)}
        data-active-cell={activeColumn > 0 || undefined}
        onClick={() => props.onToggle(position)}
      >
        <span className="data-grid__heading">
          <Chevron size={16} aria-hidden="true" />
          <span className="data-grid__heading-text" title={heading.label}>
            {heading.label}
          </span>
          <span className="data-grid__heading-count">{heading.countText}</span>
        </span>
      </div>
    </div>
  );
}

/** The heading of a group of rows: a box for all of them, its name and how many there are. */
export const DataGridHeadingRow = memo(HeadingRow) as typeof HeadingRow;
