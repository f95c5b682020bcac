import type { Operation } from '../../../shared/operation.ts';
import type { OperationDefinition } from '../operation.ts';
import { checkGroup } from './check-group.ts';
import { groupPreimage, parseStored } from './group-preimage.ts';
import { settleIdentified } from './settle-identified.ts';

/**
 * Moves profiles to a group. The reply says "success" whatever was left out, so each profile is looked at
 * afterwards. Its old group is remembered for undo.
 */
export function moveToGroup({ groupId }: Extract<Operation, { kind: 'move_to_group' }>): OperationDefinition {
  return {
    semantics: 'idempotent',
    batchSize: 20,
    needsTypedCount: false,
    plan: ({ row }) => [
      {
        preimage: row.groupId > 0 ? JSON.stringify({ groupId: row.groupId }) : null,
        ...(row.groupId === groupId ? { skip: 'already' as const } : {}),
      },
    ],
    prepare: (reads) => checkGroup(groupId, reads),
    checkOpenState: null,
    send: (client, items, signal) =>
      client.call(
        'profile-update-groups-in-batches',
        { group_id: groupId, profile_id: items.map((item) => item.profileId) },
        { signal },
      ),
    readReply: () => ({ kind: 'look' }),
    settle: (item, reads) =>
      settleIdentified(item, reads, (fresh) => ({
        kind: fresh.groupId === groupId ? 'done' : 'send_again',
      })),
    undo: {
      operation: { kind: 'restore_group' },
      planItem(item, { row }) {
        const before = parseStored(groupPreimage, item.preimage);
        if (before === null) return { obstacle: 'state_unknown' };
        if (row.groupId !== groupId) return { obstacle: 'changed_since' };
        return { target: JSON.stringify({ to: before.groupId, from: groupId }) };
      },
    },
  };
}
