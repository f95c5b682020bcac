import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { takePage } from '../page.ts';
import type { SavedProxyRecord } from '../records.ts';
import type { DemoState } from '../state.ts';
import { findOrCreateTags } from './tags.ts';

/** `proxy-list`: saved and purchased proxies, passwords in clear text. */
export function listProxies(input: ActionRequests['proxy-list'], { state, switches }: ActionContext): Answer {
  const { id = 0, type = 0, proxy_ip: ip = '', tag_id: tagId = 0 } = input;
  const isFiltered = id !== 0 || type !== 0 || ip !== '' || tagId !== 0;
  const fits = (proxy: SavedProxyRecord): boolean =>
    (id === 0 || proxy.id === id) &&
    (type === 0 || proxy.kind === type) &&
    (ip === '' || proxy.ip.includes(ip)) &&
    (tagId === 0 || proxy.tagIds.includes(tagId));
  return answer(
    takePage(state.proxies, input, switches, (proxy) => toRow(proxy, state), isFiltered ? fits : null),
  );
}

/** `proxy-create`. */
export function createProxy(input: ActionRequests['proxy-create'], { state }: ActionContext): Answer {
  const address = {
    type: input.proxy_type,
    ip: input.proxy_ip,
    port: input.proxy_port,
    user: input.proxy_user ?? '',
    password: input.proxy_password ?? '',
  };
  if (findEqual(state, address) !== undefined) return refuse(103005);
  const proxy: SavedProxyRecord = {
    id: state.proxies.nextId(),
    kind: 1,
    ...address,
    note: input.note ?? '',
    tagIds: findOrCreateTags(state.proxyTags, input.tag),
    ...{ detectedIp: '', country: '', timezone: '', city: '' },
  };
  state.addProxy(proxy);
  return answer(proxy.id);
}

/** `proxy-update`: custom proxies only; purchased ones count as not there. */
export function updateSavedProxy(input: ActionRequests['proxy-update'], { state }: ActionContext): Answer {
  const proxy = state.proxies.get(input.id);
  if (proxy?.kind !== 1) return refuse(2002);
  const address = {
    type: input.proxy_type ?? proxy.type,
    ip: input.proxy_ip ?? proxy.ip,
    port: input.proxy_port ?? proxy.port,
    user: input.proxy_user ?? proxy.user,
  };
  if (findEqual(state, address, proxy.id) !== undefined) return refuse(104006);
  state.changeProxy(proxy, (changed) => {
    Object.assign(changed, address);
    changed.password = input.proxy_password ?? changed.password;
    changed.note = input.note ?? changed.note;
    if (input.tag !== undefined) changed.tagIds = findOrCreateTags(state.proxyTags, input.tag);
  });
  return answer(1);
}

/** `proxy-delete`: refused while a profile uses the proxy. */
export function deleteProxy(input: ActionRequests['proxy-delete'], { state }: ActionContext): Answer {
  const proxy = state.proxies.get(input.id);
  if (proxy?.kind !== 1) return refuse(2002);
  if (state.proxyUse.count(proxy.id) > 0) return refuse(108002);
  state.removeProxy(proxy);
  return answer(1);
}

/** `traffic-package-list`: megabytes as decimal text. */
export function listTrafficPackages(
  input: ActionRequests['traffic-package-list'],
  { state, switches }: ActionContext,
): Answer {
  return answer(
    takePage(state.packages, input, switches, (each) => ({
      id: each.id,
      limit_flow: each.limit.toFixed(2),
      used_flow: each.used.toFixed(2),
      supply_name: each.supplier,
    })),
  );
}

/** `gateway-list`: not paged, ids as text. */
export function listGateways(_input: object, { state }: ActionContext): Answer {
  return answer(state.gateways.all().map(({ id, title }) => ({ id: String(id), name: title })));
}

/** `gateway-switch`. */
export function switchGateway(input: ActionRequests['gateway-switch'], { state }: ActionContext): Answer {
  const id = Number(input.id);
  if (!state.gateways.has(id)) return refuse(118002);
  state.activeGatewayId = id;
  return answer(null);
}

function findEqual(
  state: DemoState,
  address: Pick<SavedProxyRecord, 'type' | 'ip' | 'port' | 'user'>,
  exceptId = 0,
): SavedProxyRecord | undefined {
  return state.proxies.find(
    (each) =>
      each.id !== exceptId &&
      each.type === address.type &&
      each.ip === address.ip &&
      each.port === address.port &&
      each.user === address.user,
  );
}

function toRow(proxy: SavedProxyRecord, state: DemoState): Record<string, unknown> {
  return {
    id: proxy.id,
    proxy_type: proxy.type,
    proxy_ip: proxy.ip,
    proxy_port: proxy.port,
    proxy_user: proxy.user,
    proxy_password: proxy.password,
    note: proxy.note,
    type: proxy.kind,
    tag_id: proxy.tagIds.join(' '),
    tag_name: proxy.tagIds.map((id) => state.proxyTags.get(id)?.title ?? '').join(' '),
    query: proxy.detectedIp,
    country: proxy.country,
    timezone: proxy.timezone,
    city: proxy.city,
    activeWindow: state.proxyUse.count(proxy.id),
  };
}
