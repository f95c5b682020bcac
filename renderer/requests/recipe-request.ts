import type { StartableOperation } from '../../shared/operation.ts';
import { createStore, useStore } from '../ui/store.ts';

interface AskedRecipe {
  readonly operation: StartableOperation;
  /** Counts the openings, so that each begins anew. */
  readonly opening: number;
  readonly isOpen: boolean;
}

const asked = createStore<AskedRecipe | null>(null);

/** Opens the dialog that saves what a job did as a recipe. */
export function openRecipeDialog(operation: StartableOperation): void {
  asked.set({ operation, opening: (asked.get()?.opening ?? 0) + 1, isOpen: true });
}

/** Closes the dialog; it keeps its content while it fades out. */
export function closeRecipeDialog(): void {
  const present = asked.get();
  if (present) asked.set({ ...present, isOpen: false });
}

/** What is or was to be saved; null before the first time. */
export function useAskedRecipe(): AskedRecipe | null {
  return useStore(asked, (value) => value);
}
