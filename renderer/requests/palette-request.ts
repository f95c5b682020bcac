import { createStore, useStore } from '../ui/store.ts';

const isOpen = createStore(false);

/** Shows the command palette. */
export function openPalette(): void {
  isOpen.set(true);
}

/** Closes the command palette. */
export function closePalette(): void {
  isOpen.set(false);
}

/** Whether the command palette is shown. */
export function useIsPaletteOpen(): boolean {
  return useStore(isOpen, (value) => value);
}
