import { z } from 'zod';
import type { CookieProblem } from '../../shared/profile-details.ts';

/** Most cookies of one file; browsers keep far fewer. */
const mostCookies = 20_000;

/** What every form of a cookie has; whatever else an entry of a JSON file holds is sent as it stands there. */
const jsonCookie = z.looseObject({ domain: z.string().min(1), name: z.string(), value: z.string() });
export type Cookie = z.infer<typeof jsonCookie>;

export type ParsedCookies =
  | { readonly ok: true; readonly format: 'json' | 'netscape'; readonly cookies: readonly Cookie[] }
  | { readonly ok: false; readonly problem: CookieProblem; readonly place: number | null };

/**
 * Reads a JSON list of cookies (as ixBrowser and browser extensions save it) or a Netscape `cookies.txt`. `now` is
 * the epoch time in seconds, which stands as the time of making where a file has none. Never throws.
 */
export function parseCookieFile(text: string, now: number): ParsedCookies {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return { ok: false, problem: 'empty', place: null };
  const parsed = /^\s*[[{"]/.test(content) ? parseJson(content) : parseNetscape(content, now);
  if (!parsed.ok) return parsed;
  if (parsed.cookies.length === 0) return { ok: false, problem: 'empty', place: null };
  return parsed.cookies.length > mostCookies ? { ok: false, problem: 'too_many', place: null } : parsed;
}

/** Epoch seconds at which a cookie ends; null for one that lasts as long as the session. */
export function readExpiry(cookie: Cookie): number | null {
  const expiry = Number(cookie.expiration_time ?? cookie.expirationDate ?? cookie.expires ?? 0);
  return Number.isFinite(expiry) && expiry > 0 ? expiry : null;
}

function parseJson(text: string): ParsedCookies {
  let value: unknown;
  try {
    value = JSON.parse(text);
    // What the Local API gives is JSON inside a JSON string.
    if (typeof value === 'string') value = JSON.parse(value);
  } catch {
    // The parser's message quotes the text, which holds secrets.
    return { ok: false, problem: 'not_cookies', place: null };
  }
  if (typeof value === 'object' && value !== null && 'cookies' in value) value = value.cookies;
  if (!Array.isArray(value)) return { ok: false, problem: 'not_cookies', place: null };
  const cookies: Cookie[] = [];
  for (const [index, entry] of value.entries()) {
    const cookie = jsonCookie.safeParse(entry);
    if (!cookie.success) return { ok: false, problem: 'bad_entry', place: index + 1 };
    cookies.push(cookie.data);
  }
  return { ok: true, format: 'json', cookies };
}

/**
 * Seven fields between tabs: domain, whether subdomains get it, path, whether only over https, end in epoch seconds
 * (0 for a session), name, value. `#HttpOnly_` before the domain is the usual extension; other `#` lines are
 * comments (https://curl.se/docs/http-cookies.html).
 */
function parseNetscape(text: string, now: number): ParsedCookies {
  const cookies: Cookie[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const isHttpOnly = line.startsWith('#HttpOnly_');
    if (line.trim() === '' || (line.startsWith('#') && !isHttpOnly)) continue;
    const [domain = '', subdomains, path, secure, end = '', name, value = ''] = line
      .slice(isHttpOnly ? '#HttpOnly_'.length : 0)
      .split('\t');
    if (name === undefined || domain === '' || !/^\d+(?:\.\d+)?$/.test(end)) {
      const isFirst = cookies.length === 0;
      return { ok: false, problem: isFirst ? 'not_cookies' : 'bad_entry', place: isFirst ? null : index + 1 };
    }
    const isSecure = secure === 'TRUE';
    cookies.push({
      creation_time: String(now),
      domain,
      name,
      value,
      path: path || '/',
      expiration_time: String(Math.trunc(Number(end))),
      last_access_time: String(now),
      secure: isSecure,
      http_only: isHttpOnly,
      same_site: '-1',
      priority: '1',
      same_party: false,
      source_scheme: isSecure ? '2' : '1',
      source_port: isSecure ? '443' : '80',
      is_host_cookie: subdomains !== 'TRUE',
    });
  }
  return { ok: true, format: 'netscape', cookies };
}
