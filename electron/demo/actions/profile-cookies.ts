import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import type { CookieRecord } from '../records.ts';

/** Cookies out of the JSON text they travel in. Empty text means none, as the vendor's SDK sends it. */
export function parseCookies(
  text: string,
): { readonly ok: true; readonly cookies: readonly CookieRecord[] } | { readonly ok: false } {
  if (text === '') return { ok: true, cookies: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Text that is not JSON is the caller's mistake, answered by the caller's code.
    return { ok: false };
  }
  if (!Array.isArray(value) || !value.every(isCookie)) return { ok: false };
  return { ok: true, cookies: value };
}

/** `profile-get-cookies`: JSON inside a string. */
export function getCookies(input: ActionRequests['profile-get-cookies'], { state }: ActionContext): Answer {
  const profile = state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  return answer(JSON.stringify(state.cookiesOf(profile)));
}

/** `profile-update-cookies`: in place of the stored ones, or merged by domain, path and name. */
export function updateCookies(
  input: ActionRequests['profile-update-cookies'],
  { state, switches }: ActionContext,
): Answer {
  const profile = state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  const parsed = parseCookies(input.cookie);
  if (!parsed.ok) return refuse(2006);
  const kept = switches.cookiesUpdate === 'merge' ? state.cookiesOf(profile) : [];
  const cookies = new Map([...kept, ...parsed.cookies].map((cookie) => [toKey(cookie), cookie]));
  profile.cookies = [...cookies.values()];
  return answer('success');
}

function isCookie(value: unknown): value is CookieRecord {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

function toKey(cookie: CookieRecord): string {
  return JSON.stringify([cookie.domain, cookie.path, cookie.name]);
}
