import type { ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ApiOutcome, LocalApiClient } from '../local-api/outcome.ts';
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
  return succeed({ identity: row.cache_path || null, lastOpenSeconds: row.last_open_time || null });
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
