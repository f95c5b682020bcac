import { type Result, succeed } from '../../shared/result.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient } from './outcome.ts';

const pageSize = 100;
const mostPages = 1_000;

/**
 * Ids of the saved proxies that have neither user name nor password: what the list shows of them is all there
 * is. The logins of the others do not leave the client. Fails like every reading of a list.
 */
export async function readLoginFreeProxies(client: LocalApiClient): Promise<Result<ReadonlySet<number>>> {
  const ids = new Set<number>();
  let seen = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await client.call('proxy-list', { page, limit: pageSize });
    if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
    const { data, total } = outcome.data;
    for (const row of data) {
      const hasLogin = 'proxy_has_login' in row && row.proxy_has_login === true;
      if (typeof row.id === 'number' && !hasLogin) ids.add(row.id);
    }
    seen += data.length;
    if (data.length === 0 || seen >= total) break;
  }
  return succeed(ids);
}
