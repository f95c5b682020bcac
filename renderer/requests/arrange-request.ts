import { createStore, useStore } from '../ui/store.ts';

interface Asked {
  /** Counts the openings, so that each begins anew. */
  readonly opening: number;
  readonly isOpen: boolean;
}

const asked = createStore<Asked>({ opening: 0, isOpen: false });

/** Opens the dialog that arranges the windows that are open on this computer. */
export function openArrangeDialog(): void {
  asked.set({ opening: asked.get().opening + 1, isOpen: true });
}

/** Closes the dialog; it keeps its content while it fades out. */
export function closeArrangeDialog(): void {
  asked.set({ ...asked.get(), isOpen: false });
}

/** Whether the dialog is open. */
export function useAskedArrange(): Asked {
  return useStore(asked, (value) => value);
}
