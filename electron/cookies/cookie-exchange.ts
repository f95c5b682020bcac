import { randomUUID } from 'node:crypto';
import type { ProfileId } from '../../shared/profile.ts';
import type { CookieFile, CookieImportInput, CookieImportResult } from '../../shared/profile-details.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { systemClock } from '../clock.ts';
import { toAppError } from '../local-api/errors.ts';
import { readOpenedProfiles } from '../local-api/opened-profiles.ts';
import type { LocalApiClient } from '../local-api/outcome.ts';
import type { DetailsClient } from '../local-api/profile-details.ts';
import { readPatiently } from '../local-api/read-patiently.ts';
import { readIdentified } from '../local-api/update-profile.ts';
import { type Cookie, parseCookieFile, readExpiry } from './parse-cookie-file.ts';

/** Cookies between profiles and files. They stay in the main process and are kept nowhere but in the file. */
export interface CookieExchange {
  /** The cookies of a profile as JSON text. Fails like a read. */
  read(id: ProfileId): Promise<Result<{ readonly text: string; readonly count: number }>>;
  /** Judges a chosen file; a usable one waits, in place of an earlier one, until it is sent or the app ends. */
  judge(fileName: string, text: string): CookieFile;
  /**
   * Sends the waiting file, once. Fails with `wrong_state` while the profile is open, with `not_found` when no such
   * file waits or the profile is another one, and like a write. After a lost reply the cookies are read: when all of
   * them are there it worked.
   */
  importWaiting(input: CookieImportInput): Promise<Result<CookieImportResult>>;
}

/** Longest list of domains that is shown. */
const shownDomains = 8;

/** Makes the exchange; no file waits. */
export function createCookieExchange(client: LocalApiClient & DetailsClient): CookieExchange {
  let waiting: { readonly importId: string; readonly cookies: readonly Cookie[] } | null = null;

  async function readCookies(id: ProfileId): Promise<Result<readonly Cookie[]>> {
    const outcome = await readPatiently(
      () => client.call('profile-get-cookies', { profile_id: id }),
      systemClock,
    );
    if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
    const parsed = parseCookieFile(outcome.data, 0);
    if (parsed.ok) return succeed(parsed.cookies);
    return parsed.problem === 'empty'
      ? succeed([])
      : fail('unexpected_response', 'The cookies of the profile cannot be read.');
  }

  return {
    async read(id) {
      const cookies = await readCookies(id);
      if (!cookies.ok) return cookies;
      return succeed({
        text: `${JSON.stringify(cookies.value, null, 2)}\n`,
        count: cookies.value.length,
      });
    },

    judge(fileName, text) {
      const now = Math.floor(systemClock.now() / 1_000);
      const parsed = parseCookieFile(text, now);
      if (!parsed.ok) return { kind: 'unusable', fileName, problem: parsed.problem, place: parsed.place };
      const { format, cookies } = parsed;
      waiting = { importId: randomUUID(), cookies };
      const domains = [...Map.groupBy(cookies, ({ domain }) => domain.replace(/^\./, ''))]
        .map(([domain, found]) => ({ domain, count: found.length }))
        .sort((a, b) => b.count - a.count);
      return {
        kind: 'usable',
        importId: waiting.importId,
        fileName,
        format,
        count: cookies.length,
        domains: domains.slice(0, shownDomains),
        domainCount: domains.length,
        expired: cookies.filter((cookie) => (readExpiry(cookie) ?? now) < now).length,
      };
    },

    async importWaiting({ profileId, identity, importId }) {
      if (waiting?.importId !== importId)
        return fail('not_found', 'This file does not wait any more.', { detail: 'importId' });
      const { cookies } = waiting;
      const [profile, open] = await Promise.all([
        readIdentified(client, profileId, identity),
        readOpenedProfiles(client),
      ]);
      if (!profile.ok) return profile;
      if (!open.ok) return open;
      if (open.value.profiles.some((opened) => opened.profileId === profileId))
        return fail('wrong_state', 'The profile is open.', { detail: 'open' });
      const outcome = await client.call('profile-update-cookies', {
        profile_id: profileId,
        cookie: JSON.stringify(cookies),
      });
      if (outcome.kind === 'refused' || outcome.kind === 'not_sent')
        return { ok: false, error: toAppError(outcome, 'write') };
      const after = await readCookies(profileId);
      if (outcome.kind === 'unknown' && !(after.ok && holdsAll(after.value, cookies)))
        return { ok: false, error: toAppError(outcome, 'write') };
      waiting = null;
      return succeed({ sent: cookies.length, now: after.ok ? after.value.length : null });
    },
  };
}

function holdsAll(found: readonly Cookie[], sent: readonly Cookie[]): boolean {
  const toKey = ({ domain, path, name, value }: Cookie) => JSON.stringify([domain, path ?? '/', name, value]);
  const keys = new Set(found.map(toKey));
  return sent.every((cookie) => keys.has(toKey(cookie)));
}
