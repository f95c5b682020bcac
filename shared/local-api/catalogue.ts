import additions from './additions.json' with { type: 'json' };
import contract from './contract.json' with { type: 'json' };
import type { FieldSpec, FieldTable } from './field-spec.ts';
import type { ActionId } from './wire.generated.ts';

/** How a refused call looks, from the sample on the action's page. */
interface FailureSpec {
  readonly httpStatus: number;
  /** What `data` is on failure; null for the service that has no envelope. */
  readonly dataType: 'array' | 'null' | null;
  readonly envelopeHasTime: boolean;
  readonly exampleCode: number | null;
  readonly exampleMessage: string | null;
}

/** One entry of contract.json, or one of the three later actions of additions.json in the same form. */
export interface ActionSpec {
  readonly id: ActionId;
  readonly method: 'POST';
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly area: string;
  readonly request: FieldTable;
  readonly response: FieldSpec;
  /** Numbers, or a whole family such as "101xxx". */
  readonly errorCodes: readonly (number | string)[];
  /** Codes of the failure sample that the page's own list lacks. */
  readonly errorCodesOnlyInExample?: readonly number[];
  readonly destructive: boolean;
  readonly batch: boolean;
  /** Whether `error.time` is there on success; null when no source shows a reply. */
  readonly envelopeHasTime: boolean | null;
  readonly envelope: 'ixbrowser' | 'none';
  /** Null when the page documents no failure. */
  readonly failure: FailureSpec | null;
  readonly requestBodyDocumented?: boolean;
  readonly baseUrlDefault?: string;
  readonly notes?: readonly string[];
  /** Present on actions that are not on the documented pages. */
  readonly sources?: readonly string[];
}

interface AdditionalField {
  readonly endpoints: readonly string[];
  /** Dotted path inside the request, such as `proxy_config.country`. */
  readonly field: string;
  readonly type: FieldSpec['type'];
  readonly fields?: readonly string[];
}

/**
 * Fields a page marks as required although its own sample, its optional parent or the vendor's SDK leaves them
 * out. They are treated as optional, because a caller that follows the sample must not be refused.
 */
const requirementsContradictedBySamples: ReadonlySet<string> = new Set([
  'empty-recycle-bin.tag_id',
  'proxy-create.proxy_user',
  'profile-update.preference_config.block_password_pages',
  'profile-update.preference_config.show_bookmarks_bar',
  'profile-transfer-code-import.proxy_config.enable_bypass',
  'profile-transfer-code-import.proxy_config.bypass_list',
]);

/**
 * Every action of the Local API: the 47 documented v2 actions, the three later ones and `system-cache-clear`.
 * Request fields that only later sources know are merged in and carry `sources`.
 */
export const actions: readonly ActionSpec[] = [
  ...(contract as unknown as readonly ActionSpec[]),
  ...(additions.endpoints as unknown as readonly ActionSpec[]).map((action) => ({
    ...action,
    failure: null,
  })),
].map((action) => ({ ...action, request: mergeRequest(action.id, action.request) }));

const actionsById: ReadonlyMap<string, ActionSpec> = new Map(actions.map((action) => [action.id, action]));

/** The action of that id. An id outside the catalogue is a bug and throws. */
export function actionById(id: ActionId): ActionSpec {
  const action = actionsById.get(id);
  if (action === undefined) throw new Error(`The catalogue has no action "${id}".`);
  return action;
}

/** Tells whether text names an action of the catalogue. */
export function isActionId(id: string): id is ActionId {
  return actionsById.has(id);
}

function mergeRequest(id: string, documented: FieldTable): FieldTable {
  let table = correctTable(id, documented);
  for (const field of additions.requestFields as unknown as readonly AdditionalField[]) {
    if (field.endpoints.includes(id)) table = insertField(table, field.field.split('.'), toFieldSpec(field));
  }
  return table;
}

function correctTable(path: string, table: FieldTable): FieldTable {
  return Object.fromEntries(
    Object.entries(table).map(([name, spec]): [string, FieldSpec] => {
      const fieldPath = `${path}.${name}`;
      const isContradicted = requirementsContradictedBySamples.has(fieldPath);
      return [
        name,
        {
          ...spec,
          ...(isContradicted ? { required: false } : {}),
          ...(name === 'tag' ? { acceptsList: true } : {}),
          ...(spec.fields === undefined ? {} : { fields: correctTable(fieldPath, spec.fields) }),
        },
      ];
    }),
  );
}

function insertField(table: FieldTable, path: readonly string[], spec: FieldSpec): FieldTable {
  const [name, ...rest] = path;
  if (name === undefined) return table;
  if (rest.length === 0) return name in table ? table : { ...table, [name]: spec };
  const parent = table[name];
  if (parent?.fields === undefined) return table;
  return { ...table, [name]: { ...parent, fields: insertField(parent.fields, rest, spec) } };
}

function toFieldSpec(field: AdditionalField): FieldSpec {
  const { endpoints: _endpoints, field: _field, fields, ...spec } = field;
  if (fields === undefined) return spec;
  // The only object among the additions is a preference_config whose fields are the switches of profile-create.
  const switches = fields.map((name): [string, FieldSpec] => [
    name,
    { type: 'string', required: false, enum: 'off_on' },
  ]);
  return { ...spec, fields: Object.fromEntries(switches) };
}
