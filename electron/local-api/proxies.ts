import type { ActionRows } from '../../shared/local-api/wire.generated.ts';
import type { ListReading, SavedProxy, SavedProxyKind } from '../../shared/proxy.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { ListReader } from './outcome.ts';
import { isPlainHost } from './plain-host.ts';
import { splitTags } from './profile-row.ts';
import { readList } from './read-list.ts';

/** Reads all saved and purchased proxies, without their logins. Fails like `readList`. */
export function listProxies(client: ListReader, clock?: Clock): Promise<Result<ListReading<SavedProxy>>> {
  return readList(client, 'proxy-list', toSavedProxy, clock);
}

function toSavedProxy(wire: ActionRows['proxy-list'], raw: object): SavedProxy {
  const type = (wire.proxy_type ?? '').toLowerCase();
  const host = (wire.proxy_ip ?? '').trim();
  const port = (wire.proxy_port ?? '').trim();
  const tagIds = wire.tag_id ?? '';
  return {
    id: wire.id,
    kind: toKind(wire.type),
    type: /^[a-z0-9]{1,16}$/.test(type) ? type : null,
    host: isPlainHost(host) ? host : null,
    port: /^\d{1,5}$/.test(port) ? port : null,
    // The client has replaced the login by this mark.
    hasLogin: 'proxy_has_login' in raw && raw.proxy_has_login === true,
    note: wire.note ?? '',
    tagIds: tagIds
      .split(/[\s,]+/)
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0),
    tags: splitTags(tagIds, wire.tag_name ?? ''),
    detectedIp: isPlainHost(wire.query ?? '') ? (wire.query ?? '') : '',
    country: wire.country ?? '',
    city: wire.city ?? '',
    profileCount: wire.activeWindow ?? null,
  };
}

function toKind(kind: number | null | undefined): SavedProxyKind | null {
  if (kind === 1) return 'custom';
  return kind === 2 ? 'purchased' : null;
}
