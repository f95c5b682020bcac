import { createStore, useStore } from '../../ui/store.ts';

interface AskedList {
  /** What was pasted; may be empty. */
  readonly text: string;
  /** Counts the openings, so that each begins anew. */
  readonly opening: number;
  readonly isOpen: boolean;
}

const asked = createStore<AskedList | null>(null);

/** Opens the dialog that finds the profiles of a list. */
export function openListDialog(text: string): void {
  asked.set({ text, opening: (asked.get()?.opening ?? 0) + 1, isOpen: true });
}

/** Closes the dialog; it keeps its content while it fades out. */
export function closeListDialog(): void {
  const present = asked.get();
  if (present) asked.set({ ...present, isOpen: false });
}

/** The list that is or was asked about; null before the first one. */
export function useAskedList(): AskedList | null {
  return useStore(asked, (value) => value);
}
