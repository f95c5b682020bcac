import type { ProfileId } from '../../shared/profile.ts';
import { createStore, useStore } from '../ui/store.ts';

const asked = createStore<ProfileId | null>(null);

/** Asks the profile grid to scroll to this profile, as soon as it has its rows. */
export function revealProfile(id: ProfileId): void {
  asked.set(id);
}

/** Told by the grid once it has scrolled, or does not show the profile. */
export function clearRevealed(): void {
  asked.set(null);
}

/** The profile that the grid still has to scroll to; null for none. */
export function useRevealedProfile(): ProfileId | null {
  return useStore(asked, (id) => id);
}
