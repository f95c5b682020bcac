import { type PointerEvent, type RefObject, useRef, useState } from 'react';

/** Where a column would land. */
interface DropTarget {
  readonly key: string;
  readonly place: 'before' | 'after';
}

/** Pixels that make a drag of what began as a click. */
const dragFrom = 6;

/** Drags a column by its heading to another place; Esc takes it back. */
export function useColumnDrag(
  head: RefObject<HTMLElement | null>,
  onMove: (key: string, target: string, place: 'before' | 'after') => void,
) {
  const [target, setTarget] = useState<DropTarget | null>(null);
  const justEnded = useRef(false);
  const begin = (event: PointerEvent<HTMLElement>, key: string) => {
    if (event.button !== 0) return;
    const startX = event.clientX;
    let isDragging = false;
    let found: DropTarget | null = null;
    const follow = (move: globalThis.PointerEvent) => {
      if (!isDragging && Math.abs(move.clientX - startX) < dragFrom) return;
      isDragging = true;
      const next = findTarget(head.current, move.clientX, key);
      if (next?.key === found?.key && next?.place === found?.place) return;
      found = next;
      setTarget(next);
    };
    const finish = () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', finish);
      window.removeEventListener('keydown', cancel, true);
      setTarget(null);
    };
    const end = () => {
      finish();
      if (!isDragging) return;
      // The click that follows at once belongs to the drag.
      justEnded.current = true;
      setTimeout(() => {
        justEnded.current = false;
      });
      if (found) onMove(key, found.key, found.place);
    };
    const cancel = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      found = null;
      finish();
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', finish);
    window.addEventListener('keydown', cancel, true);
  };
  return { target, begin, hasJustEnded: () => justEnded.current };
}

function findTarget(head: HTMLElement | null, x: number, dragged: string): DropTarget | null {
  const cells = [...(head?.querySelectorAll<HTMLElement>('[data-column-key]') ?? [])];
  for (const cell of cells) {
    const { left, right } = cell.getBoundingClientRect();
    if (x < left || x > right) continue;
    const key = cell.dataset.columnKey ?? '';
    return key === dragged ? null : { key, place: x < (left + right) / 2 ? 'before' : 'after' };
  }
  return null;
}
