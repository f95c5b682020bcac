import type { ActionRequests } from '../../../shared/local-api/wire.generated.ts';
import { type ActionContext, type Answer, answer, refuse } from '../answer.ts';
import { runBatch } from '../batch.ts';
import type { OpeningRecord, ProfileRecord } from '../records.ts';
import { toTextTime } from '../text-time.ts';
import { parseCookies } from './profile-cookies.ts';
import { toProxyRecord } from './proxy-settings.ts';

/** First port of remote debugging; each open profile takes the next free one. */
const firstDebuggingPort = 30_001;

/** `profile-open`. */
export function openProfile(input: ActionRequests['profile-open'], context: ActionContext): Answer {
  const profile = context.state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  return open(profile, input.cookie, context);
}

/** `profile-open-with-random-fingerprint`: the proxy given is used for this session and not stored. */
export function openWithRandomFingerprint(
  input: ActionRequests['profile-open-with-random-fingerprint'],
  context: ActionContext,
): Answer {
  const profile = context.state.profiles.get(input.profile_id);
  if (profile === undefined) return refuse(2007);
  if (input.proxy_config !== undefined) {
    const proxy = toProxyRecord(input.proxy_config, context, 'sessionOnly');
    if (!proxy.ok) return proxy;
  }
  return open(profile, input.cookie, context);
}

/** `profile-opened-list`: what the account has recorded, whoever opened it. */
export function listOpened(_input: object, { state, switches }: ActionContext): Answer {
  const rows = [...state.openings.values()].map((opening) => ({
    profile_id: opening.profileId,
    last_opened_user: opening.user,
    last_opened_time: toTextTime(opening.openedAt, switches.textTimeOffsetMinutes),
  }));
  return answer(rows);
}

/** `native-client-profile-opened-list`: the windows that run on this computer, opened through the API. */
export function listNativeOpened(_input: object, { state, switches }: ActionContext): Answer {
  const rows = [...state.openings.values()]
    .filter((opening) => opening.throughApi)
    .map((opening) => ({
      debugging_address: `127.0.0.1:${opening.port}`,
      debugging_port: opening.port,
      profile_id: opening.profileId,
      pid: opening.pid,
      open_time: toTextTime(opening.openedAt, switches.textTimeOffsetMinutes),
      ws: toSocketAddress(opening),
      webdriver: webdriverPath,
    }));
  return answer(rows);
}

/** `profile-opened-list-arrange-tile`: nothing to see in a demo. */
export function arrangeTiles(): Answer {
  return answer(null);
}

/** `profile-open-state-reset`: forgets that a profile is open. */
export function resetOpenState(
  input: ActionRequests['profile-open-state-reset'],
  { state }: ActionContext,
): Answer {
  if (!state.profiles.has(input.profile_id)) return refuse(2007);
  state.openings.delete(input.profile_id);
  return answer(null);
}

/** `profile-close`: only what was opened through the API. */
export function closeProfile(input: ActionRequests['profile-close'], { state }: ActionContext): Answer {
  if (state.openings.get(input.profile_id)?.throughApi !== true) return refuse(1009);
  state.openings.delete(input.profile_id);
  return answer();
}

/** `profile-close-in-batches`: ids travel as text, both ways. */
export function closeProfiles(
  input: ActionRequests['profile-close-in-batches'],
  { state, switches }: ActionContext,
): Answer {
  const closed = runBatch(
    input.profile_id.map(Number),
    switches,
    1009,
    (id) => state.openings.get(id)?.throughApi === true,
    (id) => {
      state.openings.delete(id);
      return 'done';
    },
  );
  return closed.ok ? answer((closed.data as readonly number[]).map(String)) : closed;
}

/** Records an opening and returns it. Used by the control plane too, for openings by hand. */
export function recordOpening(
  profile: ProfileRecord,
  who: { readonly user: string; readonly throughApi: boolean },
  { state, now, random }: ActionContext,
): OpeningRecord {
  const usedPorts = new Set([...state.openings.values()].map((opening) => opening.port));
  let port = firstDebuggingPort;
  while (usedPorts.has(port)) port += 1;
  const opening: OpeningRecord = {
    profileId: profile.id,
    ...who,
    openedAt: now(),
    port,
    pid: 4000 + (port - firstDebuggingPort) * 7,
    session: `00000000-0000-4000-8000-${random.hex(12)}`,
  };
  state.openings.set(profile.id, opening);
  profile.lastOpenTime = Math.floor(now() / 1000);
  if (profile.hasNewProxy === true) {
    // Its number tells nothing and needs no draw, which would change what a seed gives.
    profile.realIp = `203.0.113.${((profile.lastOpenTime + profile.id) % 254) + 1}`;
    profile.hasNewProxy = false;
  }
  // Browsing fills the cache again.
  profile.hasCache = true;
  return opening;
}

const webdriverPath = 'C:\\ixBrowser\\chromedriver.exe';

function open(profile: ProfileRecord, cookie: string | undefined, context: ActionContext): Answer {
  const { state, switches } = context;
  if (state.openings.has(profile.id)) return refuse(111003);
  if (profile.proxy.mode === 1 && !state.packages.has(profile.proxy.id ?? 0)) return refuse(2003);
  if (profile.proxy.mode === 3 && !state.proxies.has(profile.proxy.id ?? 0)) return refuse(2002);
  if (switches.opensLeft === 0) return refuse(1018);
  const cookies = cookie === undefined ? null : parseCookies(cookie);
  if (cookies !== null && !cookies.ok) return refuse(2008);
  if (switches.opensLeft !== null) switches.opensLeft -= 1;
  if (cookies !== null) profile.cookies = cookies.cookies;
  const opening = recordOpening(profile, { user: state.account, throughApi: true }, context);
  return answer({
    debugging_address: `127.0.0.1:${opening.port}`,
    debugging_port: opening.port,
    profile_id: profile.id,
    pid: opening.pid,
    ws: toSocketAddress(opening),
    gateway: profile.proxy.mode === 1 ? String(profile.proxy.settings.gateway ?? 'Default') : '',
    webdriver: webdriverPath,
  });
}

function toSocketAddress(opening: OpeningRecord): string {
  return `ws://127.0.0.1:${opening.port}/devtools/browser/${opening.session}`;
}
