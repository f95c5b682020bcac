import type { FieldSpec } from './field-spec.ts';

const keyFields: ReadonlySet<string> = new Set(['profile_id', 'id', 'total', 'data', 'transfer_code']);

/**
 * Tells whether a reply is useless without this field: ids, counts, lists and whatever a page marks as required.
 * Every other field of a reply may be missing or null.
 */
export function isKeyField(name: string, spec: FieldSpec): boolean {
  return spec.required === true || keyFields.has(name);
}
