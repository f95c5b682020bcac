import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer } from '../answer.ts';
import { fitsName, takePage } from '../page.ts';
import type { ProfileRecord } from '../records.ts';

/** `profile-list`: pages of profiles; 0 and empty text mean no filter. */
export function listProfiles(input: ActionRequests['profile-list'], context: ActionContext): Answer {
  const { state, switches } = context;
  const isFiltered =
    state.hidden.size > 0 ||
    [input.profile_id, input.group_id, input.tag_id].some((id) => (id ?? 0) !== 0) ||
    (input.name ?? '') !== '';
  const page = takePage(
    state.profiles,
    input,
    switches,
    (profile) => toRow(profile, context),
    isFiltered ? (profile) => fits(profile, input, context) : null,
  );
  state.countListRead();
  return answer(page);
}

function fits(
  profile: ProfileRecord,
  input: ActionRequests['profile-list'],
  context: ActionContext,
): boolean {
  const { profile_id: id = 0, group_id: groupId = 0, tag_id: tagId = 0 } = input;
  return (
    profile.hiddenListReads <= 0 &&
    (id === 0 || profile.id === id) &&
    (groupId === 0 || profile.groupId === groupId) &&
    (tagId === 0 || profile.tagIds.includes(tagId)) &&
    fitsName(profile.name, input.name, context.switches)
  );
}

function toRow(profile: ProfileRecord, { state, switches }: ActionContext): Record<string, unknown> {
  const tagNames = profile.tagIds.map((id) => state.tags.get(id)?.title ?? '');
  return {
    profile_id: profile.id,
    site_url: profile.siteUrl,
    name: profile.name,
    note: profile.note,
    color: profile.color,
    username: profile.username,
    password: profile.password,
    last_open_time: profile.lastOpenTime,
    group_id: profile.groupId,
    group_name: state.groups.get(profile.groupId)?.title ?? '',
    tag_id: profile.tagIds.join(switches.tagSeparator),
    tag_name: tagNames.join(switches.tagSeparator),
    ...toProxyColumns(profile),
    real_ip: profile.realIp,
    cache_path: profile.cachePath,
  };
}

/** The columns that come and go with the proxy mode, as in the samples of the page. */
function toProxyColumns({ proxy }: ProfileRecord): Record<string, unknown> {
  switch (proxy.mode) {
    case 1:
      return { proxy_mode: 1, proxy_id: proxy.id };
    case 3:
      return { proxy_mode: 3, proxy_type: proxy.type ?? '' };
    case 4:
      return { proxy_mode: 4, proxy_type: proxy.type ?? '', proxy_url: proxy.url ?? '' };
    case 2:
      if (proxy.type === undefined || proxy.type === 'direct') return { proxy_mode: 2, proxy_type: 'direct' };
      return {
        proxy_mode: 2,
        proxy_id: proxy.id,
        proxy_type: proxy.type,
        proxy_ip: proxy.ip ?? '',
        proxy_port: proxy.port ?? '',
      };
  }
}
