import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { type JsonTreeRow, listJsonRows } from './json-tree-rows.ts';
import './json-tree.css';

export interface JsonTreeProps {
  readonly value: unknown;
  /** Name of the tree for screen readers. */
  readonly label: string;
  readonly words: {
    readonly root: string;
    readonly expand: (name: string) => string;
    readonly collapse: (name: string) => string;
    readonly countEntries: (count: number) => string;
  };
}

const rowHeight = 24;

/** A JSON value as lines that open and close. Only the lines in view exist, whatever its size. */
export function JsonTree({ value, label, words }: JsonTreeProps) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => listJsonRows(value, toggled), [value, toggled]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const toggle = (id: string) =>
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it.
    <section ref={scroller} className="json-tree" tabIndex={0} aria-label={label}>
      <div className="json-tree__all" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <div
                key={row.id}
                className="json-tree__row"
                style={{ transform: `translateY(${start}px)`, paddingInlineStart: row.depth * 16 + 4 }}
              >
                <TreeRow row={row} words={words} onToggle={() => toggle(row.id)} />
              </div>
            )
          );
        })}
      </div>
    </section>
  );
}

function TreeRow({
  row,
  words,
  onToggle,
}: {
  readonly row: JsonTreeRow;
  readonly words: JsonTreeProps['words'];
  readonly onToggle: () => void;
}) {
  const { name, size, isList, isOpen, shown } = row;
  const title = name === '' ? words.root : name;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      {size !== null && size > 0 ? (
        <button
          type="button"
          className="json-tree__toggle"
          aria-expanded={isOpen}
          aria-label={isOpen ? words.collapse(title) : words.expand(title)}
          onClick={onToggle}
        >
          <Chevron size={14} aria-hidden="true" />
        </button>
      ) : (
        <span className="json-tree__toggle" />
      )}
      <span className="json-tree__name">{title}</span>
      {size !== null && (
        <span className="json-tree__size">
          {isList ? '[ ]' : '{ }'} {words.countEntries(size)}
        </span>
      )}
      <span className="json-tree__value" data-plain={size === null || undefined}>
        {shown}
      </span>
    </>
  );
}
