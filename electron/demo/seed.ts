import { enumValues } from '../../shared/local-api/enum-catalogue.ts';
import { createRandom, type Random } from './random.ts';
import type { ProfileRecord, ProxyRecord, SavedProxyRecord } from './records.ts';
import { seedNames, seedNotes } from './seed-texts.ts';
import { DemoState, defaultGroupId } from './state.ts';

/** Unix seconds that seeded times count back from: fixed, so that a seed gives the same data every day. */
const seededNow = Date.UTC(2026, 0, 15, 9, 30) / 1000;

const groupTitles = ['Default', 'Shop-EU', 'Shop-US', 'Shop-VN', '社媒运营', 'Реклама', 'Warm-up', 'Archive'];
const tagTitles = ['vip', 'new', 'ads', 'needs review', 'blocked', '主号', 'tiktok', 'đã xác minh'];
const proxyTagTitles = ['datacenter', 'mobile', 'residential', 'backup'];
const cities = [
  { country: 'US', timezone: 'America/New_York', city: 'New York' },
  { country: 'DE', timezone: 'Europe/Berlin', city: 'Berlin' },
  { country: 'VN', timezone: 'Asia/Ho_Chi_Minh', city: 'Ho Chi Minh City' },
  { country: 'SG', timezone: 'Asia/Singapore', city: 'Singapore' },
] as const;

/** How the seeded account looks. */
export interface SeedOptions {
  readonly profiles: number;
  readonly seed: number;
  /** Mail address of the account that is signed in. */
  readonly account: string;
}

/**
 * An account with profiles in several groups and tags, all four proxy modes, names in many scripts and some
 * profiles open already: through the API, and by hand by other people. Profiles are numbered from 1.
 */
export function seedState(options: SeedOptions): DemoState {
  const random = createRandom(options.seed);
  const state = new DemoState(options.account);
  seedLists(state, random);
  seedProxies(state, random);
  for (let id = 1; id <= options.profiles; id += 1) state.addProfile(makeProfile(state, random, id));
  seedOpenings(state, random);
  seedTransfers(state, random);
  return state;
}

/** A profile with seeded content under the given id; it is not added. */
export function makeProfile(state: DemoState, random: Random, id: number): ProfileRecord {
  const [name, note] = [random.pick(seedNames), random.percent(60) ? '' : random.pick(seedNotes)];
  const firstTag = random.integer(1, tagTitles.length);
  const tagIds = random.percent(45)
    ? []
    : random.percent(70)
      ? [firstTag]
      : [firstTag, (firstTag % tagTitles.length) + 1];
  const hasLogin = random.percent(40);
  const colors = enumValues('profile_color');
  return {
    id,
    siteId: 22,
    siteUrl: 'chrome://newtab',
    color: String(colors[random.integer(0, colors.length - 1)]?.value ?? '#1E90FF'),
    name: `${name} ${String(id).padStart(3, '0')}`,
    note,
    groupId: random.percent(25) ? defaultGroupId : random.integer(2, groupTitles.length),
    tagIds,
    username: hasLogin ? `user${id}@example.com` : '',
    password: hasLogin ? `pw-${random.hex(10)}` : '',
    tfaSecret: '',
    lastOpenTime: random.percent(15) ? 0 : seededNow - random.integer(60, 180 * 86_400),
    proxy: makeProxy(state, random),
    realIp: random.percent(70) ? documentationAddress(random) : '',
    cachePath: random.hex(32),
    fingerprint: {},
    preference: {},
    cookies: null,
    hasCache: random.percent(85),
    hasSavedLogins: random.percent(30),
    cacheClears: 0,
    cookieClears: 0,
    hiddenListReads: 0,
  };
}

function seedLists(state: DemoState, random: Random): void {
  for (const [store, titles] of [
    [state.groups, groupTitles],
    [state.tags, tagTitles],
    [state.proxyTags, proxyTagTitles],
    [state.gateways, ['Line1', 'Line2', 'Line3']],
  ] as const) {
    for (const title of titles) store.add({ id: store.nextId(), title, sort: store.size });
  }
  for (const supplier of ['Supplier A', 'Supplier B']) {
    const limit = random.integer(1, 20) * 512;
    state.packages.add({ id: state.packages.nextId() + 5, limit, used: random.integer(0, limit), supplier });
  }
}

function seedProxies(state: DemoState, random: Random): void {
  for (let index = 0; index < 60; index += 1) {
    const place = random.pick(cities);
    const kind = index < 44 ? 1 : 2;
    const proxy: SavedProxyRecord = {
      id: 7001 + index,
      kind,
      type: random.pick(['socks5', 'http', 'https', 'ssh']),
      ip: `192.0.2.${index + 1}`,
      port: String(random.integer(1024, 65_000)),
      user: random.percent(60) ? `proxy-user-${index}` : '',
      password: random.percent(60) ? `proxy-pw-${random.hex(8)}` : '',
      note: random.percent(20) ? 'rented until March' : '',
      tagIds: random.percent(40) ? [random.integer(1, proxyTagTitles.length)] : [],
      detectedIp: documentationAddress(random),
      ...place,
    };
    state.addProxy(proxy);
  }
}

function makeProxy(state: DemoState, random: Random): ProxyRecord {
  const share = random.integer(1, 100);
  if (share <= 12) {
    return {
      mode: 1,
      id: random.pick([6, 12]),
      settings: { country: random.pick(['US', 'DE', 'JP']), gateway: 'Default' },
    };
  }
  if (share <= 24) return { mode: 3, ...pickSavedProxy(state, random, 45, 60), settings: {} };
  if (share <= 36) {
    return {
      mode: 4,
      type: random.pick(['socks5', 'http']),
      url: `https://supplier.example/get?key=${random.hex(12)}&num=1`,
      settings: {
        proxy_service: 'general',
        proxy_data_format_type: 'txt',
        proxy_data_txt_format: 'ip:port',
        proxy_extraction_method: 'invalid',
        proxy_check_line: 'global_line',
      },
    };
  }
  if (share <= 62) return { mode: 2, type: 'direct', settings: {} };
  // Saved proxies 40 to 44 stay unused, so that there is something to delete.
  return { mode: 2, ...pickSavedProxy(state, random, 1, 39), settings: { proxy_check_line: 'global_line' } };
}

function pickSavedProxy(state: DemoState, random: Random, from: number, to: number) {
  const proxy = state.proxies.get(7000 + random.integer(from, to));
  if (proxy === undefined) throw new Error('The proxies are seeded before the profiles.');
  const { id, type, ip, port, user, password } = proxy;
  return { id, type, ip, port, user, password };
}

function seedOpenings(state: DemoState, random: Random): void {
  const people = ['anna@example.com', 'minh@example.com', 'ольга@example.com'] as const;
  const count = Math.min(Math.floor(state.profiles.size / 20), 40);
  for (let index = 0; index < count; index += 1) {
    const profileId = random.integer(1, state.profiles.size);
    if (state.openings.has(profileId)) continue;
    const throughApi = index % 2 === 0;
    state.openings.set(profileId, {
      profileId,
      user: throughApi ? state.account : random.pick(people),
      openedAt: (seededNow - random.integer(60, 20_000)) * 1000,
      throughApi,
      port: 30_001 + index,
      pid: 4_000 + index * 7,
      session: `00000000-0000-4000-8000-${random.hex(12)}`,
    });
  }
}

function seedTransfers(state: DemoState, random: Random): void {
  for (let index = 0; index < 5; index += 1) {
    const code = `${10_000_001 + index}-${random.integer(10_000_000, 99_999_999)}`;
    const profile = { ...makeProfile(state, random, 900_000 + index), proxy: directProxy, tagIds: [] };
    const transfer = {
      id: index + 1,
      code,
      sender: 'partner@example.com',
      receiver: '',
      transferProxy: 0,
      transferProxyMode: 1,
      transferNote: 1,
      color: profile.color,
      name: profile.name,
      note: profile.note,
      profileId: profile.id,
      createdAt: seededNow - 3600,
      receivedAt: 0,
    };
    state.foreignTransfers.set(code, { transfer, profile });
  }
}

const directProxy: ProxyRecord = { mode: 2, type: 'direct', settings: {} };

/** An address of the ranges kept for documentation (RFC 5737), so that no real host is ever named. */
function documentationAddress(random: Random): string {
  return `${random.pick(['198.51.100', '203.0.113'])}.${random.integer(1, 254)}`;
}
