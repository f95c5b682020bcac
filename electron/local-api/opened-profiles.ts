import { type OpenProfile, type OpenProfiles, type ProfileId, profileId } from '../../shared/profile.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import { toAppError } from './errors.ts';
import type { ApiOutcome, LocalApiClient } from './outcome.ts';
import { readPatiently } from './read-patiently.ts';

/**
 * Reads both opened lists and gives their union, sorted by number. Sources contradict each other about what each
 * list holds; only the native client's one names process and debugging address, so it alone proves a window on
 * this computer that the API may close.
 *
 * When either list cannot be read, the whole fails: half a union would show open profiles as closed, and clearing
 * the cache of an open profile is what the check is there to prevent. Errors as for reads: `api_unreachable`,
 * `api_timeout`, `api_rejected`, `unexpected_response`.
 * `single_try` is for callers that pace and repeat their requests themselves.
 */
export async function readOpenedProfiles(
  client: LocalApiClient,
  clock: Clock = systemClock,
  patience: 'patient' | 'single_try' = 'patient',
): Promise<Result<OpenProfiles>> {
  const read = <T>(call: () => Promise<ApiOutcome<T>>) =>
    patience === 'patient' ? readPatiently(call, clock) : call();
  const [account, native] = await Promise.all([
    read(() => client.call('profile-opened-list', {})),
    read(() => client.call('native-client-profile-opened-list', {})),
  ]);
  if (account.kind !== 'ok') return { ok: false, error: toAppError(account, 'read') };
  if (native.kind !== 'ok') return { ok: false, error: toAppError(native, 'read') };

  const opened = new Map<ProfileId, OpenProfile>();
  for (const row of account.data) {
    const id = profileId.safeParse(row.profile_id);
    if (!id.success) continue;
    opened.set(id.data, {
      profileId: id.data,
      canClose: false,
      openedBy: row.last_opened_user || null,
      openedAt: row.last_opened_time || null,
    });
  }
  for (const row of native.data) {
    const id = profileId.safeParse(row.profile_id);
    if (!id.success) continue;
    const listed = opened.get(id.data);
    opened.set(id.data, {
      profileId: id.data,
      canClose: true,
      openedBy: listed?.openedBy ?? null,
      openedAt: listed?.openedAt ?? (row.open_time || null),
    });
  }
  const profiles = [...opened.values()].sort((a, b) => a.profileId - b.profileId);
  return succeed({ profiles, asOf: clock.now() });
}
