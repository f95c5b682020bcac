import { profileId } from '../../../shared/profile.ts';
import { succeed } from '../../../shared/result.ts';
import type { OperationDefinition } from '../operation.ts';

/**
 * Opens profiles, one a request. Once: every opening counts against the day's number (1018), and the opened lists
 * tell whether one with an unknown outcome happened.
 */
export function openProfiles(): OperationDefinition {
  return {
    semantics: 'once',
    batchSize: 1,
    needsTypedCount: false,
    checkOpenState(open) {
      if (open === null) return 'ready';
      return open.canClose ? 'already' : 'out_of_reach';
    },
    send(client, items, signal) {
      const [item] = items;
      if (item === undefined) throw new Error('A request needs an item.');
      return client.call('profile-open', { profile_id: item.profileId }, { signal });
    },
    readReply(data, asked) {
      const id = profileId.safeParse(
        typeof data === 'object' && data !== null && 'profile_id' in data ? data.profile_id : null,
      );
      if (!id.success) return { kind: 'look' };
      return asked.includes(id.data)
        ? { kind: 'read', confirmed: new Set([id.data]) }
        : { kind: 'distrusted' };
    },
    async settle(item, reads) {
      const open = await reads.readOpen();
      if (!open.ok) return open;
      const isOpen = open.value.profiles.some(({ profileId: id }) => id === item.profileId);
      return succeed({ kind: isOpen ? 'done' : 'ask' });
    },
    undo: { operation: { kind: 'close' }, planItem: () => ({ target: null }) },
  };
}
