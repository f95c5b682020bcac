import { useVirtualizer } from '@tanstack/react-virtual';
import { createElement, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The baseline of the grid's figures: the same rows as plain text in a virtualised list, with nothing but the
 * virtualiser. It has the row height of the grid and the overscan that the grid has ahead.
 */

type TextRow = readonly string[];

declare global {
  interface Window {
    /** Shows other rows. */
    showRows: (rows: readonly TextRow[]) => void;
  }
}

const rowHeight = 36;

function BareList() {
  const [rows, setRows] = useState<readonly TextRow[]>([]);
  const scroller = useRef<HTMLDivElement>(null);
  window.showRows = setRows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  const lines = virtualizer.getVirtualItems().map(({ index, start }) =>
    createElement(
      'div',
      { key: index, className: 'row', style: { transform: `translateY(${start}px)` } },
      rows[index]?.map((text, column) =>
        createElement('div', { key: `${column}`, className: 'cell', 'data-cell': column }, text),
      ),
    ),
  );
  const body = { className: 'body', style: { height: virtualizer.getTotalSize() } };
  return createElement('div', { className: 'list', ref: scroller }, createElement('div', body, lines));
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(createElement(BareList));
