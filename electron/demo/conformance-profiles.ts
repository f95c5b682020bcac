import {
  type ActionCases,
  type ConformanceCase,
  custom,
  emptyId,
  id,
  illegal,
  internal,
  link,
  missingId,
  openFirst,
  systemErrors,
  unknownId,
} from './conformance-case.ts';

type Cases = Readonly<
  Record<
    | 'profile-list'
    | 'profile-open'
    | 'profile-opened-list'
    | 'native-client-profile-opened-list'
    | 'profile-opened-list-arrange-tile'
    | 'profile-open-state-reset'
    | 'profile-open-with-random-fingerprint'
    | 'profile-close'
    | 'profile-close-in-batches'
    | 'profile-clear-cache'
    | 'profile-clear-cache-and-cookies'
    | 'profile-update-proxy-for-purchased-traffic-package'
    | 'profile-update-proxy-to-purchased-mode'
    | 'profile-update-proxy-for-custom-proxy'
    | 'profile-update-proxy-for-api-extraction'
    | 'profile-random-fingerprint-configuration'
    | 'profile-update-groups-in-batches'
    | 'profile-get-cookies'
    | 'profile-update-cookies'
    | 'profile-delete'
    | 'empty-recycle-bin'
    | 'profile-transfer-code-create'
    | 'profile-transfer-cancel'
    | 'profile-transfer-code-import'
    | 'profile-transfer-record-list'
    | 'profile-clear-cache-keep-extensions'
    | 'profile-clear-cloud-data'
    | 'profile-clear-saved-user-password',
    ActionCases
  >
>;

const unknownIds: ConformanceCase = { body: { profile_id: [99_999] } };
const extraction = {
  ...link,
  proxy_check_line: 'global_line',
  proxy_service: 'general',
  proxy_data_format_type: 'txt',
  proxy_extraction_method: 'invalid',
};
const proxyFailures = (proxy: object): Readonly<Record<number, ConformanceCase>> => ({
  1000: { body: { profile_id: 1 } },
  2007: { body: { profile_id: 99_999, proxy_info: proxy } },
  2009: { body: { profile_id: 1, proxy_info: { ...proxy, proxy_mode: null } } },
  2010: { body: { profile_id: 1, proxy_info: { ...proxy, proxy_mode: 9 } } },
});
const transferPassword = { password: 'demo-password' };
const noProxyTest = 'the demo does not try proxies';
const copiedList = 'the list of codes is copied from another page and does not fit this call';

/** Everything else about profiles. */
export const profileCases: Cases = {
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
  'profile-clear-cache-keep-extensions': { successes: [{ body: { profile_id: [1, 2] } }], failures: {} },
  'profile-clear-cloud-data': {
    successes: [{ body: { profile_id: [1], type: ['indexed_db', 'local_storage'] } }],
    failures: {},
  },
  'profile-clear-saved-user-password': { successes: [{ body: id }], failures: { 2007: unknownId } },
};
