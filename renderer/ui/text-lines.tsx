import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import './json-tree.css';

const lineHeight = 20;

/** Text with line breaks, of which only the lines in view exist, whatever its size. */
export function TextLines({ text, label }: { readonly text: string; readonly label: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.split('\n'), [text]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it.
    <section ref={scroller} className="text-lines" tabIndex={0} aria-label={label}>
      <div className="text-lines__all" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="text-lines__line" style={{ transform: `translateY(${start}px)` }}>
            {lines[index]}
          </div>
        ))}
      </div>
    </section>
  );
}
