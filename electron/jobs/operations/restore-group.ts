import { succeed } from '../../../shared/result.ts';
import type { OperationDefinition, PlannedProfile } from '../operation.ts';
import { groupTarget, parseStored } from './group-preimage.ts';
import { settleIdentified } from './settle-identified.ts';

/**
 * Moves profiles back to the groups in which they were, those of one group together. A profile that somebody
 * moved on meanwhile stays where it is.
 */
export function restoreGroup(): OperationDefinition {
  return {
    semantics: 'guarded',
    batchSize: 20,
    batchKey: (item) => item.target ?? '',
    needsTypedCount: false,
    checkOpenState: null,
    async inspect(item, fresh) {
      const { to, from } = readTarget(item);
      if (fresh.groupId === from) return succeed({ kind: 'send' });
      return succeed({ kind: 'skip', reason: fresh.groupId === to ? 'already' : 'changed_since' });
    },
    send(client, items, signal) {
      const [first] = items;
      if (first === undefined) throw new Error('A request needs an item.');
      return client.call(
        'profile-update-groups-in-batches',
        { group_id: readTarget(first).to, profile_id: items.map((item) => item.profileId) },
        { signal },
      );
    },
    readReply: () => ({ kind: 'look' }),
    settle: (item, reads) =>
      settleIdentified(item, reads, (fresh) => {
        const { to, from } = readTarget(item);
        if (fresh.groupId === to) return { kind: 'done' };
        return fresh.groupId === from ? { kind: 'send_again' } : { kind: 'skip', reason: 'changed_since' };
      }),
  };
}

function readTarget(item: PlannedProfile) {
  const target = parseStored(groupTarget, item.target);
  if (target === null) throw new Error('An item that goes back to a group has no group planned.');
  return target;
}
