import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { ActionSpec } from '../../shared/local-api/catalogue.ts';
import type { ActionId, ApiErrorCode } from '../../shared/local-api/wire.generated.ts';

/** What can be wrong with one field. */
export type FieldProblem = 'missing' | 'empty' | 'type' | 'range';

type CodeTable = Readonly<Record<string, ApiErrorCode>>;

/** Texts of errors.json, read as "this field is empty" (`empty`) or "this value is not allowed" (`range`). */
interface FieldCodes {
  readonly empty: CodeTable;
  readonly range: CodeTable;
  readonly type?: CodeTable;
}

const createCodes: FieldCodes = {
  empty: {
    name: 101001,
    group_id: 101002,
    site_url: 101011,
    'proxy_config.proxy_mode': 2009,
    'proxy_config.proxy_id': 101005,
    'proxy_config.proxy_ip': 101006,
    'proxy_config.proxy_port': 101007,
    'proxy_config.proxy_type': 101009,
    'proxy_config.proxy_url': 101046,
    'proxy_config.proxy_data_json_format.ip': 101051,
    'proxy_config.proxy_data_json_format.port': 101052,
    'fingerprint_config.platform': 101003,
    'fingerprint_config.webgl_factory': 101029,
    'fingerprint_config.webgl_info': 101030,
    'fingerprint_config.device_name': 101048,
  },
  range: {
    note: 101040,
    'proxy_config.proxy_mode': 2010,
    'proxy_config.proxy_type': 101008,
    'proxy_config.proxy_service': 101043,
    'proxy_config.proxy_data_format_type': 101044,
    'proxy_config.proxy_extraction_method': 101045,
    'proxy_config.proxy_data_txt_format': 101049,
    'fingerprint_config.ua_type': 101014,
    'fingerprint_config.br_version': 101017,
    'fingerprint_config.language_type': 101018,
    'fingerprint_config.timezone_type': 101019,
    'fingerprint_config.location': 101020,
    'fingerprint_config.location_type': 101021,
    'fingerprint_config.resolving_power_type': 101022,
    'fingerprint_config.fonts_type': 101023,
    'fingerprint_config.webrtc': 101025,
    'fingerprint_config.webgl_image': 101026,
    'fingerprint_config.canvas_type': 101027,
    'fingerprint_config.webgl_data_type': 101028,
    'fingerprint_config.audio_context': 101031,
    'fingerprint_config.media_equipment': 101032,
    'fingerprint_config.client_rects': 101033,
    'fingerprint_config.speech_voices': 101034,
    'fingerprint_config.product_type': 101035,
    'fingerprint_config.track': 101036,
    'fingerprint_config.allow_scan_ports': 101037,
    'fingerprint_config.kernel_version': 101047,
    'preference_config.cookies_backup': 101012,
    'preference_config.extra_tab_source': 101013,
    'preference_config.indexed_db_backup': 101041,
    'preference_config.local_storage_backup': 101042,
  },
  type: { 'fingerprint_config.fonts': 101024 },
};

const updateCodes: FieldCodes = {
  empty: {
    profile_id: 102001,
    'proxy_config.proxy_data_json_format.ip': 102018,
    'proxy_config.proxy_data_json_format.port': 102019,
  },
  range: {
    new_profile_id: 102008,
    note: 102010,
    'proxy_config.proxy_service': 102011,
    'proxy_config.proxy_data_format_type': 102012,
    'proxy_config.proxy_extraction_method': 102013,
    'proxy_config.proxy_data_txt_format': 102014,
    'fingerprint_config.ua_type': 102004,
    'fingerprint_config.kernel_version': 102016,
  },
};

const none: CodeTable = {};

const codesByAction: Partial<Record<ActionId, FieldCodes>> = {
  'profile-create': createCodes,
  'profile-update': updateCodes,
  'profile-copy': { empty: { site_url: 112006 }, range: none, type: { group_id: 112004 } },
  'proxy-create': {
    empty: { proxy_ip: 103001, proxy_type: 103002, proxy_port: 103004 },
    range: { proxy_type: 103003 },
  },
  'proxy-update': {
    empty: { id: 104001, proxy_ip: 104002, proxy_port: 104004 },
    range: { proxy_type: 104003 },
  },
  'proxy-delete': { empty: { id: 108001 }, range: none },
  'group-create': { empty: { title: 105001, sort: 105003 }, range: none },
  'group-update': { empty: { id: 106001, title: 106002 }, range: none },
  'group-delete': { empty: { id: 107001 }, range: none },
  'tag-create': { empty: { title: 113001 }, range: none },
  'tag-update': { empty: { id: 114001, title: 114002 }, range: none },
  'tag-delete': { empty: { id: 115001 }, range: none },
  'proxy-tag-create': { empty: { title: 119001 }, range: none },
  'proxy-tag-update': { empty: { id: 120001, title: 120002 }, range: none },
  'proxy-tag-delete': { empty: { id: 121001 }, range: none },
  'profile-transfer-code-create': {
    empty: { profile_id: 2001, password: 1012 },
    range: { transfer_proxy: 109001, transfer_proxy_mode: 109001, transfer_note: 109001 },
    type: { transfer_proxy: 109001, transfer_proxy_mode: 109001, transfer_note: 109001 },
  },
  'profile-transfer-code-import': { empty: { transfer_code: 110001 }, range: none },
};

const fallbacks: Readonly<Record<FieldProblem, readonly ApiErrorCode[]>> = {
  missing: [1000],
  empty: [2001, 1000],
  type: [1000, 1007],
  range: [1007, 1000],
};

/**
 * Code for a problem of one field: the one whose text names the field, else a general one that the action
 * documents. Undefined when the action documents no code that fits, so that the demo has to let it pass.
 */
export function findFieldCode(
  action: ActionSpec,
  path: string,
  problem: FieldProblem,
  switches: DemoSwitches,
): number | undefined {
  const proxyField = /^proxy_info\.(.+)$/.exec(path)?.[1];
  if (proxyField === 'proxy_mode') return problem === 'missing' || problem === 'empty' ? 2009 : 2010;
  if (
    action.id === 'profile-update-proxy-for-api-extraction' &&
    proxyField !== undefined &&
    problem !== 'missing'
  ) {
    if (switches.extractionErrors === 'proxyMethod') return 2010;
    const codes = switches.extractionErrors === 'createFamily' ? createCodes : updateCodes;
    const code = findOwnCode(codes, `proxy_config.${proxyField}`, problem);
    if (code !== undefined) return code;
  }
  const own = codesByAction[action.id];
  const code = own === undefined ? undefined : findOwnCode(own, path, problem);
  if (code !== undefined) return code;
  const isProfileId = path === 'profile_id';
  return fallbacks[problem].find(
    (each) => (each !== 2001 || isProfileId) && action.errorCodes.includes(each),
  );
}

/** Whether some code says that this very field of the action may not be empty. */
export function hasEmptyCode(action: ActionSpec, path: string): boolean {
  return codesByAction[action.id]?.empty[path] !== undefined;
}

function findOwnCode(codes: FieldCodes, path: string, problem: FieldProblem): number | undefined {
  // Left out altogether is 1000, "missing required parameters"; the family codes speak of empty values.
  if (problem === 'missing') return undefined;
  if (problem === 'type') return codes.type?.[path] ?? codes.range[path];
  return codes[problem][path];
}
