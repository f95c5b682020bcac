import { isIP } from 'node:net';
import { z } from 'zod';
import {
  type ProfileId,
  type ProfileProxy,
  type ProfileRow,
  type ProxyMode,
  profileId,
} from '../../shared/profile.ts';

/** One profile as the list sends it, with what the window must not see. */
export interface KnownProfile {
  readonly row: ProfileRow;
  /** Name of the cache folder; the same serial number with another one is another profile. Null when not sent. */
  readonly cachePath: string | null;
  /** Unix seconds of the last opening; null when never opened or not sent. */
  readonly lastOpenSeconds: number | null;
}

export type ParsedRow =
  | { readonly ok: true; readonly profile: KnownProfile }
  | { readonly ok: false; readonly profileId: ProfileId | null; readonly field: string };

/** Whole numbers and decimal text stand for each other; 15 digits fit a safe integer. */
const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const serial = wholeNumber.pipe(profileId);
const text = z.union([z.string(), z.number().transform(String)]).nullish();
const number = z.union([wholeNumber, z.literal('').transform(() => 0)]).nullish();

/** The fields of a `profile-list` row that the panel uses; all others are dropped, `password` among them. */
const profileRowWire = z.object({
  profile_id: serial,
  name: z.union([z.string(), z.number().transform(String)]),
  note: text,
  color: text,
  last_open_time: number,
  group_id: number,
  group_name: text,
  tag_id: text,
  tag_name: text,
  proxy_mode: number,
  proxy_type: text,
  proxy_ip: text,
  proxy_port: text,
  proxy_url: text,
  real_ip: text,
  cache_path: text,
});
type ProfileRowWire = z.infer<typeof profileRowWire>;

/** Reads one row of `profile-list`. A row that does not fit names its first bad field, never a value. */
export function parseProfileRow(row: unknown): ParsedRow {
  const parsed = profileRowWire.safeParse(row);
  if (!parsed.success) {
    const id = serial.safeParse(readProperty(row, 'profile_id'));
    return {
      ok: false,
      profileId: id.success ? id.data : null,
      field: String(parsed.error.issues[0]?.path[0] ?? 'row'),
    };
  }
  const wire = parsed.data;
  const lastOpenSeconds = wire.last_open_time ? wire.last_open_time : null;
  return {
    ok: true,
    profile: {
      row: {
        id: wire.profile_id,
        name: wire.name,
        note: wire.note ?? '',
        color: /^#[0-9a-f]{6}$/i.test(wire.color ?? '') ? (wire.color ?? null) : null,
        groupId: wire.group_id ?? 0,
        groupName: wire.group_name ?? '',
        tags: splitTags(wire.tag_id ?? '', wire.tag_name ?? ''),
        proxy: toProxy(wire),
        realIp: isIP(wire.real_ip ?? '') === 0 ? '' : (wire.real_ip ?? ''),
        lastOpenedAt: lastOpenSeconds === null ? null : lastOpenSeconds * 1000,
      },
      cachePath: wire.cache_path || null,
      lastOpenSeconds,
    },
  };
}

/**
 * Names of a row's tags. No page shows the form for several tags; `proxy-list` separates ids and names with
 * blanks. So names are separated only where that gives as many names as there are ids: a blank or a comma inside
 * a name must not make two tags of one.
 */
export function splitTags(ids: string, names: string): readonly string[] {
  const whole = names.trim();
  if (whole === '') return [];
  const idCount = ids.split(/[\s,]+/).filter((id) => id !== '').length;
  for (const separator of [/\s*[,，]\s*/, /\s+/]) {
    const parts = whole.split(separator).filter((part) => part !== '');
    if (parts.length > 1 && parts.length === idCount) return parts;
  }
  return [whole];
}

/**
 * The shown parts of a proxy. Each is kept only in its plain form, so that a whole proxy line pasted into the
 * address field (`host:port:user:password`) does not pass.
 */
function toProxy(wire: ProfileRowWire): ProfileProxy {
  const mode = toMode(wire.proxy_mode ?? null);
  const link = mode === 4 ? (wire.proxy_url ?? '') : '';
  const host = link === '' ? (wire.proxy_ip ?? '') : hostOf(link);
  const port = wire.proxy_port ?? '';
  const type = (wire.proxy_type ?? '').toLowerCase();
  return {
    mode,
    type: /^[a-z0-9]{1,16}$/.test(type) ? type : null,
    host: isPlainHost(host) ? host : null,
    port: /^\d{1,5}$/.test(port) && link === '' ? port : null,
  };
}

function toMode(mode: number | null): ProxyMode | null {
  return mode === 1 || mode === 2 || mode === 3 || mode === 4 ? mode : null;
}

/** The client has already cut the link down to its host; a whole link is cut here as well. */
function hostOf(link: string): string {
  return link.includes('/') ? (URL.parse(link)?.hostname ?? '') : link;
}

function isPlainHost(host: string): boolean {
  return isIP(host) !== 0 || /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(host);
}

function readProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
