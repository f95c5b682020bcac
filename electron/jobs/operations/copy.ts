import { toCopyName, toFreeName } from '../../../shared/copy-name.ts';
import type { Operation } from '../../../shared/operation.ts';
import { profileId } from '../../../shared/profile.ts';
import { type Result, succeed } from '../../../shared/result.ts';
import type {
  Inspection,
  OperationDefinition,
  OperationTools,
  PlannedProfile,
  Settlement,
  StateReads,
} from '../operation.ts';
import { checkGroup } from './check-group.ts';

type CopyOperation = Extract<Operation, { kind: 'copy' }>;

/** Looks in vain after which the user is asked. */
const mostLooks = 2;

/**
 * Makes copies of profiles, one a request, each under a name that no other profile has. Once: when the outcome
 * of a request is unknown, only the planned name tells whether the copy exists; it is never made again blindly.
 */
export function copyProfiles(
  { copies, namePattern, groupId, site }: CopyOperation,
  { timing }: OperationTools,
): OperationDefinition {
  return {
    semantics: 'once',
    batchSize: 1,
    needsTypedCount: false,
    plan: ({ row }, { isNameTaken, date }) => {
      const planned = new Set<string>();
      return Array.from({ length: copies }, (_, index) => {
        const name = toCopyName(namePattern, { name: row.name, n: index + 1, date });
        const marker = toFreeName(name, (text) => planned.has(text) || isNameTaken(text));
        planned.add(marker);
        return { marker };
      });
    },
    prepare: (reads) => checkGroup(groupId, reads),
    checkOpenState: null,
    inspect: (item, _fresh, reads) => inspectName(item, reads),
    send(client, items, signal) {
      const [item] = items;
      if (item === undefined) throw new Error('A request needs an item.');
      // Without a group, where the copy lands is not documented.
      const body = { profile_id: item.profileId, name: markerOf(item), group_id: groupId };
      if (site === null) return client.call('profile-copy', body, { signal });
      const { siteId: site_id, siteUrl: site_url } = site;
      const bodyWithSite = site_url === null ? { ...body, site_id } : { ...body, site_id, site_url };
      return client.call('profile-copy', bodyWithSite, { signal });
    },
    readReply(data, asked) {
      const id = profileId.safeParse(data);
      return id.success ? { kind: 'read', confirmed: new Set(asked), resultId: id.data } : { kind: 'look' };
    },
    settle: (item, reads, looks) => settleByName(item, reads, looks, timing.secondLookMs),
  };
}

async function inspectName(
  item: PlannedProfile & { readonly attempts: number },
  reads: StateReads,
): Promise<Result<Inspection>> {
  const found = await reads.findByName(markerOf(item));
  if (!found.ok) return found;
  const [resultId] = found.value;
  if (resultId === undefined) return succeed({ kind: 'send' });
  if (item.attempts === 0) return succeed({ kind: 'skip', reason: 'name_taken' });
  if (found.value.length > 1) return succeed({ kind: 'ask', reason: 'several_found' });
  return succeed({ kind: 'done', resultId });
}

async function settleByName(
  item: PlannedProfile,
  reads: StateReads,
  looks: number,
  secondLookMs: number,
): Promise<Result<Settlement>> {
  const found = await reads.findByName(markerOf(item));
  if (!found.ok) return found;
  const [resultId] = found.value;
  if (resultId === undefined)
    return succeed(looks + 1 < mostLooks ? { kind: 'look_again', afterMs: secondLookMs } : { kind: 'ask' });
  if (found.value.length > 1) return succeed({ kind: 'ask', reason: 'several_found' });
  return succeed({ kind: 'done', resultId });
}

function markerOf(item: PlannedProfile): string {
  if (item.marker === null) throw new Error('A copy has no name planned.');
  return item.marker;
}
