import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { assignSlots } from './row-slots.ts';

/** Rows kept ready ahead while the grid scrolls. Leaves no blank frame up to 24,000 pixels a second. */
const overscan = 16;
/** Rows kept behind, and all around at rest: each row that stands costs, in every change that it takes part in. */
const leastOverscan = 4;

export interface StandingLinesInput {
  /** What stands on each line; only its identity and length matter here. */
  readonly lines: Int32Array;
  /** The element that scrolls; a heading of one row's height sticks to its top. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** The line with the focus stays when it is scrolled away, so that the focus is not lost; below 0 for none. */
  readonly activeRow: number;
  /** Pixels. */
  readonly rowHeight: number;
}

/** The lines that have elements at this moment. */
export interface StandingLines {
  /** In the order in which their elements shall stand in the document. */
  readonly standing: readonly VirtualItem[];
  /** The slot of each by its line; see `assignSlots`. */
  readonly slots: ReadonlyMap<number, number>;
  readonly scrollTo: (line: number, align?: 'auto' | 'center') => void;
}

/** Which lines of a long list have elements: those in view and some around them. */
export function useStandingLines({
  lines,
  scroller,
  activeRow,
  rowHeight,
}: StandingLinesInput): StandingLines {
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight / 2,
    scrollMargin: rowHeight,
    rangeExtractor: (range) => {
      const direction = virtualizer.scrollDirection;
      const spared = overscan - leastOverscan;
      const indexes = defaultRangeExtractor({
        ...range,
        startIndex: range.startIndex + (direction === 'backward' ? 0 : spared),
        endIndex: range.endIndex - (direction === 'forward' ? 0 : spared),
      });
      if (activeRow < 0 || activeRow >= lines.length || indexes.includes(activeRow)) return indexes;
      return activeRow < (indexes[0] ?? 0) ? [activeRow, ...indexes] : [...indexes, activeRow];
    },
  });
  const lastSlots = useRef<ReadonlyMap<number, number>>(new Map());
  const standing = [...virtualizer.getVirtualItems()];
  const slots = assignSlots(
    standing.map(({ index }) => index),
    lastSlots.current,
  );
  useEffect(() => {
    lastSlots.current = slots;
  });
  // While it scrolls, the elements stay where they are in the document; after that they stand there in reading order.
  if (virtualizer.isScrolling) standing.sort((a, b) => (slots.get(a.index) ?? 0) - (slots.get(b.index) ?? 0));
  return {
    standing,
    slots,
    scrollTo: (line, align = 'auto') => virtualizer.scrollToIndex(line, { align }),
  };
}
