import { fail, type Result, succeed } from '../../../shared/result.ts';
import { listGroups } from '../../local-api/groups.ts';
import type { StateReads } from '../operation.ts';

/** Fails with `not_found` (`detail` is `groupId`) when the group is not in the list any more, or as the list does. */
export async function checkGroup(groupId: number, { client }: StateReads): Promise<Result<null>> {
  const groups = await listGroups(client);
  if (!groups.ok) return groups;
  if (groups.value.some((group) => group.id === groupId)) return succeed(null);
  return fail('not_found', 'The group does not exist any more.', { detail: 'groupId' });
}
