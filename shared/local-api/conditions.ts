import type { FieldTable } from './field-spec.ts';

/** Values of one object of a request with the table that describes them. */
export interface ConditionScope {
  readonly values: Readonly<Record<string, unknown>>;
  readonly table: FieldTable;
}

/** `unknown` when the words speak of something outside the request, or of a field without value and default. */
export type ConditionVerdict = 'holds' | 'fails' | 'unknown';

const switchedOn: ReadonlySet<string> = new Set(['1', 'true', 'on']);

/**
 * Whether a condition of the contract holds, such as "proxy_mode is 2 or 4 and proxy_type is not direct". The fields
 * it names are looked for in the scopes, innermost first. A field that was left out counts as its default.
 */
export function judgeCondition(condition: string, scopes: readonly ConditionScope[]): ConditionVerdict {
  const verdicts = condition.split(' and ').map((part) => judgePart(part, scopes));
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.includes('unknown') ? 'unknown' : 'holds';
}

function judgePart(part: string, scopes: readonly ConditionScope[]): ConditionVerdict {
  const match = /^(\w+) is (not )?(.+)$/.exec(part);
  if (match === null) return 'unknown';
  const [, field = '', negation, list = ''] = match;
  const scope = scopes.find(({ table }) => Object.hasOwn(table, field));
  const given = scope && Object.hasOwn(scope.values, field) ? scope.values[field] : undefined;
  const value = given ?? scope?.table[field]?.default;
  if (value === undefined || value === null) return 'unknown';
  const text = String(value);
  const isListed = list === 'on' ? switchedOn.has(text) : list.split(' or ').includes(text);
  return isListed === (negation === undefined) ? 'holds' : 'fails';
}
