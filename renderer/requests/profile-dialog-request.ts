import type { ProfileDetails } from '../../shared/profile-details.ts';
import { createStore, useStore } from '../ui/store.ts';

/** A dialog about transfer codes, or about the recycle bin. */
export type ProfileDialogRequest =
  | { readonly kind: 'transfer_create'; readonly details: ProfileDetails }
  | { readonly kind: 'transfer_cancel'; readonly details: ProfileDetails }
  | { readonly kind: 'transfer_import' }
  | { readonly kind: 'transfer_records' }
  | { readonly kind: 'cookies_export'; readonly details: ProfileDetails }
  | { readonly kind: 'cookies_import'; readonly details: ProfileDetails }
  | { readonly kind: 'empty_bin' };

interface AskedDialog {
  readonly request: ProfileDialogRequest;
  /** Counts the openings, so that each begins anew. */
  readonly opening: number;
  readonly isOpen: boolean;
}

const asked = createStore<AskedDialog | null>(null);

/** Opens a dialog. */
export function openProfileDialog(request: ProfileDialogRequest): void {
  asked.set({ request, opening: (asked.get()?.opening ?? 0) + 1, isOpen: true });
}

/** Closes the dialog; it keeps its content while it fades out. */
export function closeProfileDialog(): void {
  const present = asked.get();
  if (present) asked.set({ ...present, isOpen: false });
}

/** The dialog that is or was open; null before the first one. */
export function useAskedDialog(): AskedDialog | null {
  return useStore(asked, (value) => value);
}
