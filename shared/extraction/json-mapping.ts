/**
 * Names of the keys that hold the four parts, relative to an item of the list. Empty text means "no such key"
 * (only for the login). `a.b` leads one level deeper; whether ixBrowser follows such a path is undocumented.
 */
export interface JsonMapping {
  readonly ip: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
}

/** The four parts of the mapping, in the documented order. */
export const mappingParts = [
  'ip',
  'port',
  'username',
  'password',
] as const satisfies readonly (keyof JsonMapping)[];

/**
 * The value that a key of the mapping leads to. A key of that very name comes before a path; only own keys count.
 * Undefined when there is none.
 */
export function readMappedValue(item: unknown, key: string): unknown {
  if (key === '') return undefined;
  const direct = ownValue(item, key);
  if (direct !== undefined || !key.includes('.')) return direct;
  let value = item;
  for (const step of key.split('.')) {
    value = ownValue(value, step);
    if (value === undefined) return undefined;
  }
  return value;
}

function ownValue(item: unknown, key: string): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || !Object.hasOwn(item, key))
    return undefined;
  return (item as Record<string, unknown>)[key];
}
