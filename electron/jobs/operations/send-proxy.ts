import { type ExtractionForm, toRequestBody } from '../../../shared/extraction/extraction-form.ts';
import { expandLink, type PlaceholderValues } from '../../../shared/extraction/link-template.ts';
import type { ProfileProxy } from '../../../shared/profile.ts';
import type { ProxyTarget } from '../../../shared/proxy-target.ts';
import type { ApiOutcome, LocalApiClient } from '../../local-api/outcome.ts';
import type { SecretStore } from '../../secret-store.ts';
import type { PlannedProfile } from '../operation.ts';

/** Whether the login or link that the proxy needs is in memory. */
export function hasSecret(target: ProxyTarget, secrets: SecretStore): boolean {
  if (!('secret' in target) || target.secret === null) return true;
  return secrets.find(target.secret)?.kind === (target.kind === 'extraction' ? 'link' : 'login');
}

interface ProxySending {
  readonly client: LocalApiClient;
  readonly item: PlannedProfile;
  readonly target: ProxyTarget;
  /** Fills the placeholders of a link; null where none were planned. */
  readonly values: PlaceholderValues | null;
  readonly secrets: SecretStore;
  readonly signal: AbortSignal;
}

/** Gives one profile a proxy by the documented action of its kind. A missing secret is a bug: see `hasSecret`. */
export function sendProxy({
  client,
  item: { profileId: profile_id },
  target,
  values,
  secrets,
  signal,
}: ProxySending): Promise<ApiOutcome<unknown>> {
  const options = { signal };
  switch (target.kind) {
    case 'direct':
      return client.call(
        'profile-update-proxy-for-custom-proxy',
        { profile_id, proxy_info: { proxy_mode: 2, proxy_type: 'direct' } },
        options,
      );
    case 'custom': {
      const login = target.secret === null ? null : findSecret(secrets, target.secret, 'login');
      return client.call(
        'profile-update-proxy-for-custom-proxy',
        {
          profile_id,
          proxy_info: {
            proxy_mode: 2,
            proxy_check_line: target.checkLine,
            proxy_type: target.type,
            proxy_ip: target.host,
            proxy_port: String(target.port),
            ...(login === null ? {} : { proxy_user: login.user, proxy_password: login.password }),
          },
        },
        options,
      );
    }
    case 'traffic_package':
      return client.call(
        'profile-update-proxy-for-purchased-traffic-package',
        {
          profile_id,
          proxy_info: {
            proxy_mode: 1,
            proxy_id: target.packageId,
            gateway: target.gateway,
            ...(target.country === null ? {} : { country: target.country }),
            ...(target.city === null ? {} : { city: target.city }),
          },
        },
        options,
      );
    case 'purchased':
      return client.call(
        'profile-update-proxy-to-purchased-mode',
        { profile_id, proxy_info: { proxy_mode: 3, proxy_id: target.proxyId } },
        options,
      );
    case 'extraction': {
      const { url } = findSecret(secrets, target.secret, 'link');
      const link = values === null ? url : expandLink(url, values);
      return client.call(
        'profile-update-proxy-for-api-extraction',
        toRequestBody(toForm(target, url), profile_id, link),
        options,
      );
    }
  }
}

function toForm(target: Extract<ProxyTarget, { kind: 'extraction' }>, link: string): ExtractionForm {
  const { type, checkLine, method, format } = target;
  const common = { link, proxyType: type, service: 'general', method, checkLine } as const;
  return format.kind === 'text'
    ? { ...common, dataFormat: 'txt', textFormat: format.order }
    : { ...common, dataFormat: 'json', mapping: format.keys };
}

const modes = { traffic_package: 1, direct: 2, custom: 2, purchased: 3, extraction: 4 } as const;

/** Whether the list shows what it would show with this proxy. Logins and mappings are never listed. */
export function looksLike(listed: ProfileProxy, target: ProxyTarget): boolean {
  if (listed.mode !== modes[target.kind]) return false;
  switch (target.kind) {
    case 'direct':
      return listed.type === 'direct' || listed.type === null;
    case 'custom':
      return (
        listed.type === target.type && listed.host === target.host && listed.port === String(target.port)
      );
    case 'extraction':
      return listed.type === target.type && (listed.host ?? '') === target.linkHost;
    case 'traffic_package':
    case 'purchased':
      return true;
  }
}

type Secrets = NonNullable<ReturnType<SecretStore['find']>>;

function findSecret<K extends Secrets['kind']>(
  secrets: SecretStore,
  ref: Parameters<SecretStore['find']>[0],
  kind: K,
): Extract<Secrets, { kind: K }> {
  const secret = secrets.find(ref);
  if (secret?.kind !== kind) throw new Error('The secret of a proxy is missing.');
  return secret as Extract<Secrets, { kind: K }>;
}
