import { goTo } from '../navigation.ts';
import { createStore, useStore } from '../ui/store.ts';

type HelpView = 'shortcuts' | 'welcome' | 'tour';

const shown = createStore<HelpView | null>(null);

/** Shows the list of shortcuts. */
export function openShortcutList(): void {
  shown.set('shortcuts');
}

/** Shows the welcome. */
export function openWelcome(): void {
  shown.set('welcome');
}

/** Goes to the profiles and shows what stands where. */
export function startTour(): void {
  goTo({ page: 'profiles' });
  shown.set('tour');
}

/** Closes whatever help is shown. */
export function closeHelp(): void {
  shown.set(null);
}

/** The help that is shown; null when none is. */
export function useShownHelp(): HelpView | null {
  return useStore(shown, (view) => view);
}
