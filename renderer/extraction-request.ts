import type { ProfileId } from '../shared/profile.ts';
import { createStore, useStore } from './ui/store.ts';

interface AskedExtraction {
  /** At least one; later changes of the selection are not followed. */
  readonly profileIds: readonly ProfileId[];
  /** Counts the openings, so that each begins anew. */
  readonly opening: number;
  readonly isOpen: boolean;
}

const asked = createStore<AskedExtraction | null>(null);

/** Opens the dialog for proxies from a link. */
export function openExtractionDialog(profileIds: readonly ProfileId[]): void {
  asked.set({ profileIds, opening: (asked.get()?.opening ?? 0) + 1, isOpen: true });
}

/** Closes the dialog; it keeps its content while it fades out. */
export function closeExtractionDialog(): void {
  const present = asked.get();
  if (present) asked.set({ ...present, isOpen: false });
}

/** The request whose dialog is or was open; null before the first one. */
export function useAskedExtraction(): AskedExtraction | null {
  return useStore(asked, (value) => value);
}
