import type { ProfileId } from '../../shared/profile.ts';
import { createStore, useStore } from '../ui/store.ts';

const asked = createStore<ProfileId | null>(null);

/** Shows the details panel beside the grid, with this profile. */
export function openProfileDetails(id: ProfileId): void {
  asked.set(id);
}

/** Closes the details panel. */
export function closeProfileDetails(): void {
  asked.set(null);
}

/** The profile whose details are shown; null while the panel is closed. */
export function useDetailedProfile(): ProfileId | null {
  return useStore(asked, (id) => id);
}
