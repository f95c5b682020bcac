import { type Result, succeed } from '../../shared/result.ts';
import type { ListReader } from './outcome.ts';
import { listProxies } from './proxies.ts';

/**
 * Ids of the saved proxies that have neither user name nor password: what the list shows of them is all there
 * is. The logins of the others do not leave the client. Fails like every reading of a list.
 */
export async function readLoginFreeProxies(client: ListReader): Promise<Result<ReadonlySet<number>>> {
  const read = await listProxies(client);
  if (!read.ok) return read;
  return succeed(new Set(read.value.rows.filter(({ hasLogin }) => !hasLogin).map(({ id }) => id)));
}
