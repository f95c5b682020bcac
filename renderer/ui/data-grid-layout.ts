import type { CSSProperties } from 'react';

/** Width of the column with the boxes, in pixels. */
const selectWidth = 40;
/** Width of the column with the menu of a row, in pixels. */
const menuWidth = 36;

interface ColumnWidth {
  readonly key: string;
  readonly width: number;
  readonly grow: number;
  readonly isPinned?: boolean;
}

/** A column that is being made wider or narrower at this moment. */
export interface WidthDraft {
  readonly key: string;
  /** Pixels. */
  readonly width: number;
}

/**
 * Lays columns out as CSS variables of the grid, so that a new width renders no row: the value of
 * `grid-template-columns`, and for each pinned column the pixels from the left edge at which it stays. Pinned
 * columns come first, and only the last of them may grow.
 */
export function layoutColumns(
  columns: readonly ColumnWidth[],
  draft: WidthDraft | null = null,
): CSSProperties {
  const pinnedCount = columns.filter(({ isPinned }) => isPinned).length;
  const widths = columns.map((column, index) => {
    if (column.key === draft?.key) return { width: draft.width, grow: 0 };
    return { width: column.width, grow: index < pinnedCount - 1 ? 0 : column.grow };
  });
  const tracks = widths.map(({ width, grow }) => (grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`));
  const isFilled = widths.some(({ grow }) => grow > 0);
  const menuTrack = isFilled ? `${menuWidth}px` : `minmax(${menuWidth}px, 1fr)`;
  let left = selectWidth;
  const pins: [string, string][] = [];
  widths.forEach(({ width }, index) => {
    if (index < pinnedCount) pins.push([`--data-grid-pin-${index}`, `${left}px`]);
    left += width;
  });
  return {
    '--data-grid-columns': [`${selectWidth}px`, ...tracks, menuTrack].join(' '),
    ...Object.fromEntries(pins),
    minWidth: left + menuWidth,
  } as CSSProperties;
}
