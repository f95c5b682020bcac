import {
  type ActionCases,
  type ConformanceCase,
  custom,
  emptyId,
  id,
  internal,
  link,
  missingId,
  openFirst,
  systemErrors,
  unknownId,
} from './conformance-case.ts';

type Cases = Readonly<Record<'profile-create' | 'profile-copy' | 'profile-update', ActionCases>>;

const create = (more: object): ConformanceCase => ({ body: { name: 'New', ...more } });
const createWith = (proxy: object): ConformanceCase => create({ proxy_config: proxy });
const createFingerprint = (settings: object): ConformanceCase => create({ fingerprint_config: settings });
const update = (more: object): ConformanceCase => ({ body: { profile_id: 1, ...more } });
const updateWith = (proxy: object): ConformanceCase => update({ proxy_config: proxy });

/** Creating, copying and changing profiles: the actions with most fields and codes. */
export const profileSettingCases: Cases = {
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
};
