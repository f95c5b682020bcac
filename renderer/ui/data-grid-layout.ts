/** Width of the column with the boxes, in pixels. */
const selectWidth = 40;

interface ColumnWidth {
  readonly width: number;
  readonly grow: number;
  readonly isPinned?: boolean;
}

/** Where the columns of a grid lie. */
export interface GridLayout {
  /** The value of `grid-template-columns`, the column with the boxes included. */
  readonly template: string;
  /** Least width of all columns together, in pixels. */
  readonly minWidth: number;
  /** Pixels from the left edge at which each column stays when scrolled sideways; undefined when it moves. */
  readonly pinnedAt: readonly (number | undefined)[];
}

/** Lays columns out. Pinned columns come first, and only the last of them may grow. */
export function layoutColumns(columns: readonly ColumnWidth[]): GridLayout {
  const tracks = columns.map(({ width, grow }) =>
    grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`,
  );
  let left = selectWidth;
  const pinnedAt = columns.map(({ width, isPinned }) => {
    const at = isPinned ? left : undefined;
    left += width;
    return at;
  });
  return { template: [`${selectWidth}px`, ...tracks].join(' '), minWidth: left, pinnedAt };
}
