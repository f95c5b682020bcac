import { useState } from 'react';
import type { ActivityEntry } from '../../../shared/activity.ts';

type Entries = readonly ActivityEntry[];

/**
 * The entries to show: the newest ones, or while `isHeld` those that stood there when it began, so that nothing moves
 * under the pointer. A record that was cleared is never held.
 */
export function useHeldEntries(entries: Entries, isHeld: boolean): { held: Entries; release: () => void } {
  const [held, setHeld] = useState(entries);
  const isCleared = (entries.at(0)?.seq ?? Number.POSITIVE_INFINITY) > (held.at(-1)?.seq ?? 0);
  const isCurrent = !isHeld || isCleared;
  if (isCurrent && held !== entries) setHeld(entries);
  return { held: isCurrent ? entries : held, release: () => setHeld(entries) };
}
