import { type ProfileId, profileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ApiOutcome, LocalApiClient } from '../local-api/outcome.ts';
import { parseProfileRow } from '../local-api/profile-row.ts';
import type { FreshProfile } from './operation.ts';

/**
 * Reads one profile from the list as it is now. Null when the list does not hold it, which an API may also say
 * with code 2007. Fails with `api_unreachable`, `api_timeout`, `api_rejected` or `unexpected_response`.
 */
export async function readProfile(
  client: LocalApiClient,
  id: ProfileId,
): Promise<Result<FreshProfile | null>> {
  const outcome = await client.call('profile-list', { profile_id: id, page: 1, limit: 10 });
  if (outcome.kind === 'refused' && outcome.apiCode === 2007) return succeed(null);
  if (outcome.kind !== 'ok') return failRead(outcome);
  // The filter is documented by its name only, so the row is looked for by its number.
  const row = outcome.data.data.find((candidate) => candidate.profile_id === id);
  if (row === undefined) return succeed(null);
  const parsed = parseProfileRow(row);
  if (!parsed.ok) return fail('unexpected_response', `The profile's ${parsed.field} cannot be read.`);
  const { cachePath, lastOpenSeconds } = parsed.profile;
  const { groupId, proxy } = parsed.profile.row;
  return succeed({ identity: cachePath, lastOpenSeconds, groupId, proxy });
}

const namesPerPage = 100;
const mostPages = 1_000;

/**
 * Reads which profiles have exactly this name now; the filter of the API may also find parts of names. Fails
 * like `readProfile`.
 */
export async function findByName(
  client: LocalApiClient,
  name: string,
): Promise<Result<readonly ProfileId[]>> {
  const found = new Set<ProfileId>();
  let seen = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await client.call('profile-list', { name, page, limit: namesPerPage });
    if (outcome.kind !== 'ok') return failRead(outcome);
    const { data, total } = outcome.data;
    for (const row of data) {
      const id = profileId.safeParse(row.profile_id);
      if (row.name === name && id.success) found.add(id.data);
    }
    seen += data.length;
    if (data.length === 0 || seen >= total) break;
  }
  return succeed([...found]);
}

function failRead(outcome: Exclude<ApiOutcome<unknown>, { readonly kind: 'ok' }>): Result<never> {
  switch (outcome.kind) {
    case 'refused':
      return fail('api_rejected', `The Local API answered code ${outcome.apiCode}.`, {
        apiCode: outcome.apiCode,
        retryable: true,
      });
    case 'not_sent':
      return fail('api_unreachable', 'The Local API does not answer.', { retryable: true });
    case 'unknown':
      return outcome.reason === 'unreadable_reply'
        ? fail('unexpected_response', 'The reply is not what the Local API sends.')
        : fail('api_timeout', 'The Local API did not answer in time.', { retryable: true });
  }
}
