import { type ProfileId, profileId } from '../../../shared/profile.ts';
import type { ReplyReading } from '../operation.ts';

/**
 * Reads a reply that lists the profiles that worked, as numbers or as decimal strings, in any order and
 * possibly twice. No list at all (null, missing, a text) confirms nobody. An id that is not among `asked`,
 * or an entry that is no id, makes the whole reply unbelievable.
 */
export function readConfirmedIds(data: unknown, asked: readonly ProfileId[]): ReplyReading {
  const confirmed = new Set<ProfileId>();
  if (!Array.isArray(data)) return { kind: 'read', confirmed };
  const askedIds = new Set(asked);
  for (const entry of data) {
    const id = profileId.safeParse(
      typeof entry === 'string' && /^\d{1,15}$/.test(entry) ? Number(entry) : entry,
    );
    if (!id.success || !askedIds.has(id.data)) return { kind: 'distrusted' };
    confirmed.add(id.data);
  }
  return { kind: 'read', confirmed };
}
