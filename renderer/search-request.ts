import { goTo } from './navigation.ts';
import { createStore, useStore } from './ui/store.ts';

const asked = createStore(0);

/** Shows the Profiles page with the focus in its search. */
export function askForSearch(): void {
  goTo({ page: 'profiles' });
  asked.set(asked.get() + 1);
}

/** How often the search was asked for; it takes the focus at every change. */
export function useAskedSearch(): number {
  return useStore(asked, (count) => count);
}
