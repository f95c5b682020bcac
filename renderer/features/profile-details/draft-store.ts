import { createStore, useStore } from '../../ui/store.ts';
import type { ProfileDraft } from './profile-draft.ts';

/** Outlives a visit to another page: nothing typed is lost by it. */
const present = createStore<ProfileDraft | null>(null);

/** Replaces the draft; null when nothing is left to be saved. */
export const setProfileDraft = present.set;

/** The draft; null when nothing is changed. */
export function useProfileDraft(): ProfileDraft | null {
  return useStore(present, (draft) => draft);
}
