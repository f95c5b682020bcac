/**
 * The type words of the field tables. `none` means "no member at all", `unknown` a shape no source shows.
 */
type FieldType =
  | 'integer'
  | 'number'
  | 'string'
  | 'boolean'
  | 'array'
  | 'object'
  | 'null'
  | 'unknown'
  | 'none';

/**
 * One field of a request or a reply as contract.json describes it. `required` speaks of requests, `optional` of
 * replies (absent in some examples); conditions (`effectiveWhen`, `requiredWhen`) are plain words.
 */
export interface FieldSpec {
  readonly type: FieldType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  /** A list of values of the same type is accepted too (tag names). */
  readonly acceptsList?: boolean;
  readonly fields?: FieldTable;
  readonly items?: FieldSpec;
  /** Name of a list in enums.json: see `enumValues`. */
  readonly enum?: string;
  readonly default?: unknown;
  readonly fixedValue?: unknown;
  readonly effectiveWhen?: string;
  readonly requiredWhen?: string;
  readonly paginated?: boolean;
  readonly envelopeFree?: boolean;
  readonly note?: string;
  readonly example?: unknown;
  /** Present on fields that are not on the documented pages: the keys of additions.json's `sources`. */
  readonly sources?: readonly string[];
}

/** Field name to description, in the documented order. */
export type FieldTable = Readonly<Record<string, FieldSpec>>;
