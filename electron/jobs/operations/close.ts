import { succeed } from '../../../shared/result.ts';
import type { OperationDefinition } from '../operation.ts';
import { readConfirmedIds } from './read-confirmed-ids.ts';

/** "Process not found": opened by hand or elsewhere, or closed meanwhile. */
const notOpenedHere = 1009;

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
    unclearCodes: new Set([notOpenedHere]),
    async settle(item, reads) {
      const open = await reads.readOpen();
      if (!open.ok) return open;
      const listed = open.value.profiles.find(({ profileId }) => profileId === item.profileId);
      if (listed === undefined) return succeed({ kind: 'done' });
      return succeed(listed.canClose ? { kind: 'send_again' } : { kind: 'skip', reason: 'open_elsewhere' });
    },
  };
}
