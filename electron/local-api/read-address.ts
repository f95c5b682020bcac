import type { ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient } from './outcome.ts';
import { parseProfileRow } from './profile-row.ts';

/**
 * Reads the address under which websites saw one profile, as ixBrowser noted it at the last opening; empty when it
 * shows none. Fails with `not_found` or like every reading of a list.
 */
export async function readAddress(
  client: LocalApiClient,
  id: ProfileId,
): Promise<Result<{ readonly realIp: string }>> {
  const outcome = await client.call('profile-list', { profile_id: id, page: 1, limit: 10 });
  if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
  // The filter is documented by its name only, so the row is looked for by its number.
  const row = outcome.data.data.find((candidate) => candidate.profile_id === id);
  if (row === undefined) return fail('not_found', 'The list does not hold the profile.');
  const parsed = parseProfileRow(row);
  if (!parsed.ok) return fail('unexpected_response', `The profile's ${parsed.field} cannot be read.`);
  return succeed({ realIp: parsed.profile.row.realIp });
}
