import type { ActionRequests } from '../../shared/local-api/wire.generated.ts';
import type { ProxyChange, ProxyDraft } from '../../shared/proxy.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { LocalApiClient } from './outcome.ts';
import { writeOnce } from './write-once.ts';

/** Saves a new proxy and gives its id. Fails like `writeOnce`. */
export async function createProxy(
  client: LocalApiClient,
  draft: ProxyDraft,
): Promise<Result<{ readonly id: number }>> {
  const created = await writeOnce(client, 'proxy-create', {
    proxy_type: draft.type,
    proxy_ip: draft.host,
    proxy_port: draft.port,
    // Marked as required, and empty in the sample of its page.
    proxy_user: draft.user,
    ...(draft.password === '' ? {} : { proxy_password: draft.password }),
    ...(draft.tags.length === 0 ? {} : { tag: toTagField(draft.tags) }),
    ...(draft.note === '' ? {} : { note: draft.note }),
  });
  return created.ok ? succeed({ id: created.value }) : created;
}

/** Changes the given parts of a saved proxy and sends no others. Fails like `writeOnce`. */
export async function changeProxy(
  client: LocalApiClient,
  { id, changes }: ProxyChange,
): Promise<Result<{ readonly id: number }>> {
  const { type, host, port, user, password, tags, note } = changes;
  const body: ActionRequests['proxy-update'] = {
    id,
    ...(type === undefined ? {} : { proxy_type: type }),
    ...(host === undefined ? {} : { proxy_ip: host }),
    ...(port === undefined ? {} : { proxy_port: port }),
    ...(user === undefined ? {} : { proxy_user: user }),
    ...(password === undefined ? {} : { proxy_password: password }),
    ...(tags === undefined ? {} : { tag: toTagField(tags) }),
    ...(note === undefined ? {} : { note }),
  };
  const changed = await writeOnce(client, 'proxy-update', body);
  return changed.ok ? succeed({ id }) : changed;
}

/** Deletes a saved proxy. Code 108002 says that a profile still uses it. Fails like `writeOnce`. */
export async function deleteProxy(
  client: LocalApiClient,
  id: number,
): Promise<Result<{ readonly id: number }>> {
  const deleted = await writeOnce(client, 'proxy-delete', { id });
  return deleted.ok ? succeed({ id }) : deleted;
}

/** One name is text and several are a list. What takes all tags away is not documented: an empty list is sent. */
function toTagField(tags: readonly string[]): string | string[] {
  const [only] = tags;
  return tags.length === 1 && only !== undefined ? only : [...tags];
}
