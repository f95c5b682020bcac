import type { OperationDefinition } from '../operation.ts';
import { readConfirmedIds } from './read-confirmed-ids.ts';
import { settleUnlessUsed } from './settle-unless-used.ts';

/**
 * Deletes the local cache and the cookies, which signs the profile out of its websites. Guarded: a repetition
 * would sign somebody out again who signed in meanwhile, so each profile goes alone and is looked at first.
 */
export function clearCacheAndCookies(): OperationDefinition {
  return {
    semantics: 'guarded',
    batchSize: 1,
    needsTypedCount: true,
    checkOpenState: (open) => (open === null ? 'ready' : 'must_be_closed'),
    send: (client, items, signal) =>
      client.call(
        'profile-clear-cache-and-cookies',
        { profile_id: items.map((item) => item.profileId) },
        { signal },
      ),
    readReply: readConfirmedIds,
    settle: settleUnlessUsed,
  };
}
