import { isIP } from 'node:net';
import type { ProfileId, ProfileProxy, ProfileRow, ProxyMode } from '../../shared/profile.ts';
import { hostOfLink } from '../extraction/host-of-link.ts';
import { isPlainHost } from './plain-host.ts';

/** One profile as the list sends it, with what the window must not see. */
export interface KnownProfile {
  readonly row: ProfileRow;
  /** Name of the cache folder; the same serial number with another one is another profile. Null when not sent. */
  readonly cachePath: string | null;
  /** Unix seconds of the last opening; null when never opened or not sent. */
  readonly lastOpenSeconds: number | null;
  /** Saved proxy or traffic package that the profile uses; null when not sent. */
  readonly proxyId: number | null;
}

export type ParsedRow =
  | { readonly ok: true; readonly profile: KnownProfile }
  | { readonly ok: false; readonly profileId: ProfileId | null; readonly field: string };

/**
 * Reads one row of `profile-list`; what the panel does not use is dropped, `password` among it. A row that does not
 * fit names its first bad field, never a value. `profile_id` and `name` must be there, everything else may be
 * missing or null; whole numbers and text stand for each other.
 *
 * It reads field by field and not through a zod schema because it runs for every row: a zod object of these unions
 * took a quarter of the time of loading 10,000 profiles.
 */
export function parseProfileRow(row: unknown): ParsedRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { ok: false, profileId: null, field: 'row' };
  const given = row as Readonly<Record<string, unknown>>;
  const check: FieldCheck = { badField: null };
  const id = readId(given.profile_id, check);
  const name =
    given.name === undefined || given.name === null
      ? noText('name', check)
      : readText(given.name, 'name', check);
  const note = readText(given.note, 'note', check);
  const color = readText(given.color, 'color', check);
  const lastOpened = readNumber(given.last_open_time, 'last_open_time', check);
  const groupId = readNumber(given.group_id, 'group_id', check);
  const groupName = readText(given.group_name, 'group_name', check);
  const tags = splitKnownTags(
    readText(given.tag_id, 'tag_id', check),
    readText(given.tag_name, 'tag_name', check),
  );
  const proxy = readProxy(given, check);
  const proxyId = readNumber(given.proxy_id, 'proxy_id', check);
  const realIp = readText(given.real_ip, 'real_ip', check);
  const cachePath = readText(given.cache_path, 'cache_path', check);
  if (check.badField !== null) return { ok: false, profileId: id, field: check.badField };
  const lastOpenSeconds = lastOpened > 0 ? lastOpened : null;
  return {
    ok: true,
    profile: {
      row: {
        id: id as ProfileId,
        name,
        note,
        color: color.length === 7 && /^#[0-9A-Fa-f]{6}$/.test(color) ? color : null,
        groupId,
        groupName,
        tags,
        proxy,
        realIp: realIp === '' || isIP(realIp) === 0 ? '' : realIp,
        lastOpenedAt: lastOpenSeconds === null ? null : lastOpenSeconds * 1000,
      },
      cachePath: cachePath === '' ? null : cachePath,
      lastOpenSeconds,
      proxyId: proxyId > 0 ? proxyId : null,
    },
  };
}

interface FieldCheck {
  /** The first field that does not fit. */
  badField: string | null;
}

function readId(value: unknown, check: FieldCheck): ProfileId | null {
  const id = toWholeNumber(value);
  // A positive safe integer is exactly what the schema of the id asks for.
  if (id !== null && id > 0) return id as ProfileId;
  check.badField ??= 'profile_id';
  return null;
}

function readText(value: unknown, field: string, check: FieldCheck): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return typeof value === 'number' ? String(value) : noText(field, check);
}

function noText(field: string, check: FieldCheck): string {
  check.badField ??= field;
  return '';
}

function readNumber(value: unknown, field: string, check: FieldCheck): number {
  if (value === undefined || value === null || value === '') return 0;
  const number = toWholeNumber(value);
  if (number === null) check.badField ??= field;
  return number ?? 0;
}

/** Decimal text of up to 15 digits is a safe integer. */
function toWholeNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** Tags by the text of their names and ids: thousands of rows have the same few, and splitting is slow. */
const knownTags = new Map<string, { readonly ids: string; readonly tags: readonly string[] }>();
/** Entries after which the memory begins anew, so that a list without repeats does not fill it. */
const mostKnownTags = 5_000;
const noTags: readonly string[] = [];

function splitKnownTags(ids: string, names: string): readonly string[] {
  if (names === '') return noTags;
  const known = knownTags.get(names);
  if (known?.ids === ids) return known.tags;
  const tags = splitTags(ids, names);
  if (knownTags.size >= mostKnownTags) knownTags.clear();
  knownTags.set(names, { ids, tags });
  return tags;
}

/**
 * Names of a row's tags. No page shows the form for several tags; `proxy-list` separates ids and names with
 * blanks. So names are separated only where that gives as many names as there are ids: a blank or a comma inside
 * a name must not make two tags of one.
 */
export function splitTags(ids: string, names: string): readonly string[] {
  if (names === '') return [];
  const whole = names.trim();
  if (whole === '') return [];
  if (!/[\s,，]/.test(whole)) return [whole];
  const idCount = ids.split(/[\s,]+/).filter((id) => id !== '').length;
  for (const separator of [/\s*[,，]\s*/, /\s+/]) {
    const parts = whole.split(separator).filter((part) => part !== '');
    if (parts.length > 1 && parts.length === idCount) return parts;
  }
  return [whole];
}

const documentedTypes: ReadonlySet<string> = new Set(['direct', 'http', 'https', 'socks5', 'ssh']);

/**
 * The shown parts of a proxy. Each is kept only in its plain form, so that a whole proxy line pasted into the
 * address field (`host:port:user:password`) does not pass.
 */
function readProxy(given: Readonly<Record<string, unknown>>, check: FieldCheck): ProfileProxy {
  const mode = toMode(readNumber(given.proxy_mode, 'proxy_mode', check));
  const type = readText(given.proxy_type, 'proxy_type', check).toLowerCase();
  const ip = readText(given.proxy_ip, 'proxy_ip', check);
  const port = readText(given.proxy_port, 'proxy_port', check);
  const url = readText(given.proxy_url, 'proxy_url', check);
  const isLink = mode === 4 && url !== '';
  const host = isLink ? hostOf(url) : ip;
  return {
    mode,
    type: documentedTypes.has(type) || /^[a-z0-9]{1,16}$/.test(type) ? type : null,
    host: isPlainHost(host) ? host : null,
    port: /^\d{1,5}$/.test(port) && !isLink ? port : null,
  };
}

function toMode(mode: number): ProxyMode | null {
  return mode === 1 || mode === 2 || mode === 3 || mode === 4 ? mode : null;
}

/** The client has already cut the link down to its host; a whole link is cut here as well. */
function hostOf(link: string): string {
  return link.includes('/') ? hostOfLink(link) : link;
}
