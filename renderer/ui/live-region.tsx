import { VisuallyHidden } from '@mantine/core';
import { createStore, useStore } from './store.ts';

const announcement = createStore('');

/** Has screen readers say a sentence once they are done with the present one. */
export function announce(text: string): void {
  // A region that gets the text it already holds stays silent: a trailing no-break space makes it differ.
  announcement.set(announcement.get() === text ? `${text}\u00a0` : text);
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
