import type { StartableOperation } from '../../../shared/operation.ts';
import type { ProxySecret, ProxyTarget, proxyGateways, SecretRef } from '../../../shared/proxy-target.ts';

/** The kinds of proxy to choose from; `link` has a form of its own. */
export const proxyKinds = ['link', 'custom', 'traffic_package', 'purchased', 'direct'] as const;
export type ProxyKind = (typeof proxyKinds)[number];

export const customProxyTypes = ['http', 'https', 'socks5', 'ssh'] as const;

/** The form as it was typed. */
export interface ProxyDraft {
  readonly kind: ProxyKind;
  readonly type: (typeof customProxyTypes)[number];
  readonly host: string;
  readonly port: string;
  readonly checkLine: 'global_line' | 'cn_line';
  readonly hasLogin: boolean;
  readonly user: string;
  readonly password: string;
  readonly packageId: string;
  readonly gateway: (typeof proxyGateways)[number];
  readonly country: string;
  readonly city: string;
  readonly proxyId: string;
}

/** A draft of a kind that needs no supplier link. */
export type PlainProxyDraft = ProxyDraft & { readonly kind: Exclude<ProxyKind, 'link'> };

/** Fields that can be wrong. */
export type ProxyField = 'host' | 'port' | 'user' | 'packageId' | 'city' | 'proxyId';

const empty: ProxyDraft = {
  kind: 'link',
  type: 'http',
  host: '',
  port: '',
  checkLine: 'global_line',
  hasLogin: false,
  user: '',
  password: '',
  packageId: '',
  gateway: 'Default',
  country: '',
  city: '',
  proxyId: '',
};

/** The draft to begin with. A login is never known from before: that one is needed is kept. */
export function toProxyDraft(preset: StartableOperation | undefined): ProxyDraft {
  if (preset?.kind !== 'set_proxy') return empty;
  const { proxy } = preset;
  switch (proxy.kind) {
    case 'custom': {
      const { kind, type, host, port, checkLine, secret } = proxy;
      return { ...empty, kind, type, host, port: String(port), checkLine, hasLogin: secret !== null };
    }
    case 'traffic_package': {
      const { kind, packageId, gateway, country, city } = proxy;
      return {
        ...empty,
        ...{ kind, packageId: String(packageId), gateway },
        ...{ country: country ?? '', city: city ?? '' },
      };
    }
    case 'purchased':
      return { ...empty, kind: proxy.kind, proxyId: String(proxy.proxyId) };
    case 'direct':
      return { ...empty, kind: proxy.kind };
    // Its form begins anew: the link and what belongs to it stand in a preset, not in the job.
    case 'extraction':
      return empty;
  }
}

/** The fields that do not fit, of the chosen kind only. */
export function findWrongFields(draft: PlainProxyDraft): ReadonlySet<ProxyField> {
  const wrong = new Set<ProxyField>();
  switch (draft.kind) {
    case 'custom':
      if (!isHost(draft.host.trim())) wrong.add('host');
      if (readNumber(draft.port, 65_535) === null) wrong.add('port');
      if (draft.hasLogin && draft.user === '') wrong.add('user');
      break;
    case 'traffic_package':
      if (readNumber(draft.packageId) === null) wrong.add('packageId');
      if (draft.city.trim().length > 100) wrong.add('city');
      break;
    case 'purchased':
      if (readNumber(draft.proxyId) === null) wrong.add('proxyId');
      break;
    case 'direct':
      break;
  }
  return wrong;
}

/** The proxy that the draft describes, with `secret` for its login; null while a field is wrong. */
export function toProxyTarget(draft: PlainProxyDraft, secret: SecretRef | null): ProxyTarget | null {
  if (findWrongFields(draft).size > 0) return null;
  switch (draft.kind) {
    case 'custom':
      return {
        kind: 'custom',
        type: draft.type,
        host: draft.host.trim(),
        port: readNumber(draft.port, 65_535) ?? 0,
        checkLine: draft.checkLine,
        secret: draft.hasLogin ? secret : null,
      };
    case 'traffic_package':
      return {
        kind: 'traffic_package',
        packageId: readNumber(draft.packageId) ?? 0,
        gateway: draft.gateway,
        country: draft.country || null,
        city: draft.city.trim() || null,
      };
    case 'purchased':
      return { kind: 'purchased', proxyId: readNumber(draft.proxyId) ?? 0 };
    case 'direct':
      return { kind: 'direct' };
  }
}

/** The login of the draft; null for a proxy without one. */
export function readLogin(draft: PlainProxyDraft): ProxySecret | null {
  if (draft.kind !== 'custom' || !draft.hasLogin) return null;
  return { kind: 'login', user: draft.user, password: draft.password };
}

/** Splits `host:port` that was pasted into the host field; null when it is not of that form. */
export function splitHostAndPort(text: string): { readonly host: string; readonly port: string } | null {
  const parts = /^\s*(\[[0-9a-f:.]+\]|[^\s:@/]+):(\d{1,5})\s*$/i.exec(text);
  const [, host, port] = parts ?? [];
  return host && port ? { host, port } : null;
}

function isHost(text: string): boolean {
  return text.length <= 253 && (/^[^\s:@/]+$/.test(text) || /^\[?[0-9a-f:.]+\]?$/i.test(text));
}

function readNumber(text: string, most = Number.MAX_SAFE_INTEGER): number | null {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}
