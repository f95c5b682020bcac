import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';

/** Sends a request to the demo under test and gives its `data`. */
export type Prepare = (id: ActionId, body?: unknown) => Promise<unknown>;

/** What a case may use to find or make what its request names. */
export interface Preparation {
  readonly prepare: Prepare;
  /** A transfer code of another account, not used yet. */
  readonly foreignCode: string;
}

/** A request that an action answers in a known way. */
export interface ConformanceCase {
  /** The body, or how to get it with calls before it. */
  readonly body: object | ((given: Preparation) => Promise<object> | object);
  readonly switches?: Partial<DemoSwitches>;
}

/** How one action is shown to keep to the contract. */
export interface ActionCases {
  readonly successes: readonly ConformanceCase[];
  /** Requests that bring each code. */
  readonly failures: Readonly<Record<number, ConformanceCase>>;
  /** Documented codes that no request to the demo brings, with the reason; a fault brings them. */
  readonly byFault?: Readonly<Record<number, string>>;
}

const internal = 'an internal failure of the client that no request provokes';
const illegal = 'no source says which request is "illegal" here';
const noProxyTest = 'the demo does not try proxies';
const copiedList = 'the list of codes is copied from another page and does not fit this call';

const systemErrors = { 1004: internal, 1007: illegal };
const id = { profile_id: 1 };
const missingId: ConformanceCase = { body: {} };
const emptyId: ConformanceCase = { body: { profile_id: '' } };
const unknownId: ConformanceCase = { body: { profile_id: 99_999 } };
const unknownIds: ConformanceCase = { body: { profile_id: [99_999] } };

const create = (more: object): ConformanceCase => ({ body: { name: 'New', ...more } });
const createWith = (proxy: object): ConformanceCase => create({ proxy_config: proxy });
const createFingerprint = (settings: object): ConformanceCase => create({ fingerprint_config: settings });
const update = (more: object): ConformanceCase => ({ body: { profile_id: 1, ...more } });
const updateWith = (proxy: object): ConformanceCase => update({ proxy_config: proxy });
const custom = { proxy_mode: 2, proxy_type: 'socks5', proxy_ip: '192.0.2.200', proxy_port: '1080' };
const link = { proxy_mode: 4, proxy_type: 'socks5', proxy_url: 'https://supplier.example/get' };
const extraction = {
  ...link,
  proxy_check_line: 'global_line',
  proxy_service: 'general',
  proxy_data_format_type: 'txt',
  proxy_extraction_method: 'invalid',
};
const savedProxy = { proxy_type: 'http', proxy_ip: '192.0.2.201', proxy_port: '8080', proxy_user: 'u' };

const proxyFailures = (proxy: object): Readonly<Record<number, ConformanceCase>> => ({
  1000: { body: { profile_id: 1 } },
  2007: { body: { profile_id: 99_999, proxy_info: proxy } },
  2009: { body: { profile_id: 1, proxy_info: { ...proxy, proxy_mode: null } } },
  2010: { body: { profile_id: 1, proxy_info: { ...proxy, proxy_mode: 9 } } },
});

const transferPassword = { password: 'demo-password' };

async function openFirst({ prepare }: Pick<Preparation, 'prepare'>): Promise<object> {
  await prepare('profile-open', id);
  return id;
}

/** Every action of the catalogue: what it does well, and every documented failure. */
export const conformanceCases: Readonly<Record<ActionId, ActionCases>> = {
  'profile-list': {
    successes: [
      { body: {} },
      { body: { page: 2, limit: 7 } },
      { body: { profile_id: 0, name: '', group_id: 0, tag_id: 0, page: 1, limit: 100 } },
      { body: { profile_id: 3 } },
      { body: { name: 'shop', group_id: 2, tag_id: 1 } },
    ],
    failures: { 1000: { body: { page: 'first' } } },
    byFault: systemErrors,
  },
  'profile-create': {
    successes: [
      create({}),
      create({ tag: ['vip', 'never seen'], group_id: 2, note: 'x'.repeat(200), proxy_config: custom }),
      createWith({ proxy_mode: 1, proxy_id: '6', country: 'us', gateway: 'Default' }),
      createWith({ proxy_mode: 3, proxy_id: '7045' }),
      createWith(link),
      createFingerprint({ ua_type: 2, platform: 'Android', webrtc: 4 }),
    ],
    failures: {
      1000: { body: {} },
      2002: createWith({ proxy_mode: 3, proxy_id: '99999' }),
      2003: createWith({ proxy_mode: 1, proxy_id: '99999' }),
      2004: createWith({}),
      2006: create({ cookie: '{"name":' }),
      2009: createWith({ proxy_mode: '' }),
      2010: createWith({ proxy_mode: 9 }),
      101001: create({ name: '' }),
      101002: create({ group_id: '' }),
      101003: createFingerprint({ platform: '' }),
      101004: {
        body: async ({ prepare }) => {
          await prepare('profile-create', { name: 'Twice' });
          return { name: 'Twice' };
        },
      },
      101005: createWith({ proxy_mode: 3 }),
      101006: createWith({ ...custom, proxy_ip: '' }),
      101007: createWith({ ...custom, proxy_port: '' }),
      101008: createWith({ ...custom, proxy_type: 'ftp' }),
      101009: createWith({ ...custom, proxy_type: '' }),
      101011: create({ site_id: 21 }),
      101012: create({ preference_config: { cookies_backup: '2' } }),
      101013: create({ preference_config: { extra_tab_source: '2' } }),
      101014: createFingerprint({ ua_type: 3 }),
      101015: createFingerprint({ platform: 'Android' }),
      101016: createFingerprint({ ua_type: 2, platform: 'Windows' }),
      101017: createFingerprint({ br_version: '12' }),
      101018: createFingerprint({ language_type: '3' }),
      101019: createFingerprint({ timezone_type: '3' }),
      101020: createFingerprint({ location: '4' }),
      101021: createFingerprint({ location_type: '2' }),
      101022: createFingerprint({ resolving_power_type: '3' }),
      101023: createFingerprint({ fonts_type: '3' }),
      101024: createFingerprint({ fonts: 'Arial' }),
      101025: createFingerprint({ webrtc: '9' }),
      101026: createFingerprint({ webgl_image: '2' }),
      101027: createFingerprint({ canvas_type: '2' }),
      101028: createFingerprint({ webgl_data_type: '4' }),
      101029: createFingerprint({ webgl_data_type: '2', webgl_info: 'any' }),
      101030: createFingerprint({ webgl_data_type: '2', webgl_factory: 'any' }),
      101031: createFingerprint({ audio_context: '2' }),
      101032: createFingerprint({ media_equipment: '2' }),
      101033: createFingerprint({ client_rects: '2' }),
      101034: createFingerprint({ speech_voices: '2' }),
      101035: createFingerprint({ product_type: 'phone' }),
      101036: createFingerprint({ track: '3' }),
      101037: createFingerprint({ allow_scan_ports: '2' }),
      101039: create({ group_id: 99_999 }),
      101040: create({ note: 'x'.repeat(201) }),
      101041: create({ preference_config: { indexed_db_backup: '2' } }),
      101042: create({ preference_config: { local_storage_backup: '2' } }),
      101043: createWith({ ...link, proxy_service: 'other' }),
      101044: createWith({ ...link, proxy_data_format_type: 'xml' }),
      101045: createWith({ ...link, proxy_extraction_method: 'every_time' }),
      101046: createWith({ proxy_mode: 4, proxy_type: 'socks5' }),
      101047: createFingerprint({ kernel_version: '1' }),
      101048: createFingerprint({ device_name_source: '2' }),
      101049: createWith({ ...link, proxy_data_txt_format: 'port:ip' }),
      101051: createWith({ ...link, proxy_data_format_type: 'json', proxy_data_json_format: { ip: '' } }),
      101052: createWith({ ...link, proxy_data_format_type: 'json', proxy_data_json_format: { port: '' } }),
    },
    byFault: { ...systemErrors, 2005: internal, 101010: internal, 101038: internal },
  },
  'profile-copy': {
    successes: [{ body: id }, { body: { ...id, name: 'Copy', group_id: 2, site_id: 22 } }],
    failures: {
      1000: missingId,
      2007: unknownId,
      112001: { body: { ...id, name: 'Twice' }, switches: { copyAllowsEqualNames: false } },
      112004: { body: { ...id, group_id: 'main' } },
      112005: { body: { ...id, group_id: 99_999 } },
      112006: { body: { ...id, site_id: 21 } },
    },
    byFault: { ...systemErrors, 2002: internal, 2004: internal, 112002: internal, 112003: internal },
  },
  'profile-open': {
    successes: [
      { body: id },
      { body: { ...id, args: ['--mute-audio'], load_extensions: true, cookie: '[]' } },
    ],
    failures: {
      1000: missingId,
      2001: emptyId,
      2007: unknownId,
      2008: { body: { ...id, cookie: 'not JSON' } },
    },
    byFault: {
      ...systemErrors,
      1003: noProxyTest,
      2002: 'a proxy in use cannot be deleted',
      2003: 'traffic packages cannot be deleted',
    },
  },
  'profile-opened-list': { successes: [{ body: openFirst }], failures: {} },
  'native-client-profile-opened-list': {
    successes: [{ body: openFirst }],
    failures: {},
    byFault: {
      ...systemErrors,
      1000: copiedList,
      1003: copiedList,
      2001: copiedList,
      2002: copiedList,
      2003: copiedList,
      2007: copiedList,
      2008: copiedList,
    },
  },
  'profile-opened-list-arrange-tile': {
    successes: [{ body: {} }, { body: { screen: 0, layout: 2, adaptive: 0, profile_deviaton_x: 40 } }],
    failures: {},
  },
  'profile-open-state-reset': {
    successes: [{ body: openFirst }, { body: id }],
    failures: { 1000: missingId, 2001: emptyId, 2007: unknownId },
    byFault: { 1004: internal },
  },
  'profile-open-with-random-fingerprint': {
    successes: [
      { body: id },
      { body: { ...id, proxy_config: { ...custom, proxy_mode: '2' }, fingerprint_config: { ua_type: 1 } } },
    ],
    failures: {
      1000: missingId,
      1007: { body: { ...id, fingerprint_config: { webrtc: '9' } } },
      2002: { body: { ...id, proxy_config: { proxy_mode: '3', proxy_id: 99_999 } } },
      2003: { body: { ...id, proxy_config: { proxy_mode: '1', proxy_id: 99_999 } } },
      2007: unknownId,
    },
    byFault: { 1003: noProxyTest, 1004: internal },
  },
  'profile-close': { successes: [{ body: openFirst }], failures: { 1000: missingId, 1009: { body: id } } },
  'profile-close-in-batches': {
    successes: [
      {
        body: async ({ prepare }) => {
          await prepare('profile-open', id);
          return { profile_id: ['1', '2'] };
        },
      },
    ],
    failures: { 1000: missingId, 1009: { body: { profile_id: ['2'] } } },
  },
  'profile-clear-cache': {
    successes: [{ body: { profile_id: [1, 2] } }],
    failures: { 1000: missingId, 2007: unknownIds },
    byFault: { 1004: internal },
  },
  'profile-clear-cache-and-cookies': {
    successes: [{ body: { profile_id: [1, 2] } }],
    failures: { 1000: { body: { profile_id: [] } }, 2007: unknownIds },
    byFault: { 1004: internal },
  },
  'profile-update': {
    successes: [
      update({ name: 'Renamed', note: 'n', group_id: 3, tag: 'vip', color: '#FF6666', cookie: '[]' }),
      update({ new_profile_id: 800 }),
      updateWith(custom),
      updateWith({ proxy_mode: 1, proxy_id: '12' }),
    ],
    failures: {
      1000: missingId,
      1004: {
        body: async ({ prepare }) => ({ ...(await openFirst({ prepare })), note: 'n' }),
        switches: { changeWhileOpen: 'refused' },
      },
      1007: update({ preference_config: { show_password: '7' } }),
      2002: updateWith({ proxy_mode: 3, proxy_id: '99999' }),
      2004: updateWith({}),
      2007: unknownId,
      102001: emptyId,
      102003: {
        body: async ({ prepare }) => {
          await prepare('profile-create', { name: 'Twice' });
          return { ...id, name: 'Twice' };
        },
      },
      102004: update({ fingerprint_config: { ua_type: 3 } }),
      102005: update({ fingerprint_config: { ua_type: 1, platform: 'IOS' } }),
      102006: update({ fingerprint_config: { ua_type: 2, platform: 'Macos' } }),
      102007: update({ new_profile_id: 2 }),
      102008: update({ new_profile_id: 10_000_000_000 }),
      102009: update({ group_id: 99_999 }),
      102010: update({ note: 'x'.repeat(201) }),
      102011: updateWith({ ...link, proxy_service: 'other' }),
      102012: updateWith({ ...link, proxy_data_format_type: 'xml' }),
      102013: updateWith({ ...link, proxy_extraction_method: 'every_time' }),
      102014: updateWith({ ...link, proxy_data_txt_format: 'port:ip' }),
      102016: update({ fingerprint_config: { kernel_version: '1' } }),
      102018: updateWith({ ...link, proxy_data_json_format: { ip: '' } }),
      102019: updateWith({ ...link, proxy_data_json_format: { port: '' } }),
    },
    byFault: { 102015: 'has the text of 102013, so that no request tells them apart' },
  },
  'profile-update-proxy-for-purchased-traffic-package': {
    successes: [
      { body: { ...id, proxy_info: { proxy_mode: 1, proxy_id: 6, country: 'us', gateway: 'Default' } } },
    ],
    failures: {
      ...proxyFailures({ proxy_mode: 1, proxy_id: 6, gateway: 'US' }),
      2003: { body: { ...id, proxy_info: { proxy_mode: 1, proxy_id: 99_999, gateway: 'US' } } },
    },
  },
  'profile-update-proxy-to-purchased-mode': {
    successes: [{ body: { ...id, proxy_info: { proxy_mode: 3, proxy_id: 7050 } } }],
    failures: {
      ...proxyFailures({ proxy_mode: 3, proxy_id: 7050 }),
      2002: { body: { ...id, proxy_info: { proxy_mode: 3, proxy_id: 7001 } } },
    },
  },
  'profile-update-proxy-for-custom-proxy': {
    successes: [
      { body: { ...id, proxy_info: custom } },
      { body: { ...id, proxy_info: { proxy_mode: 2, proxy_type: 'direct' } } },
    ],
    failures: proxyFailures(custom),
  },
  'profile-update-proxy-for-api-extraction': {
    successes: [
      { body: { ...id, proxy_info: { ...extraction, proxy_data_json_format: null } } },
      {
        body: {
          ...id,
          proxy_info: {
            ...extraction,
            proxy_data_format_type: 'json',
            proxy_data_json_format: { ip: 'a', port: 'b' },
          },
        },
      },
    ],
    failures: proxyFailures(extraction),
  },
  'profile-random-fingerprint-configuration': {
    successes: [{ body: id }],
    failures: { 1000: missingId, 2007: unknownId },
    byFault: { 1011: internal },
  },
  'profile-update-groups-in-batches': {
    successes: [{ body: { group_id: 2, profile_id: [1, 2, 99_999] } }],
    failures: {
      1000: { body: { group_id: 2 } },
      1011: { body: { group_id: 99_999, profile_id: [1] } },
      2001: { body: { group_id: 2, profile_id: '' } },
      2007: { body: { group_id: 2, profile_id: [99_999] } },
    },
    byFault: { 1004: internal },
  },
  'profile-get-cookies': {
    successes: [{ body: id }],
    failures: { 1000: missingId, 2001: emptyId, 2007: unknownId },
    byFault: { 1007: illegal },
  },
  'profile-update-cookies': {
    successes: [
      { body: { ...id, cookie: '[{"name":"sid","value":"1","domain":".example.com"}]' } },
      { body: { ...id, cookie: '' } },
    ],
    failures: {
      1000: { body: id },
      2001: { body: { profile_id: '', cookie: '[]' } },
      2006: { body: { ...id, cookie: '{"a":1}' } },
      2007: { body: { profile_id: 99_999, cookie: '[]' } },
    },
    byFault: { 1007: illegal, 1011: internal },
  },
  'profile-delete': {
    successes: [{ body: id }],
    failures: { 1000: missingId, 2001: emptyId, 2007: unknownId },
    byFault: { 1004: internal },
  },
  'empty-recycle-bin': {
    successes: [{ body: {} }, { body: { tag_id: 0, group_id: 0, page: 1, limit: 10 } }],
    failures: { 1007: { body: { tag_id: 'vip' } } },
    byFault: { 1004: internal, 117001: internal },
  },
  'profile-transfer-code-create': {
    successes: [
      { body: { ...id, ...transferPassword } },
      { body: { ...id, ...transferPassword, transfer_proxy: 1, transfer_proxy_mode: 1, transfer_note: 1 } },
    ],
    failures: {
      1000: { body: id },
      1012: { body: { ...id, password: '' } },
      1013: { body: { ...id, password: 'wrong' } },
      1014: { body: async ({ prepare }) => ({ ...(await openFirst({ prepare })), ...transferPassword }) },
      2001: { body: { profile_id: '', ...transferPassword } },
      109001: { body: { ...id, ...transferPassword, transfer_proxy: 'yes' } },
      109002: {
        body: async ({ prepare }) => {
          for (const profileId of [1, 2]) {
            const proxy = { proxy_mode: 3, proxy_id: 7050 };
            await prepare('profile-update-proxy-to-purchased-mode', {
              profile_id: profileId,
              proxy_info: proxy,
            });
          }
          return { ...id, ...transferPassword, transfer_proxy: 1, transfer_proxy_mode: 2 };
        },
      },
      109003: {
        body: async ({ prepare }) => {
          await prepare('profile-update-proxy-for-custom-proxy', { ...id, proxy_info: custom });
          return { ...id, ...transferPassword, transfer_proxy: 1, transfer_proxy_mode: 2 };
        },
      },
    },
    byFault: { ...systemErrors, 1011: internal },
  },
  'profile-transfer-cancel': {
    successes: [
      {
        body: async ({ prepare }) => {
          await prepare('profile-transfer-code-create', { ...id, ...transferPassword });
          return id;
        },
      },
    ],
    failures: { 1000: missingId, 1014: { body: id }, 2001: emptyId },
    byFault: {
      ...systemErrors,
      1011: internal,
      1012: copiedList,
      1013: copiedList,
      109001: copiedList,
      109002: copiedList,
      109003: copiedList,
    },
  },
  'profile-transfer-code-import': {
    successes: [
      { body: ({ foreignCode }) => ({ transfer_code: foreignCode }) },
      { body: ({ foreignCode }) => ({ transfer_code: foreignCode, group_id: 2, proxy_config: custom }) },
    ],
    failures: {
      1000: { body: {} },
      1014: {
        body: ({ foreignCode }) => ({
          transfer_code: foreignCode,
          proxy_config: { proxy_mode: 3, proxy_id: '99999' },
        }),
      },
      110001: { body: { transfer_code: '' } },
      110002: { body: { transfer_code: '1-2' } },
      110003: {
        body: async ({ prepare }) => {
          const made = await prepare('profile-transfer-code-create', { ...id, ...transferPassword });
          return { transfer_code: (made as { transfer_code: string }).transfer_code };
        },
      },
      110004: { body: ({ foreignCode }) => ({ transfer_code: foreignCode, group_id: 99_999 }) },
    },
    byFault: { ...systemErrors, 1011: internal },
  },
  'profile-transfer-record-list': {
    successes: [
      {
        body: async ({ prepare }) => {
          await prepare('profile-transfer-code-create', { ...id, ...transferPassword });
          return { type: 1, page: 1, limit: 10 };
        },
      },
      { body: { type: 2 } },
    ],
    failures: {},
  },
  'group-list': { successes: [{ body: {} }, { body: { title: 'shop' } }], failures: {} },
  'group-create': {
    successes: [{ body: { title: 'Fresh', sort: 0 } }],
    failures: {
      1000: { body: { title: 'Fresh' } },
      105001: { body: { title: '', sort: 0 } },
      105002: { body: { title: 'Shop-EU', sort: 0 } },
      105003: { body: { title: 'Fresh', sort: '' } },
    },
  },
  'group-update': {
    successes: [{ body: { id: 2, title: 'Renamed' } }],
    failures: {
      1000: { body: { id: 2 } },
      106001: { body: { id: '', title: 'x' } },
      106002: { body: { id: 2, title: '' } },
      106003: { body: { id: 99_999, title: 'x' } },
    },
  },
  'group-delete': {
    successes: [{ body: { id: 2 } }],
    failures: { 1000: { body: {} }, 107001: { body: { id: '' } }, 107002: { body: { id: 99_999 } } },
  },
  'tag-list': { successes: [{ body: {} }, { body: { title: 'vip' } }], failures: {} },
  'tag-create': {
    successes: [{ body: { title: 'Fresh' } }],
    failures: { 1000: { body: {} }, 113001: { body: { title: '' } }, 113002: { body: { title: 'vip' } } },
  },
  'tag-update': {
    successes: [{ body: { id: 1, title: 'Renamed', sort: 3 } }],
    failures: {
      1000: { body: {} },
      114001: { body: { id: '', title: 'x' } },
      114002: { body: { id: 1, title: '' } },
      114003: { body: { id: 99_999, title: 'x' } },
      114004: { body: { id: 1, title: 'ads' } },
    },
  },
  'tag-delete': {
    successes: [{ body: async ({ prepare }) => ({ id: await prepare('tag-create', { title: 'Fresh' }) }) }],
    failures: {
      1000: { body: {} },
      115001: { body: { id: '' } },
      115002: { body: { id: 99_999 } },
      115003: { body: { id: 1 } },
    },
  },
  'traffic-package-list': {
    successes: [{ body: { page: 1, limit: 100 } }],
    failures: { 1007: { body: { page: 'first' } } },
  },
  'proxy-list': {
    successes: [
      { body: {} },
      { body: { type: 2, limit: 5 } },
      { body: { id: 7003 } },
      { body: { tag_id: 1 } },
    ],
    failures: {},
  },
  'proxy-create': {
    successes: [
      { body: savedProxy },
      { body: { ...savedProxy, proxy_user: undefined, tag: ['mobile', 'x'] } },
    ],
    failures: {
      1000: { body: {} },
      103001: { body: { ...savedProxy, proxy_ip: '' } },
      103002: { body: { ...savedProxy, proxy_type: '' } },
      103003: { body: { ...savedProxy, proxy_type: 'direct' } },
      103004: { body: { ...savedProxy, proxy_port: '' } },
      103005: {
        body: async ({ prepare }) => {
          await prepare('proxy-create', savedProxy);
          return savedProxy;
        },
      },
    },
    byFault: { ...systemErrors, 1011: internal, 103006: internal },
  },
  'proxy-update': {
    successes: [{ body: { id: 7001, note: 'n', tag: 'mobile' } }, { body: { id: 7001, ...savedProxy } }],
    failures: {
      1000: { body: {} },
      2002: { body: { id: 99_999 } },
      104001: { body: { id: '' } },
      104002: { body: { id: 7001, proxy_ip: '' } },
      104003: { body: { id: 7001, proxy_type: 'ftp' } },
      104004: { body: { id: 7001, proxy_port: '' } },
      104006: {
        body: async ({ prepare }) => {
          await prepare('proxy-create', savedProxy);
          return { id: 7001, ...savedProxy };
        },
      },
    },
    byFault: { 1004: internal, 1011: internal, 104005: internal },
  },
  'proxy-delete': {
    successes: [{ body: { id: 7041 } }],
    failures: {
      1000: { body: {} },
      2002: { body: { id: 99_999 } },
      108001: { body: { id: '' } },
      108002: {
        body: async ({ prepare }) => {
          const made = await prepare('proxy-create', savedProxy);
          await prepare('profile-update-proxy-for-custom-proxy', {
            ...id,
            proxy_info: { proxy_mode: 2, ...savedProxy },
          });
          return { id: made };
        },
      },
    },
    byFault: { 108003: internal },
  },
  'proxy-tag-list': { successes: [{ body: {} }], failures: {} },
  'proxy-tag-create': {
    successes: [{ body: { title: 'Fresh' } }],
    failures: { 1000: { body: {} }, 119001: { body: { title: '' } }, 119002: { body: { title: 'mobile' } } },
    byFault: { 1007: illegal },
  },
  'proxy-tag-update': {
    successes: [{ body: { id: 1, title: 'Renamed' } }],
    failures: {
      1000: { body: {} },
      120001: { body: { id: '', title: 'x' } },
      120002: { body: { id: 1, title: '' } },
      120003: { body: { id: 99_999, title: 'x' } },
      120004: { body: { id: 1, title: 'mobile' } },
    },
  },
  'proxy-tag-delete': {
    successes: [
      { body: async ({ prepare }) => ({ id: await prepare('proxy-tag-create', { title: 'Fresh' }) }) },
    ],
    failures: {
      1000: { body: {} },
      121001: { body: { id: '' } },
      121002: { body: { id: 99_999 } },
      121003: { body: { id: 1 } },
    },
  },
  'gateway-list': { successes: [{ body: {} }], failures: {} },
  'gateway-switch': {
    successes: [{ body: { id: '2' } }, { body: { id: 3 } }],
    failures: { 1000: { body: {} }, 118002: { body: { id: '9' } } },
    byFault: { 118001: internal },
  },
  'profile-clear-cache-keep-extensions': { successes: [{ body: { profile_id: [1, 2] } }], failures: {} },
  'profile-clear-cloud-data': {
    successes: [{ body: { profile_id: [1], type: ['indexed_db', 'local_storage'] } }],
    failures: {},
  },
  'profile-clear-saved-user-password': { successes: [{ body: id }], failures: { 2007: unknownId } },
  'system-cache-clear': {
    successes: [{ body: {} }, { body: { serviceName: 'etherforce' } }, { body: { serviceName: null } }],
    failures: { 422: { body: { serviceName: 5 } } },
  },
};
