import type { OperationDefinition } from '../operation.ts';
import { readConfirmedIds } from './read-confirmed-ids.ts';
import { settleUnlessUsed } from './settle-unless-used.ts';

/** Deletes the local browser cache. Doing it twice is only work; nothing says what it does to an open profile. */
export function clearCache(): OperationDefinition {
  return {
    semantics: 'idempotent',
    batchSize: 20,
    needsTypedCount: false,
    checkOpenState: (open) => (open === null ? 'ready' : 'must_be_closed'),
    send: (client, items, signal) =>
      client.call('profile-clear-cache', { profile_id: items.map((item) => item.profileId) }, { signal }),
    readReply: readConfirmedIds,
    settle: settleUnlessUsed,
  };
}
