import { hiddenText, hideSecrets, maskUser } from './hide-secrets.ts';
import { readJsonHost } from './json-fields.ts';
import { maxJsonDepth } from './json-lists.ts';
import { readRecord } from './read-record.ts';
import type { JsonFacts } from './reply-reading.ts';

/** One row of the reply as a tree, in reading order. */
export interface JsonRow {
  /** Unique within the tree: the positions on the way down, joined by dots. */
  readonly id: string;
  readonly depth: number;
  /** The key, or the position in a list from 1. */
  readonly label: string;
  readonly kind: 'object' | 'list' | 'text' | 'number' | 'boolean' | 'null';
  /** Of an object or list: its size. */
  readonly size: number | null;
  /** Of a value: as it may be shown. */
  readonly shown: string | null;
  /** True when `shown` hides something. */
  readonly isMasked: boolean;
  /** What a click on the value puts into the mapping; null where no key leads. */
  readonly mappingKey: string | null;
}

export interface JsonTree {
  readonly rows: readonly JsonRow[];
  /** Items and levels were left out. */
  readonly isCut: boolean;
}

const maxRows = 300;
/** Items of a list that are shown: they are alike. */
const maxItems = 3;

const secretName = /pass|pwd|secret|token|key|sign|auth|cred|cookie|session|pin$/i;
const userName = /user|account|login|uname|^uid$/i;
/** Sentences, places and times: readable after known secrets and long tokens are hidden. */
const plainName =
  /msg|message|error|status|state|code|success|city|country|region|province|area|isp|carrier|expire|deadline|time|date|zone|protocol|type|info|tip/i;

interface OpenNode {
  readonly value: unknown;
  readonly id: string;
  readonly depth: number;
  readonly label: string;
  /** Keys since the item of the innermost list, or since the reply itself. */
  readonly key: string | null;
  readonly path: string;
}

/**
 * The reply as rows to show and click. Passwords and the like are hidden, user names and text of unknown meaning keep
 * their first two characters; addresses, numbers, times and sentences stay readable. `logins` are understood user
 * names and passwords, `secrets` those of the link.
 */
export function toJsonTree(
  { value, list }: JsonFacts,
  logins: ReadonlySet<string>,
  secrets: readonly string[],
): JsonTree {
  const rows: JsonRow[] = [];
  let isCut = false;
  const open: OpenNode[] = [{ value, id: '0', depth: 0, label: '', key: '', path: '' }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (rows.length >= maxRows) return { rows, isCut: true };
    const children = node.depth >= maxJsonDepth ? [] : listChildren(node);
    const shown = Array.isArray(node.value) ? children.slice(0, maxItems) : children;
    rows.push(toRow(node, list, logins, secrets));
    isCut ||= shown.length < children.length || (node.depth >= maxJsonDepth && isBranch(node.value));
    for (const child of shown.reverse()) open.push(child);
  }
  return { rows, isCut };
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function listChildren({ value, id, depth, key, path }: OpenNode): OpenNode[] {
  if (!isBranch(value)) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).map(([name, child], index) => ({
    value: child,
    id: `${id}.${index}`,
    depth: depth + 1,
    label: isList ? String(index + 1) : name,
    key: isList ? (isBranch(child) ? '' : null) : key === null ? null : key === '' ? name : `${key}.${name}`,
    path: isList ? `${path}[]` : path === '' ? name : `${path}.${name}`,
  }));
}

function toRow(
  node: OpenNode,
  list: string | null,
  logins: ReadonlySet<string>,
  secrets: readonly string[],
): JsonRow {
  const { value, id, depth } = node;
  const label = hideSecrets(node.label, secrets).slice(0, 60);
  if (isBranch(value)) {
    const size = Array.isArray(value) ? value.length : Object.keys(value).length;
    const kind = Array.isArray(value) ? 'list' : 'object';
    return { id, depth, label, kind, size, shown: null, isMasked: false, mappingKey: null };
  }
  const shown = showValue(node.label, value, logins, secrets);
  const isMasked = shown.includes(hiddenText);
  return {
    id,
    depth,
    label,
    kind: toKind(value),
    size: null,
    shown,
    isMasked,
    mappingKey: toMappingKey(node, list),
  };
}

/** Inside a single object that holds the proxy, keys are relative to it, as they are in the proposal. */
function toMappingKey({ key, path }: OpenNode, list: string | null): string | null {
  if (key === null || key === '') return null;
  const isInObject = list !== null && list !== '' && path === key && path.startsWith(`${list}.`);
  return isInObject ? path.slice(list.length + 1) : key;
}

function toKind(value: unknown): JsonRow['kind'] {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'null';
}

function showValue(
  name: string,
  value: unknown,
  logins: ReadonlySet<string>,
  secrets: readonly string[],
): string {
  if (value === null || typeof value === 'boolean') return String(value);
  const text = String(value);
  if (text === '') return '';
  if (secretName.test(name)) return hiddenText;
  if (userName.test(name) || logins.has(text)) return maskUser(text);
  if (secrets.includes(text)) return hiddenText;
  if (typeof value === 'number') return text;
  if (isReadable(text)) return text;
  return plainName.test(name) ? hideSecrets(text, secrets) : maskUser(text);
}

/** Addresses, small numbers, dates and times. */
function isReadable(text: string): boolean {
  if (text.length > 255) return false;
  if (readJsonHost(text) !== null || /^\d{1,5}$/.test(text)) return true;
  if (/^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?/.test(text) && text.length < 36)
    return true;
  const { fits } = readRecord(text);
  return fits.length > 0 && fits.every((fit) => fit.format === 'ip:port' && !fit.hasTail);
}
