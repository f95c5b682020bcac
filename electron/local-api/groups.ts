import type { ProfileGroup } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient } from './outcome.ts';

const pageSize = 100;
/** More pages than that are not a list of groups. */
const mostPages = 1_000;

/**
 * Reads all groups in the order of the API, each once. Fails with `api_unreachable`, `api_timeout`, `api_rejected`
 * or `unexpected_response`.
 */
export async function listGroups(client: LocalApiClient): Promise<Result<readonly ProfileGroup[]>> {
  const groups = new Map<number, ProfileGroup>();
  let seen = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await client.call('group-list', { page, limit: pageSize });
    if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
    const { data, total } = outcome.data;
    for (const { id, title } of data) groups.set(id, { id, title: title ?? '' });
    seen += data.length;
    if (data.length === 0 || seen >= total) return succeed([...groups.values()]);
  }
  return fail('unexpected_response', 'The list of groups does not end.');
}
