import type { ActionId } from '../local-api/wire.generated.ts';
import { valueAt } from './edit-body.ts';

type Body = Readonly<Record<string, unknown>>;

/** How a method of the vendor's Python SDK makes its request, read from its source (`client.py`). */
interface SdkMethod {
  readonly name: string;
  /** Dotted path in the body to the name of the argument. */
  readonly takes: Readonly<Record<string, string>>;
  /** Paths that the method sends even when the caller leaves them out. */
  readonly alwaysSends?: readonly string[];
  /** Paths that the method leaves out when they are 0 or empty. */
  readonly dropsEmpty?: readonly string[];
  /** Paths that the method sends by itself. */
  readonly sends?: Readonly<Record<string, unknown>>;
  /** An argument that keeps the method from adding something. */
  readonly extra?: string;
  /** A last condition for sending exactly this body. */
  readonly fits?: (body: Body) => boolean;
}

const profile = { profile_id: 'profile_id' };
const page = { page: 'page', limit: 'limit' };
const bothPaging = ['page', 'limit'];
const savedProxy = {
  proxy_type: 'proxy_type',
  proxy_ip: 'proxy_ip',
  proxy_port: 'proxy_port',
  proxy_user: 'proxy_user',
  proxy_password: 'proxy_password',
  note: 'note',
  tag: 'tag',
};
const toName = { title: 'name' };

function sameNames(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

function inProxyInfo(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [`proxy_info.${name}`, name]));
}

const methods: Partial<Readonly<Record<ActionId, readonly SdkMethod[]>>> = {
  'profile-list': [
    { name: 'get_profile_list', takes: profile, fits: (body) => body.profile_id !== 0 },
    {
      name: 'get_profile_list',
      takes: { ...page, name: 'keyword', group_id: 'group_id', tag_id: 'tag_id' },
      alwaysSends: bothPaging,
      dropsEmpty: ['name', 'group_id', 'tag_id'],
    },
  ],
  'profile-opened-list': [{ name: 'get_opened_profile_list', takes: {} }],
  'native-client-profile-opened-list': [{ name: 'get_native_opened_profile_list', takes: {} }],
  'profile-opened-list-arrange-tile': [
    {
      name: 'arrange_tile_opened_profile',
      takes: sameNames(
        'screen',
        'layout',
        'adaptive',
        'starting_position_x',
        'starting_position_y',
        'profile_size_width',
        'profile_size_hight',
        'profile_spacing_horizontal',
        'profile_spacing_vertical',
        'profile_deviaton_x',
        'profile_deviaton_y',
        'per_line_number_of_profiles',
      ),
    },
  ],
  'profile-open': [
    {
      name: 'open_profile',
      takes: {
        ...sameNames('profile_id', 'load_extensions', 'load_profile_info_page', 'cookies_backup', 'cookie'),
        args: 'startup_args',
      },
      alwaysSends: ['load_extensions', 'load_profile_info_page', 'cookies_backup', 'args'],
      extra: 'disable_extension_welcome_page=False',
    },
  ],
  'profile-open-with-random-fingerprint': [
    {
      name: 'open_profile_with_random_fingerprint',
      takes: {
        ...sameNames('profile_id', 'load_extensions', 'load_profile_info_page', 'cookie'),
        args: 'startup_args',
      },
      alwaysSends: ['load_extensions', 'load_profile_info_page', 'args'],
      extra: 'disable_extension_welcome_page=False',
    },
  ],
  'profile-close': [{ name: 'close_profile', takes: profile }],
  'profile-close-in-batches': [{ name: 'close_profile_in_batches', takes: profile }],
  'profile-copy': [
    {
      name: 'create_profile_by_copying',
      takes: sameNames('profile_id', 'name', 'group_id', 'site_id', 'site_url'),
      fits: ({ site_id, site_url }) => site_id !== 22 || site_url === undefined,
    },
  ],
  'profile-update-proxy-for-purchased-traffic-package': [
    {
      name: 'update_profile_to_traffic_package_mode',
      takes: { ...profile, ...inProxyInfo('proxy_id', 'country', 'city', 'gateway') },
      alwaysSends: ['proxy_info.proxy_id', 'proxy_info.gateway'],
      sends: { 'proxy_info.proxy_mode': 1 },
    },
  ],
  'profile-update-proxy-for-custom-proxy': [
    {
      name: 'update_profile_to_custom_proxy_mode',
      takes: {
        ...profile,
        ...inProxyInfo(
          'proxy_type',
          'proxy_ip',
          'proxy_port',
          'proxy_user',
          'proxy_password',
          'proxy_check_line',
        ),
      },
      alwaysSends: ['proxy_info.proxy_type', 'proxy_info.proxy_check_line'],
      sends: { 'proxy_info.proxy_mode': 2 },
    },
  ],
  'profile-random-fingerprint-configuration': [{ name: 'random_profile_fingerprint', takes: profile }],
  'profile-transfer-code-create': [
    {
      name: 'create_profile_transfer_code',
      takes: {
        ...sameNames('profile_id', 'transfer_note', 'transfer_proxy', 'transfer_proxy_mode'),
        password: 'login_pwd',
      },
      alwaysSends: ['password'],
      fits: ({ transfer_proxy, transfer_proxy_mode }) =>
        transfer_proxy === 1 || transfer_proxy_mode === undefined,
    },
  ],
  'profile-transfer-cancel': [{ name: 'cancel_profile_transfer_code', takes: profile }],
  'profile-transfer-code-import': [
    { name: 'import_profile_via_transfer_code', takes: sameNames('transfer_code') },
  ],
  'profile-transfer-record-list': [
    {
      name: 'get_profile_transfer_record_list',
      takes: { ...page, type: 'record_type', title: 'keyword' },
      alwaysSends: [...bothPaging, 'type'],
      dropsEmpty: ['type', 'title'],
    },
  ],
  'profile-update-groups-in-batches': [
    { name: 'update_profile_groups_in_batches', takes: sameNames('profile_id', 'group_id') },
  ],
  'profile-delete': [{ name: 'delete_profile', takes: profile }],
  'empty-recycle-bin': [{ name: 'empty_recycle_bin', takes: {} }],
  'profile-get-cookies': [{ name: 'get_profile_cookie', takes: profile }],
  'profile-update-cookies': [{ name: 'update_profile_cookie', takes: sameNames('profile_id', 'cookie') }],
  'profile-clear-cache': [{ name: 'clear_profile_cache', takes: profile }],
  'profile-clear-cache-and-cookies': [{ name: 'clear_profile_cache_and_cookies', takes: profile }],
  'group-list': [{ name: 'get_group_list', takes: page, alwaysSends: bothPaging }],
  'group-create': [{ name: 'create_group', takes: { ...toName, sort: 'sort' }, alwaysSends: ['sort'] }],
  'group-update': [{ name: 'update_group', takes: { id: 'group_id', ...toName, sort: 'sort' } }],
  'group-delete': [{ name: 'delete_group', takes: { id: 'group_id' } }],
  'tag-list': [{ name: 'get_tag_list', takes: page, alwaysSends: bothPaging }],
  'tag-create': [{ name: 'create_tag', takes: toName }],
  'tag-update': [{ name: 'update_tag', takes: { id: 'tag_id', ...toName, sort: 'sort' } }],
  'tag-delete': [{ name: 'delete_tag', takes: { id: 'tag_id' } }],
  'traffic-package-list': [{ name: 'get_traffic_package_list', takes: {}, sends: { page: 1, limit: 100 } }],
  'proxy-list': [
    {
      name: 'get_proxy_list',
      takes: { ...page, type: 'mode', tag_id: 'tag_id', id: 'id' },
      alwaysSends: bothPaging,
      dropsEmpty: ['type'],
    },
  ],
  'proxy-create': [
    {
      name: 'create_proxy',
      takes: savedProxy,
      alwaysSends: ['proxy_type', 'proxy_ip', 'proxy_port'],
    },
  ],
  'proxy-update': [{ name: 'update_proxy', takes: { id: 'proxy_id', ...savedProxy } }],
  'proxy-delete': [{ name: 'delete_proxy', takes: { id: 'proxy_id' } }],
  'proxy-tag-list': [{ name: 'get_proxy_tag_list', takes: { ...page, ...toName }, alwaysSends: bothPaging }],
  'proxy-tag-create': [{ name: 'create_proxy_tag', takes: toName }],
  'proxy-tag-update': [{ name: 'update_proxy_tag', takes: { id: 'id', ...toName } }],
  'proxy-tag-delete': [{ name: 'delete_proxy_tag', takes: { id: 'id' } }],
  'gateway-list': [{ name: 'get_gateway_list', takes: {} }],
  'gateway-switch': [{ name: 'switch_gateway', takes: { id: 'gateway_id' } }],
};

/** A call of the SDK: its method and its arguments. */
export interface SdkCall {
  readonly method: string;
  /** Name and value, in the order of the body. */
  readonly args: readonly (readonly [string, unknown])[];
  /** One more argument as code; null when none is needed. */
  readonly extra: string | null;
}

/**
 * The SDK's way to send exactly this body. Null when it has no method, when the method would send other fields with
 * it, or when it wants the body as objects of its own (creating and updating a profile).
 */
export function toSdkCall(action: ActionId, body: Body): SdkCall | null {
  const method = methods[action]?.find((each) => sendsExactly(each, body));
  if (method === undefined) return null;
  const args = listLeaves(body, method)
    .filter((path) => Object.hasOwn(method.takes, path))
    .map((path) => [method.takes[path] ?? path, valueAt(body, path.split('.'))] as const);
  return { method: method.name, args, extra: method.extra ?? null };
}

function sendsExactly(method: SdkMethod, body: Body): boolean {
  const { takes, alwaysSends = [], dropsEmpty = [], sends = {}, fits } = method;
  const leaves = listLeaves(body, method);
  const isKnown = leaves.every((path) => {
    const value = valueAt(body, path.split('.'));
    if (Object.hasOwn(sends, path)) return sends[path] === value;
    if (!Object.hasOwn(takes, path) || value === null) return false;
    return !(dropsEmpty.includes(path) && (value === 0 || value === ''));
  });
  const isComplete = [...alwaysSends, ...Object.keys(sends)].every((path) => leaves.includes(path));
  // Every method that takes a profile, a title or an id cannot be called without it.
  const needed = ['profile_id', 'title', 'id'].filter(
    (path) => Object.hasOwn(takes, path) && !isOptional(method, path),
  );
  return isKnown && isComplete && needed.every((path) => leaves.includes(path)) && (fits?.(body) ?? true);
}

/** Lists filter by a title or an id, all other methods ask for it. */
function isOptional({ name }: SdkMethod, path: string): boolean {
  return name.endsWith('_list') && path !== 'profile_id';
}

function listLeaves(body: Body, { takes, sends }: SdkMethod): string[] {
  const hasProxyInfo = [...Object.keys(takes), ...Object.keys(sends ?? {})].some((path) =>
    path.includes('.'),
  );
  return Object.entries(body).flatMap(([name, value]) =>
    hasProxyInfo && name === 'proxy_info' && typeof value === 'object' && value !== null
      ? Object.keys(value).map((inner) => `${name}.${inner}`)
      : [name],
  );
}
