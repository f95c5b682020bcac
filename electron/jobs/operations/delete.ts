import { succeed } from '../../../shared/result.ts';
import type { OperationDefinition } from '../operation.ts';
import { readSuccess } from './read-success.ts';
import { settleUnlessUsed } from './settle-unless-used.ts';

/**
 * Deletes profiles, one a request and never an open one. The Local API has no way back. Guarded: the number of a
 * deleted profile might go to another one, so each is looked at directly before its request. After an unknown
 * outcome a profile that is gone counts as deleted.
 */
export function deleteProfiles(): OperationDefinition {
  return {
    semantics: 'guarded',
    batchSize: 1,
    needsTypedCount: true,
    typedCountFrom: 1,
    isGoneDone: true,
    checkOpenState: (open) => (open === null ? 'ready' : 'must_be_closed'),
    send(client, items, signal) {
      const [item] = items;
      if (item === undefined) throw new Error('A request needs an item.');
      return client.call('profile-delete', { profile_id: item.profileId }, { signal });
    },
    readReply: readSuccess,
    async settle(item, reads) {
      const fresh = await reads.readProfile(item.profileId);
      if (fresh.ok && fresh.value === null) return succeed({ kind: 'done' });
      return fresh.ok ? settleUnlessUsed(item, reads) : fresh;
    },
  };
}
