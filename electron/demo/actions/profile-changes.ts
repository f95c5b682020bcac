import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { runBatch } from '../batch.ts';
import { fitsName } from '../page.ts';
import type { ProfileRecord, ProxyRecord, Settings } from '../records.ts';
import { makeProfile } from '../seed.ts';
import { defaultGroupId } from '../state.ts';
import { parseCookies } from './profile-cookies.ts';
import { toProxyRecord } from './proxy-settings.ts';
import { findOrCreateTags } from './tags.ts';

/** How many requests of the list pass before a late copy shows up. */
const lateListReads = 2;

const directProxy: ProxyRecord = { mode: 2, type: 'direct', settings: {} };

/** `profile-create`. */
export function createProfile(input: ActionRequests['profile-create'], context: ActionContext): Answer {
  const { state, switches, random } = context;
  if (hasEmptySettings(input)) return refuse(2004);
  if (state.names.count(input.name) > 0) return refuse(101004);
  const groupId = input.group_id ?? defaultGroupId;
  if (!state.groups.has(groupId)) return refuse(101039);
  const cookies = input.cookie === undefined ? null : parseCookies(input.cookie);
  if (cookies !== null && !cookies.ok) return refuse(2006);
  const proxy = input.proxy_config === undefined ? null : toProxyRecord(input.proxy_config, context);
  if (proxy !== null && !proxy.ok) return proxy;
  if (switches.createsLeft === 0) return refuse(1017);
  if (switches.createsLeft !== null) switches.createsLeft -= 1;
  const profile: ProfileRecord = {
    id: nextProfileId(context),
    siteId: input.site_id ?? 22,
    siteUrl: input.site_url ?? 'chrome://newtab',
    color: input.color ?? '#1E90FF',
    name: input.name,
    note: input.note ?? '',
    groupId,
    tagIds: findOrCreateTags(state.tags, input.tag),
    username: input.username ?? '',
    password: input.password ?? '',
    tfaSecret: input.tfa_secret ?? '',
    lastOpenTime: 0,
    proxy: proxy?.proxy ?? directProxy,
    realIp: '',
    cachePath: random.hex(32),
    fingerprint: (input.fingerprint_config ?? {}) as Settings,
    preference: (input.preference_config ?? {}) as Settings,
    cookies: cookies?.cookies ?? [],
    hasCache: false,
    hasSavedLogins: false,
    cacheClears: 0,
    cookieClears: 0,
    hiddenListReads: 0,
  };
  state.addProfile(profile);
  return answer(profile.id);
}

/** `profile-copy`. */
export function copyProfile(input: ActionRequests['profile-copy'], context: ActionContext): Answer {
  const { state, switches, random } = context;
  const origin = state.profiles.get(input.profile_id);
  if (origin === undefined) return refuse(2007);
  const groupId = input.group_id ?? (switches.copyGroup === 'origin' ? origin.groupId : defaultGroupId);
  if (!state.groups.has(groupId)) return refuse(112005);
  const name = input.name ?? (switches.copyName === 'same' ? origin.name : numberName(origin.name, context));
  if (!switches.copyAllowsEqualNames && state.names.count(name) > 0) return refuse(112001);
  if (switches.copiesLeft === 0) return refuse(1019);
  if (switches.copiesLeft !== null) switches.copiesLeft -= 1;
  const copy: ProfileRecord = {
    ...origin,
    id: nextProfileId(context),
    name,
    groupId,
    siteId: input.site_id ?? origin.siteId,
    siteUrl: input.site_url ?? origin.siteUrl,
    lastOpenTime: 0,
    cachePath: random.hex(32),
    cookies: switches.copyKeepsCookies ? state.cookiesOf(origin) : [],
    hasCache: false,
    cacheClears: 0,
    cookieClears: 0,
    hiddenListReads: switches.copyListedAt === 'late' ? lateListReads : 0,
  };
  state.addProfile(copy);
  return answer(copy.id);
}

/** `profile-update`: fields left out keep their value. */
export function updateProfile(input: ActionRequests['profile-update'], context: ActionContext): Answer {
  const { state, switches } = context;
  const profile = state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  if (hasEmptySettings(input)) return refuse(2004);
  if (switches.changeWhileOpen === 'refused' && state.openings.has(profile.id)) return refuse(1004);
  const { name, group_id: groupId, new_profile_id: newId } = input;
  if (name !== undefined && name !== profile.name && state.names.count(name) > 0) return refuse(102003);
  if (groupId !== undefined && !state.groups.has(groupId)) return refuse(102009);
  if (newId !== undefined && newId !== profile.id && state.profiles.has(newId)) return refuse(102007);
  const cookies = input.cookie === undefined ? null : parseCookies(input.cookie);
  if (cookies !== null && !cookies.ok) return refuse(1007);
  const isMerging = switches.profileUpdate === 'merge';
  const config = input.proxy_config;
  const proxy =
    config === undefined
      ? null
      : toProxyRecord(
          isMerging ? { ...toProxyInput(profile.proxy, config.proxy_mode), ...config } : config,
          context,
        );
  if (proxy !== null && !proxy.ok) return proxy.code === 2003 ? refuse(2002) : proxy;
  state.changeProfile(profile, (changed) => {
    changed.id = newId ?? changed.id;
    changed.name = name ?? changed.name;
    changed.note = input.note ?? changed.note;
    changed.color = input.color ?? changed.color;
    changed.groupId = groupId ?? changed.groupId;
    changed.siteId = input.site_id ?? changed.siteId;
    changed.siteUrl = input.site_url ?? changed.siteUrl;
    changed.username = input.username ?? changed.username;
    changed.password = input.password ?? changed.password;
    changed.tfaSecret = input.tfa_secret ?? changed.tfaSecret;
    if (input.tag !== undefined) changed.tagIds = findOrCreateTags(state.tags, input.tag);
    if (cookies !== null) changed.cookies = cookies.cookies;
    if (proxy !== null) {
      changed.proxy = proxy.proxy;
      changed.hasNewProxy = true;
    }
    changed.fingerprint = combine(changed.fingerprint, input.fingerprint_config, isMerging);
    changed.preference = combine(changed.preference, input.preference_config, isMerging);
  });
  return answer('success');
}

/** `profile-random-fingerprint-configuration`. */
export function randomizeFingerprint(
  input: ActionRequests['profile-random-fingerprint-configuration'],
  { state, random }: ActionContext,
): Answer {
  const profile = state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  profile.fingerprint = {
    ua_type: 1,
    platform: 'Windows',
    br_version: '130',
    device_name: `PC-${random.hex(6)}`,
  };
  return answer('success');
}

/** `profile-update-groups-in-batches`: the reply says only "success", whatever was left out. */
export function moveProfiles(
  input: ActionRequests['profile-update-groups-in-batches'],
  { state, switches }: ActionContext,
): Answer {
  if (!state.groups.has(input.group_id)) return refuse(1011);
  const moved = runBatch(
    input.profile_id,
    switches,
    2007,
    (id) => state.profiles.has(id),
    (id) => {
      const profile = state.profiles.get(id);
      if (profile === undefined) return 'omitted';
      state.changeProfile(profile, (changed) => {
        changed.groupId = input.group_id;
      });
      return 'done';
    },
  );
  return moved.ok ? answer('success') : moved;
}

/** `profile-delete`. */
export function deleteProfile(
  input: ActionRequests['profile-delete'],
  { state, switches }: ActionContext,
): Answer {
  const profile = state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  if (switches.changeWhileOpen === 'refused' && state.openings.has(profile.id)) return refuse(116001);
  state.removeProfile(profile, switches.profileDelete === 'recycleBin');
  return answer([]);
}

/** `empty-recycle-bin`: gives the number of removed profiles. */
export function emptyRecycleBin(
  input: ActionRequests['empty-recycle-bin'],
  { state, switches }: ActionContext,
): Answer {
  const { group_id: groupId = 0, tag_id: tagId = 0 } = input;
  const isNarrowed = switches.emptyBinFilters === 'honoured';
  const doomed = [...state.recycleBin.values()].filter(
    (profile) =>
      !isNarrowed ||
      ((groupId === 0 || profile.groupId === groupId) &&
        (tagId === 0 || profile.tagIds.includes(tagId)) &&
        fitsName(profile.name, input.name, switches)),
  );
  for (const profile of doomed) state.recycleBin.delete(profile.id);
  return answer(doomed.length);
}

/** Adds profiles with seeded content, as if made in the desktop client. Gives their ids. */
export function addSeededProfiles(
  count: number,
  namePrefix: string | undefined,
  context: ActionContext,
): number[] {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const profile = makeProfile(context.state, context.random, nextProfileId(context));
    if (namePrefix !== undefined) profile.name = `${namePrefix} ${profile.id}`;
    context.state.addProfile(profile);
    ids.push(profile.id);
  }
  return ids;
}

/** Serial numbers are not given twice, not even those of deleted profiles. */
export function nextProfileId({ state }: ActionContext): number {
  return state.profiles.nextId();
}

function hasEmptySettings(input: {
  readonly proxy_config?: object;
  readonly fingerprint_config?: object;
}): boolean {
  return [input.proxy_config, input.fingerprint_config].some(
    (settings) => settings !== undefined && Object.keys(settings).length === 0,
  );
}

function numberName(name: string, { state }: ActionContext): string {
  let number = 1;
  while (state.names.count(`${name}(${number})`) > 0) number += 1;
  return `${name}(${number})`;
}

function combine(stored: Settings, sent: object | undefined, isMerging: boolean): Settings {
  if (sent === undefined) return stored;
  return isMerging ? { ...stored, ...sent } : { ...sent };
}

/** The stored proxy as request fields, when the mode stays: what an update leaves out is kept. */
function toProxyInput(proxy: ProxyRecord, newMode: number | undefined): object {
  if (newMode !== undefined && newMode !== proxy.mode) return {};
  const fields = {
    proxy_mode: proxy.mode,
    proxy_id: proxy.mode === 2 ? undefined : proxy.id,
    proxy_type: proxy.type,
    proxy_ip: proxy.ip,
    proxy_port: proxy.port,
    proxy_user: proxy.user,
    proxy_password: proxy.password,
    proxy_url: proxy.url,
    ...proxy.settings,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
