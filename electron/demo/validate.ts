import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { ActionSpec } from '../../shared/local-api/catalogue.ts';
import { judgeCondition } from '../../shared/local-api/conditions.ts';
import { enumValues } from '../../shared/local-api/enum-catalogue.ts';
import type { FieldSpec, FieldTable } from '../../shared/local-api/field-spec.ts';
import { type FieldProblem, findFieldCode, hasEmptyCode } from './field-codes.ts';

/** A request in the documented types, or the code that refuses it. */
export type ReadRequest =
  | { readonly ok: true; readonly input: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: number };

type Values = Record<string, unknown>;
type Converted = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

interface Reading {
  readonly action: ActionSpec;
  readonly switches: DemoSwitches;
  /** The first code that refuses the request. */
  code: number | undefined;
}

/** Longest note, from the texts of 101040 and 102010. */
const longestNote = 200;
/** Largest serial number the demo allows; 102008 says that there is one, no source says which. */
const largestProfileId = 999_999_999;
/** Lists whose letter case the sources spell differently. */
const looselySpelled: ReadonlySet<string> = new Set(['country', 'platform', 'gateway']);

/**
 * Checks a body against the field table of its action: required fields, types, allowed values, conditions. Values
 * in another form (0 for "0", "501" for 501) are turned into the documented one unless the switches forbid it.
 */
export function readRequest(action: ActionSpec, body: unknown, switches: DemoSwitches): ReadRequest {
  if (!isRecord(body)) return { ok: false, code: 1001 };
  const reading: Reading = { action, switches, code: undefined };
  const input = readTable(reading, action.request, body, '');
  return reading.code === undefined ? { ok: true, input } : { ok: false, code: reading.code };
}

function readTable(reading: Reading, table: FieldTable, body: Values, path: string): Values {
  const values: Values = {};
  if (reading.switches.unknownField === 'refused' && Object.keys(body).some((name) => !(name in table))) {
    reading.code ??= 1007;
  }
  for (const [name, spec] of Object.entries(table)) {
    const fieldPath = `${path}${name}`;
    const raw = body[name];
    if (raw === undefined || raw === null) {
      if (spec.required === true) report(reading, fieldPath, 'missing');
      continue;
    }
    const value = readField(reading, spec, raw, fieldPath);
    if (value !== undefined) values[name] = value;
  }
  checkConditions(reading, table, values, body, path);
  return values;
}

function readField(reading: Reading, spec: FieldSpec, raw: unknown, path: string): unknown {
  if (raw === '' && mustBeFilled(reading, spec, path)) return void report(reading, path, 'empty');
  if (spec.type === 'object') {
    if (!isRecord(raw)) return void report(reading, path, 'type');
    return readTable(reading, spec.fields ?? {}, raw, `${path}.`);
  }
  const converted = convert(spec, raw, reading.switches);
  if (!converted.ok) return void report(reading, path, 'type');
  if (!isAllowed(spec, converted.value, path, reading.switches)) return void report(reading, path, 'range');
  return toListedSpelling(spec, converted.value);
}

/** Empty text is a value of its own for plain text, unless a code says that this very field may not be empty. */
function mustBeFilled(reading: Reading, spec: FieldSpec, path: string): boolean {
  // The vendor's SDK sends an empty text for "no cookies".
  if (path === 'cookie') return false;
  if (spec.type !== 'string' || spec.required === true || spec.enum !== undefined) return true;
  const isTopLevel = !path.includes('.');
  return isTopLevel && spec.requiredWhen === undefined && hasEmptyCode(reading.action, path);
}

function convert(spec: FieldSpec, raw: unknown, switches: DemoSwitches): Converted {
  if (spec.acceptsList === true && Array.isArray(raw)) return convertList({ type: spec.type }, raw, switches);
  const isStrict = switches.valueForms === 'documented';
  switch (spec.type) {
    case 'integer':
      if (Number.isSafeInteger(raw)) return { ok: true, value: raw };
      if (isStrict) return { ok: false };
      if (typeof raw === 'boolean') return { ok: true, value: raw ? 1 : 0 };
      return typeof raw === 'string' && /^-?\d{1,15}$/.test(raw)
        ? { ok: true, value: Number(raw) }
        : { ok: false };
    case 'number': {
      if (typeof raw === 'number') return { ok: true, value: raw };
      const value = typeof raw === 'string' && !isStrict ? Number(raw) : Number.NaN;
      return Number.isFinite(value) ? { ok: true, value } : { ok: false };
    }
    case 'string':
      if (typeof raw === 'string') return { ok: true, value: raw };
      if (isStrict) return { ok: false };
      if (typeof raw === 'boolean') return { ok: true, value: raw ? '1' : '0' };
      return typeof raw === 'number' ? { ok: true, value: String(raw) } : { ok: false };
    case 'boolean':
      if (typeof raw === 'boolean') return { ok: true, value: raw };
      if (isStrict || !['0', '1', 'true', 'false'].includes(String(raw))) return { ok: false };
      return { ok: true, value: String(raw) === '1' || String(raw) === 'true' };
    case 'array':
      return Array.isArray(raw)
        ? convertList(spec.items ?? { type: 'unknown' }, raw, switches)
        : { ok: false };
    default:
      return { ok: true, value: raw };
  }
}

function convertList(items: FieldSpec, raw: readonly unknown[], switches: DemoSwitches): Converted {
  const values: unknown[] = [];
  for (const each of raw) {
    const item = convert(items, each, switches);
    if (!item.ok) return item;
    values.push(item.value);
  }
  return { ok: true, value: values };
}

function isAllowed(spec: FieldSpec, value: unknown, path: string, switches: DemoSwitches): boolean {
  if (path === 'note') return String(value).length <= longestNote;
  if (path === 'new_profile_id') return Number(value) >= 1 && Number(value) <= largestProfileId;
  // The only value any source gives for product_type is "1".
  if (path === 'fingerprint_config.product_type') return /^\d$/.test(String(value));
  if (spec.fixedValue !== undefined) return String(value) === String(spec.fixedValue);
  if (path === 'proxy_type' && value === 'direct') return false;
  const items = spec.type === 'array' ? spec.items : undefined;
  if (items?.enum !== undefined && Array.isArray(value)) {
    return value.every((each) => isAllowed(items, each, `${path}[]`, switches));
  }
  if (spec.enum === undefined || spec.enum === 'platform') return true;
  const text = String(value);
  if (enumValues(spec.enum).some((entry) => String(entry.value) === text)) return true;
  return switches.letterCase === 'ignored' && toListedSpelling(spec, value) !== value;
}

/** Country codes travel in lower case in one sample and in capitals in the list: the list's spelling is kept. */
function toListedSpelling(spec: FieldSpec, value: unknown): unknown {
  if (spec.enum === undefined || !looselySpelled.has(spec.enum) || typeof value !== 'string') return value;
  const wanted = value.toLowerCase();
  return enumValues(spec.enum).find((entry) => String(entry.value).toLowerCase() === wanted)?.value ?? value;
}

function checkConditions(
  reading: Reading,
  table: FieldTable,
  values: Values,
  body: Values,
  path: string,
): void {
  for (const [name, spec] of Object.entries(table)) {
    if (spec.requiredWhen === undefined || isFilled(values[name])) continue;
    // Read literally the rule asks for a proxy id with a supplier link too, which has none.
    if (name === 'proxy_id' && String(values.proxy_mode) === '4') continue;
    if (judgeCondition(spec.requiredWhen, [{ values, table }]) === 'holds') {
      report(reading, `${path}${name}`, isRandomOpening(reading) ? 'missing' : 'empty');
    }
  }
  if (path === 'fingerprint_config.') checkFingerprint(reading, values, body, path);
  if (path.endsWith('proxy_data_json_format.')) {
    for (const name of ['ip', 'port']) if (body[name] === '') report(reading, `${path}${name}`, 'empty');
  }
}

/** Pairs of fingerprint fields that belong together, known from the texts of the error codes. */
function checkFingerprint(reading: Reading, values: Values, body: Values, path: string): void {
  const isUpdate = reading.action.id === 'profile-update';
  if (typeof values.platform === 'string') {
    const isMobile = Number(values.ua_type ?? 1) === 2;
    const names = isMobile ? ['android', 'ios'] : ['windows', 'macos'];
    if (!names.includes(values.platform.toLowerCase())) {
      const codes = isUpdate ? [102005, 102006] : [101015, 101016];
      if (reading.action.id === 'profile-create' || isUpdate) reading.code ??= codes[isMobile ? 1 : 0];
      else report(reading, `${path}platform`, 'range');
    }
  }
  if (values.webgl_data_type === '2') {
    for (const name of ['webgl_factory', 'webgl_info']) {
      if (!isFilled(values[name])) report(reading, `${path}${name}`, 'empty');
    }
  }
  if (values.device_name_source === '2' && !isFilled(values.device_name)) {
    report(reading, `${path}device_name`, 'empty');
  }
  if (body.fonts !== undefined && body.fonts !== null && !Array.isArray(body.fonts)) {
    report(reading, `${path}fonts`, 'type');
  }
}

function isRandomOpening(reading: Reading): boolean {
  return reading.action.id === 'profile-open-with-random-fingerprint';
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function report(reading: Reading, path: string, problem: FieldProblem): undefined {
  reading.code ??= findFieldCode(reading.action, path, problem, reading.switches);
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
