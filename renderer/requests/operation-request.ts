import type { StartableOperation } from '../../shared/operation.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { createStore, useStore } from '../ui/store.ts';

/** The dialogs of the operations: clearing with and without cookies share one. */
export type OperationForm = Exclude<StartableOperation['kind'], 'clear_cache_and_cookies'>;

/** A wish to do something with profiles, before it was checked and confirmed. */
export interface OperationRequest {
  readonly form: OperationForm;
  /** At least one; later changes of the selection are not followed. */
  readonly profileIds: readonly ProfileId[];
  /** The choices that the dialog begins with; without it, its own. */
  readonly preset?: StartableOperation;
  /** Whether *close them first* is chosen at the beginning. */
  readonly closeOpened?: boolean;
}

interface AskedRequest {
  readonly request: OperationRequest;
  /** Counts the openings, so that each begins anew. */
  readonly opening: number;
  readonly isOpen: boolean;
}

const asked = createStore<AskedRequest | null>(null);

/** Opens the dialog for a request. */
export function openOperationDialog(request: OperationRequest): void {
  asked.set({ request, opening: (asked.get()?.opening ?? 0) + 1, isOpen: true });
}

/** Closes the dialog; it keeps its content while it fades out. */
export function closeOperationDialog(): void {
  const present = asked.get();
  if (present) asked.set({ ...present, isOpen: false });
}

/** The request whose dialog is or was open; null before the first one. */
export function useAskedOperation(): AskedRequest | null {
  return useStore(asked, (value) => value);
}

/** The dialog in which an operation is chosen. */
export function toForm(kind: StartableOperation['kind']): OperationForm {
  return kind === 'clear_cache_and_cookies' ? 'clear_cache' : kind;
}
