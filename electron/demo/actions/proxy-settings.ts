import type { ApiErrorCode } from '../../../shared/local-api/wire.generated.ts';
import type { ActionContext } from '../answer.ts';
import type { ProxyRecord } from '../records.ts';

/** Proxy fields of a request after validation. Modes and ids may be text in some actions. */
export interface ProxyInput {
  readonly proxy_mode?: number | string;
  readonly proxy_id?: number | string;
  readonly proxy_type?: string;
  readonly proxy_ip?: string;
  readonly proxy_port?: string;
  readonly proxy_user?: string;
  readonly proxy_password?: string;
  readonly proxy_url?: string;
}

type ReadProxy =
  | { readonly ok: true; readonly proxy: ProxyRecord }
  | { readonly ok: false; readonly code: ApiErrorCode };

/**
 * The proxy a request describes. Ids that lead nowhere give 2002 (proxies) or 2003 (traffic packages). A custom
 * proxy that is not saved yet is saved with it, unless it is meant for one session only.
 */
export function toProxyRecord(
  input: ProxyInput,
  context: ActionContext,
  use: 'stored' | 'sessionOnly' = 'stored',
): ReadProxy {
  const { state } = context;
  const id = Number(input.proxy_id ?? 0);
  const settings = toSettings(input);
  switch (String(input.proxy_mode ?? 2)) {
    case '1':
      if (!state.packages.has(id)) return { ok: false, code: 2003 };
      return { ok: true, proxy: { mode: 1, id, settings } };
    case '3': {
      const saved = state.proxies.get(id);
      if (saved?.kind !== 2) return { ok: false, code: 2002 };
      return { ok: true, proxy: { mode: 3, ...pickAddress(saved), settings } };
    }
    case '4':
      return {
        ok: true,
        proxy: { mode: 4, type: input.proxy_type ?? 'socks5', url: input.proxy_url ?? '', settings },
      };
    default:
      return toCustomProxy(input, id, settings, context, use);
  }
}

function toCustomProxy(
  input: ProxyInput,
  id: number,
  settings: ProxyRecord['settings'],
  { state }: ActionContext,
  use: 'stored' | 'sessionOnly',
): ReadProxy {
  const type = input.proxy_type ?? 'direct';
  if (type === 'direct') return { ok: true, proxy: { mode: 2, type, settings } };
  const {
    proxy_ip: ip = '',
    proxy_port: port = '',
    proxy_user: user = '',
    proxy_password: password = '',
  } = input;
  if (id !== 0 && ip === '') {
    const saved = state.proxies.get(id);
    if (saved?.kind !== 1) return { ok: false, code: 2002 };
    return { ok: true, proxy: { mode: 2, ...pickAddress(saved), settings } };
  }
  if (use === 'sessionOnly')
    return { ok: true, proxy: { mode: 2, type, ip, port, user, password, settings } };
  let saved = state.proxies.find(
    (proxy) => proxy.type === type && proxy.ip === ip && proxy.port === port && proxy.user === user,
  );
  if (saved === undefined) {
    saved = {
      id: state.proxies.nextId(),
      kind: 1,
      ...{ type, ip, port, user, password },
      ...{ note: '', tagIds: [], detectedIp: '', country: '', timezone: '', city: '' },
    };
    state.addProxy(saved);
  }
  return { ok: true, proxy: { mode: 2, ...pickAddress(saved), settings } };
}

function pickAddress(saved: {
  readonly id: number;
  readonly type: string;
  readonly ip: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
}) {
  const { id, type, ip, port, user, password } = saved;
  return { id, type, ip, port, user, password };
}

function toSettings(input: ProxyInput): ProxyRecord['settings'] {
  const {
    proxy_mode: _mode,
    proxy_id: _id,
    proxy_type: _type,
    proxy_ip: _ip,
    proxy_port: _port,
    proxy_user: _user,
    proxy_password: _password,
    proxy_url: _url,
    ...settings
  } = input;
  return settings;
}
