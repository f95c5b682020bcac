import additions from './additions.json' with { type: 'json' };
import enums from './enums.json' with { type: 'json' };
import type { FieldSpec } from './field-spec.ts';

/** One allowed value of a documented list with a label in plain words. */
export interface EnumValue {
  readonly value: string | number | boolean;
  readonly label: string;
  /** Only in the list of time zones: the offset such as "+02:00". */
  readonly offset?: string;
}

/** A list of enums.json. `tables` holds the lists of the single suppliers of residential proxies. */
interface EnumList {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly values?: readonly EnumValue[];
  readonly tables?: Readonly<Record<string, readonly EnumValue[]>>;
}

const documented = enums as unknown as Readonly<Record<string, EnumList>>;
const later = additions.enums as unknown as Readonly<Record<string, EnumList>>;
const cache = new Map<string, readonly EnumValue[]>();

/**
 * The values of a list in enums.json, with the values later sources add. The `gateway` list is the union of the
 * suppliers' tables, without repeats. A name outside the file is a bug and throws.
 */
export function enumValues(name: string): readonly EnumValue[] {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const list = documented[name] ?? later[name];
  if (list === undefined) throw new Error(`enums.json has no list "${name}".`);
  const added = additions.enumValues.filter((entry) => entry.enum === name);
  const all = [...(list.values ?? []), ...Object.values(list.tables ?? {}).flat(), ...added];
  const unique = new Map(
    all.map(({ value, label, ...rest }) => [value, { value, label, ...('offset' in rest ? rest : {}) }]),
  );
  const values = [...unique.values()];
  cache.set(name, values);
  return values;
}

/**
 * The allowed values of a field in the type that travels, empty for one without a list. One list serves fields of
 * both types: `proxy_mode` is text in one action and a number in the others, a switch is mostly "1" and sometimes 1.
 */
export function fieldChoices(spec: Pick<FieldSpec, 'type' | 'enum'>): readonly EnumValue[] {
  if (spec.enum === undefined) return [];
  const values = enumValues(spec.enum);
  if (spec.type === 'string') return values.map((entry) => ({ ...entry, value: String(entry.value) }));
  if (spec.type === 'integer') return values.map((entry) => ({ ...entry, value: Number(entry.value) }));
  return values;
}
