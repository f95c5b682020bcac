import { goTo } from '../navigation.ts';
import { createStore, useStore } from '../ui/store.ts';

const isAsked = createStore(false);

/** Shows the Profiles page with the focus in its search. */
export function askForSearch(): void {
  goTo({ page: 'profiles' });
  isAsked.set(true);
}

/** Tells that the search has taken the focus. */
export function answerSearch(): void {
  isAsked.set(false);
}

/** Whether the search is to take the focus, now or as soon as it is there. */
export function useIsSearchAsked(): boolean {
  return useStore(isAsked, (value) => value);
}
