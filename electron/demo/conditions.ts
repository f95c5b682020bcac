import type { FieldTable } from '../../shared/local-api/field-spec.ts';

/**
 * Whether a `requiredWhen` of the contract holds, such as "proxy_mode is 2 and proxy_type is not direct", for the
 * given values. A field that was left out counts as its default; without one, nothing follows from it.
 */
export function holds(
  condition: string,
  values: Readonly<Record<string, unknown>>,
  table: FieldTable,
): boolean {
  return condition.split(' and ').every((part) => {
    const match = /^(\w+) is (not )?(.+)$/.exec(part);
    if (match === null) return false;
    const [, field = '', negation, list = ''] = match;
    const value = values[field] ?? table[field]?.default;
    if (value === undefined || value === null) return false;
    const isListed = list.split(' or ').includes(String(value));
    return negation === undefined ? isListed : !isListed;
  });
}
