import { readHost } from '../read-host.ts';
import { readPort } from './proxy-entry.ts';

/** Levels of keys that are followed inside an item; no supplier needs more, and each level is read once more. */
const maxKeyLevels = 4;

/** A key (or path of keys) of the items of a list, with what it holds. */
export interface JsonField {
  /** Relative to an item; levels joined by dots. */
  readonly key: string;
  /** Its last level in lower case without `_` and `-`. */
  readonly name: string;
  /** Items in which it holds an IP address. */
  ips: number;
  /** Items in which it holds a host name with a dot. */
  names: number;
  /** Items in which it holds a whole number from 1 to 65535, or the same as text. */
  ports: number;
  /** Items in which it holds text or a number that is not empty. */
  texts: number;
  /** Its first value, to tell apart two keys that hold the same. */
  readonly first: unknown;
}

/** Text of a host in JSON: with or without brackets, a name only with a dot. Null for anything else. */
export function readJsonHost(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const host = readHost(value.trim());
  return host.ok && (host.kind !== 'name' || host.host.includes('.')) ? host.host : null;
}

/** A port as a number or as text in digits; null for anything else. */
export function readJsonPort(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 1 && value <= 65_535 ? value : null;
  return typeof value === 'string' ? readPort(value.trim()) : null;
}

/** Counts what every key of the items holds. Arrays inside an item are lists of their own and not crossed. */
export function countJsonFields(items: readonly unknown[]): readonly JsonField[] {
  const fields = new Map<string, JsonField>();
  for (const item of items) {
    const open: [value: unknown, key: string, depth: number][] = [[item, '', 0]];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const [value, key, depth] = node;
      if (typeof value === 'object') {
        if (value === null || Array.isArray(value) || depth >= maxKeyLevels) continue;
        for (const [name, child] of Object.entries(value).reverse())
          open.push([child, key === '' ? name : `${key}.${name}`, depth + 1]);
      } else if (key !== '') countValue(fields, key, value);
    }
  }
  return [...fields.values()];
}

function countValue(fields: Map<string, JsonField>, key: string, value: unknown): void {
  let field = fields.get(key);
  if (field === undefined) {
    const last = key.slice(key.lastIndexOf('.') + 1);
    const name = last.toLowerCase().replace(/[_\-\s]/g, '');
    field = { key, name, ips: 0, names: 0, ports: 0, texts: 0, first: value };
    fields.set(key, field);
  }
  const host = readJsonHost(value);
  if (host !== null && (host.includes(':') || /\.\d+$/.test(host))) field.ips += 1;
  else if (host !== null) field.names += 1;
  if (readJsonPort(value) !== null) field.ports += 1;
  if ((typeof value === 'string' && value !== '') || typeof value === 'number') field.texts += 1;
}
