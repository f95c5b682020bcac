import { VisuallyHidden } from '@mantine/core';
import { createStore, useStore } from './store.ts';

const announcement = createStore('');

/** Sentences that come this close together are said together, in milliseconds. */
const gathering = 100;
let waiting: string[] = [];

/** Has screen readers say a sentence once they are done with the present one. */
export function announce(text: string): void {
  waiting.push(text);
  if (waiting.length > 1) return;
  setTimeout(() => {
    const spoken = waiting.join(' · ');
    waiting = [];
    // A region that gets the text it already holds stays silent: a trailing no-break space makes it differ.
    announcement.set(announcement.get() === spoken ? `${spoken}\u00a0` : spoken);
  }, gathering);
}

/** The one polite live region of the window. */
export function LiveRegion() {
  const text = useStore(announcement, (value) => value);
  return (
    <VisuallyHidden role="status" aria-live="polite" aria-atomic="true">
      {text}
    </VisuallyHidden>
  );
}
