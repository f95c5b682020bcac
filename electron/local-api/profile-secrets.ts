import type { ProfileId } from '../../shared/profile.ts';
import type { ProfileSecret } from '../../shared/profile-details.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { systemClock } from '../clock.ts';
import { toAppError } from './errors.ts';
import type { SecretReader } from './outcome.ts';
import { readProfileRow, toText } from './profile-details.ts';
import { readPatiently } from './read-patiently.ts';

const ownFields = {
  site_username: 'username',
  site_password: 'password',
  proxy_link: 'proxy_url',
} as const;

const proxyFields = { proxy_user: 'proxy_user', proxy_password: 'proxy_password' } as const;

/**
 * Reads one secret of a profile anew; everything else in the reply is let go. Empty when it is not set. Fails with
 * `not_found` when the profile, or its saved proxy, is not listed any more, or as a read does.
 */
export async function readProfileSecret(
  client: SecretReader,
  id: ProfileId,
  secret: ProfileSecret,
): Promise<Result<string>> {
  const row = await readProfileRow(client, id);
  if (!row.ok) return row;
  if (row.value === null)
    return fail('not_found', 'The profile is not listed any more.', { detail: 'profileId' });
  if (secret === 'proxy_user' || secret === 'proxy_password')
    return readProxyField(client, Number(row.value.proxy_id), proxyFields[secret]);
  return succeed(toText(row.value[ownFields[secret]]));
}

async function readProxyField(
  client: SecretReader,
  proxyId: number,
  field: 'proxy_user' | 'proxy_password',
): Promise<Result<string>> {
  if (!Number.isSafeInteger(proxyId) || proxyId < 1) return succeed('');
  // Older versions do not know the filter and send the first page; a second, larger look finds it there.
  for (const body of [
    { id: proxyId, page: 1, limit: 10 },
    { page: 1, limit: 1_000 },
  ]) {
    const outcome = await readPatiently(() => client.readPageWithSecrets('proxy-list', body), systemClock);
    if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
    for (const row of outcome.data.rows)
      if (typeof row === 'object' && row !== null && 'id' in row && Number(row.id) === proxyId)
        return succeed(toText((row as Record<string, unknown>)[field]));
  }
  return fail('not_found', 'The saved proxy is not listed any more.', { detail: 'proxyId' });
}
