import type { ActionId, ActionRequests } from '../shared/local-api/wire.generated.ts';

/** Sends a request to the demo beside the panel and gives its `data`. */
export type AskDemo = (action: ActionId, body: object) => Promise<unknown>;

interface Given {
  readonly ask: AskDemo;
  /** A transfer code of another account. */
  readonly foreignCode: string;
}

type Bodies = {
  readonly [A in ActionId]: ActionRequests[A] | ((given: Given) => Promise<ActionRequests[A]>);
};

const custom = {
  proxy_mode: 2,
  proxy_type: 'socks5',
  proxy_ip: '192.0.2.200',
  proxy_port: '1080',
  proxy_user: 'demo user',
  proxy_password: "it's $HOME",
} as const;

async function makeId(ask: AskDemo, action: ActionId, title: string): Promise<number> {
  return (await ask(action, { title })) as number;
}

/** A documented body for every action, in an order in which each succeeds on one demo of 40 profiles. */
export const consoleBodies: Bodies = {
  'profile-list': { name: 'shop', group_id: 2, tag_id: 1, page: 1, limit: 10 },
  'profile-create': {
    name: 'Console ö 窗口',
    note: '',
    tag: ['vip', 'new'],
    group_id: 2,
    username: 'anna',
    password: 'account-secret',
    proxy_config: custom,
    fingerprint_config: { ua_type: 2, platform: 'Android', longitude: 12.5, webrtc: '4' },
    preference_config: { cookies_backup: '1', open_url: 'https://example.com/' },
  },
  'profile-copy': { profile_id: 1, site_id: 21, site_url: 'https://example.com/', name: 'Copy', group_id: 1 },
  'profile-open': {
    profile_id: 1,
    args: ['--mute-audio', '--disable-extension-welcome-page'],
    load_extensions: true,
    load_profile_info_page: false,
    cookies_backup: true,
  },
  'profile-opened-list': {},
  'native-client-profile-opened-list': {},
  'profile-opened-list-arrange-tile': { screen: 0, layout: 2, adaptive: 0, profile_deviaton_x: 40 },
  'profile-open-state-reset': { profile_id: 2 },
  'profile-open-with-random-fingerprint': {
    profile_id: 2,
    proxy_config: { proxy_mode: '2', proxy_type: 'direct' },
    fingerprint_config: { ua_type: 1 },
  },
  'profile-close': { profile_id: 1 },
  'profile-close-in-batches': { profile_id: ['2'] },
  'profile-clear-cache': { profile_id: [3, 4] },
  'profile-clear-cache-and-cookies': { profile_id: [3] },
  'profile-update': { profile_id: 5, name: 'Renamed', note: 'n', tag: 'vip', color: '#FF6666' },
  'profile-update-proxy-for-purchased-traffic-package': {
    profile_id: 5,
    proxy_info: { proxy_mode: 1, proxy_id: 6, country: 'US', gateway: 'Default' },
  },
  'profile-update-proxy-to-purchased-mode': { profile_id: 5, proxy_info: { proxy_mode: 3, proxy_id: 7050 } },
  'profile-update-proxy-for-custom-proxy': { profile_id: 6, proxy_info: custom },
  'profile-update-proxy-for-api-extraction': {
    profile_id: 6,
    proxy_info: {
      proxy_mode: 4,
      proxy_type: 'socks5',
      proxy_url: 'https://supplier.example/get?key=link-secret',
      proxy_check_line: 'global_line',
      proxy_service: 'general',
      proxy_data_format_type: 'json',
      proxy_data_json_format: { ip: 'a', port: 'b' },
      proxy_extraction_method: 'invalid',
    },
  },
  'profile-random-fingerprint-configuration': { profile_id: 6 },
  'profile-update-groups-in-batches': { group_id: 2, profile_id: [7, 8] },
  'profile-get-cookies': { profile_id: 7 },
  'profile-update-cookies': {
    profile_id: 7,
    cookie: '[{"name":"sid","value":"cookie-secret","domain":".example.com"}]',
  },
  'profile-delete': { profile_id: 9 },
  'empty-recycle-bin': { page: 1, limit: 10, group_id: 0, tag_id: 0, name: '' },
  'profile-transfer-code-create': { profile_id: 10, password: 'demo-password', transfer_note: 1 },
  'profile-transfer-cancel': { profile_id: 10 },
  'profile-transfer-code-import': async ({ foreignCode }) => ({ transfer_code: foreignCode, group_id: 2 }),
  'profile-transfer-record-list': { type: 1, title: '', page: 1, limit: 10 },
  'group-list': { title: 'shop', page: 1, limit: 100 },
  'group-create': { title: 'Console group', sort: 0 },
  'group-update': { id: 2, title: 'Renamed group', sort: 3 },
  'group-delete': { id: 3 },
  'tag-list': { title: 'vip' },
  'tag-create': { title: 'Console tag' },
  'tag-update': { id: 1, title: 'Renamed tag', sort: 3 },
  'tag-delete': async ({ ask }) => ({ id: await makeId(ask, 'tag-create', 'To delete') }),
  'traffic-package-list': { page: 1, limit: 100 },
  'proxy-list': { page: 1, limit: 5, type: 2 },
  'proxy-create': { proxy_type: 'http', proxy_ip: '192.0.2.201', proxy_port: '8080', tag: 'mobile' },
  'proxy-update': { id: 7001, note: 'n', tag: ['mobile', 'x'] },
  'proxy-delete': { id: 7041 },
  'proxy-tag-list': {},
  'proxy-tag-create': { title: 'Console proxy tag' },
  'proxy-tag-update': { id: 1, title: 'Renamed proxy tag' },
  'proxy-tag-delete': async ({ ask }) => ({ id: await makeId(ask, 'proxy-tag-create', 'To delete') }),
  'gateway-list': {},
  'gateway-switch': { id: '2' },
  'system-cache-clear': { serviceName: 'etherforce' },
  'profile-clear-cache-keep-extensions': { profile_id: [11] },
  'profile-clear-cloud-data': { profile_id: [11], type: ['indexed_db'] },
  'profile-clear-saved-user-password': { profile_id: 11 },
};
