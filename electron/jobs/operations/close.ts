import { succeed } from '../../../shared/result.ts';
import type { OperationDefinition } from '../operation.ts';
import { readConfirmedIds } from './read-confirmed-ids.ts';

/** Closes profiles; the API can close only those that it opened. Closing twice changes nothing. */
export function closeProfiles(): OperationDefinition {
  return {
    semantics: 'idempotent',
    batchSize: 20,
    needsTypedCount: false,
    checkOpenState(open) {
      if (open === null) return 'already';
      return open.canClose ? 'ready' : 'out_of_reach';
    },
    // The documentation shows this call, unlike the other batch calls, with the numbers as text.
    send: (client, items, signal) =>
      client.call(
        'profile-close-in-batches',
        { profile_id: items.map((item) => String(item.profileId)) },
        { signal },
      ),
    readReply: readConfirmedIds,
    async settle(item, reads) {
      const open = await reads.readOpen();
      if (!open.ok) return open;
      const isOpen = open.value.profiles.some(({ profileId }) => profileId === item.profileId);
      return succeed({ kind: isOpen ? 'send_again' : 'done' });
    },
  };
}
