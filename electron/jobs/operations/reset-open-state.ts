import { succeed } from '../../../shared/result.ts';
import type { OperationDefinition } from '../operation.ts';
import { readSuccess } from './read-success.ts';

/**
 * Takes a stale "open" mark away. What it does to a profile that really runs is not documented, so one whose
 * window is on this computer is left alone: it can be closed instead.
 */
export function resetOpenState(): OperationDefinition {
  return {
    semantics: 'idempotent',
    batchSize: 1,
    needsTypedCount: false,
    checkOpenState(open) {
      if (open === null) return 'already';
      return open.canClose ? 'must_be_closed' : 'ready';
    },
    send(client, items, signal) {
      const [item] = items;
      if (item === undefined) throw new Error('A request needs an item.');
      return client.call('profile-open-state-reset', { profile_id: item.profileId }, { signal });
    },
    readReply: readSuccess,
    async settle(item, reads) {
      const open = await reads.readOpen();
      if (!open.ok) return open;
      const isOpen = open.value.profiles.some(({ profileId }) => profileId === item.profileId);
      return succeed({ kind: isOpen ? 'send_again' : 'done' });
    },
  };
}
