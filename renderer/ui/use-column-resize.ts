import type { PointerEvent } from 'react';
import type { WidthDraft } from './data-grid-layout.ts';

/** Narrowest and widest column, in pixels. */
const bounds = { least: 48, most: 1_200 } as const;

/** A width within the bounds, in whole pixels. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(bounds.most, Math.max(bounds.least, width)));
}

/** Drags the edge of a column. `onResizing` follows the pointer, `onEnd` comes once; Esc takes it back. */
export function useColumnResize(
  onResizing: (draft: WidthDraft | null) => void,
  onEnd: (key: string, width: number) => void,
) {
  return (event: PointerEvent<HTMLElement>, key: string) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const startX = event.clientX;
    const startWidth = handle.parentElement?.getBoundingClientRect().width ?? bounds.least;
    let width: number | null = null;
    handle.setPointerCapture(event.pointerId);
    const follow = (move: globalThis.PointerEvent) => {
      width = clampWidth(startWidth + move.clientX - startX);
      onResizing({ key, width });
    };
    const finish = () => {
      handle.removeEventListener('pointermove', follow);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', finish);
      window.removeEventListener('keydown', cancel, true);
      onResizing(null);
    };
    const end = () => {
      finish();
      if (width !== null) onEnd(key, width);
    };
    const cancel = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      finish();
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', finish);
    window.addEventListener('keydown', cancel, true);
  };
}
