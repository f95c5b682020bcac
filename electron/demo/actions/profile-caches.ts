import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { runBatch } from '../batch.ts';
import type { ProfileRecord } from '../records.ts';

/** `profile-clear-cache`. */
export function clearCache(input: ActionRequests['profile-clear-cache'], context: ActionContext): Answer {
  return clear(input.profile_id, context, () => {});
}

/** `profile-clear-cache-and-cookies`. */
export function clearCacheAndCookies(
  input: ActionRequests['profile-clear-cache-and-cookies'],
  context: ActionContext,
): Answer {
  return clear(input.profile_id, context, (profile) => {
    profile.cookieClears += 1;
    if (context.switches.clearedCookies === 'gone') profile.cookies = [];
  });
}

/** `profile-clear-cache-keep-extensions`. */
export function clearCacheKeepExtensions(
  input: ActionRequests['profile-clear-cache-keep-extensions'],
  context: ActionContext,
): Answer {
  return clear(input.profile_id, context, () => {});
}

/** `profile-clear-cloud-data`: what lies in the cloud is not part of the demo, so that only the ids count. */
export function clearCloudData(
  input: ActionRequests['profile-clear-cloud-data'],
  { state, switches }: ActionContext,
): Answer {
  if (input.type.length === 0) return refuse(1000);
  return runBatch(
    input.profile_id,
    switches,
    2007,
    (id) => state.profiles.has(id),
    () => 'done',
  );
}

/** `profile-clear-saved-user-password`. */
export function clearSavedLogins(
  input: ActionRequests['profile-clear-saved-user-password'],
  { state }: ActionContext,
): Answer {
  const profile = state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  profile.hasSavedLogins = false;
  return answer(null);
}

function clear(
  ids: readonly number[],
  { state, switches }: ActionContext,
  clearMore: (profile: ProfileRecord) => void,
): Answer {
  if (switches.openProfileClear === 'refused' && ids.some((id) => state.openings.has(id)))
    return refuse(111003);
  return runBatch(
    ids,
    switches,
    2007,
    (id) => state.profiles.has(id),
    (id) => {
      const profile = state.profiles.get(id);
      if (profile === undefined) return 'omitted';
      if (state.openings.has(id) && switches.openProfileClear === 'omitted') return 'omitted';
      const wasEmpty = !profile.hasCache;
      profile.hasCache = false;
      profile.cacheClears += 1;
      clearMore(profile);
      return wasEmpty && switches.emptyCacheClears === 'omitted' ? 'omitted' : 'done';
    },
  );
}
