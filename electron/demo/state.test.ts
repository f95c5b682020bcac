import { expect, test } from 'vitest';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import { callAction } from './call-action.ts';
import { startTestDemo } from './demo-fixture.ts';
import { seedState } from './seed.ts';
import type { DemoApi } from './server.ts';

async function call(api: DemoApi, id: ActionId, body: unknown = {}): Promise<unknown> {
  return (await callAction(api, id, body)).body.data;
}

async function code(api: DemoApi, id: ActionId, body: unknown = {}): Promise<number> {
  return (await callAction(api, id, body)).body.error.code;
}

interface Page {
  readonly total: number;
  readonly data: readonly Record<string, unknown>[];
}

test('the same seed gives the same profiles, another seed others', async () => {
  const options = { profiles: 300, account: 'demo@example.com' };
  const rows = (seed: number) => JSON.stringify(seedState({ ...options, seed }).profiles.all());
  expect(rows(7)).toBe(rows(7));
  expect(rows(7)).not.toBe(rows(8));
});

test('seeded profiles are varied: proxy modes, groups, tags, scripts, long notes, open by hand and by API', () => {
  const state = seedState({ profiles: 500, seed: 7, account: 'demo@example.com' });
  const profiles = state.profiles.all();
  const text = profiles.map((profile) => profile.name).join(' ');
  expect(new Set(profiles.map((profile) => profile.proxy.mode)).size).toBe(4);
  expect(new Set(profiles.map((profile) => profile.groupId)).size).toBe(8);
  expect(new Set(profiles.map((profile) => profile.tagIds.length))).toEqual(new Set([0, 1, 2]));
  for (const script of [
    /\p{Script=Han}/u,
    /\p{Script=Cyrillic}/u,
    /[ửảạ]/u,
    /\p{Extended_Pictographic}/u,
    /[A-Z]/,
  ]) {
    expect(text).toMatch(script);
  }
  expect(profiles.some((profile) => profile.note.length === 200)).toBe(true);
  expect(profiles.every((profile) => profile.note.length <= 200)).toBe(true);
  expect(new Set(profiles.map((profile) => profile.cachePath)).size).toBe(500);
  expect(new Set(profiles.map((profile) => profile.name)).size).toBe(500);
  expect(profiles[0]?.cachePath).toMatch(/^[0-9a-f]{32}$/);
  const users = new Set([...state.openings.values()].map((opening) => opening.user));
  expect(users.has('demo@example.com') && users.size > 1).toBe(true);
});

test('a page of 100,000 profiles does not walk over all of them', () => {
  const state = seedState({ profiles: 100_000, seed: 7, account: 'demo@example.com' });
  expect(state.profiles.slice(99_990, 100).map((profile) => profile.id)).toEqual([
    99_991, 99_992, 99_993, 99_994, 99_995, 99_996, 99_997, 99_998, 99_999, 100_000,
  ]);
  expect(state.profiles.slice(0, 2, true).map((profile) => profile.id)).toEqual([100_000, 99_999]);
});

test('what is created is listed, what is deleted is gone and can be emptied from the bin', async () => {
  const api = await startTestDemo();
  const id = await call(api, 'profile-create', { name: 'Fresh', password: 'clear text' });
  const listed = (await call(api, 'profile-list', { profile_id: id })) as Page;
  expect(listed.data).toMatchObject([{ profile_id: id, name: 'Fresh', password: 'clear text' }]);
  await call(api, 'profile-delete', { profile_id: id });
  expect(await call(api, 'profile-list', { profile_id: id })).toEqual({ total: 0, data: [] });
  expect(await call(api, 'empty-recycle-bin')).toBe(1);
  expect(await call(api, 'empty-recycle-bin')).toBe(0);
});

test('rows carry the columns of their proxy mode', async () => {
  const api = await startTestDemo();
  const { data } = (await call(api, 'profile-list', { limit: 100 })) as Page;
  const columns = (row: Record<string, unknown>) =>
    Object.keys(row).filter((name) => name.startsWith('proxy_'));
  const seen = new Map(data.map((row) => [`${row.proxy_mode} ${row.proxy_type === 'direct'}`, columns(row)]));
  expect(Object.fromEntries(seen)).toEqual({
    '1 false': ['proxy_mode', 'proxy_id'],
    '2 true': ['proxy_mode', 'proxy_type'],
    '2 false': ['proxy_mode', 'proxy_id', 'proxy_type', 'proxy_ip', 'proxy_port'],
    '3 false': ['proxy_mode', 'proxy_type'],
    '4 false': ['proxy_mode', 'proxy_type', 'proxy_url'],
  });
});

test('profiles opened by hand are in one list only and cannot be closed through the API', async () => {
  const api = await startTestDemo();
  await api.control('profiles.touch', {
    changes: [{ kind: 'open', profileIds: [3], user: 'anna@example.com' }],
  });
  await call(api, 'profile-open', { profile_id: 4 });
  expect(await call(api, 'profile-opened-list')).toMatchObject([
    { profile_id: 3, last_opened_user: 'anna@example.com' },
    { profile_id: 4, last_opened_user: 'demo@example.com' },
  ]);
  expect(await call(api, 'native-client-profile-opened-list')).toMatchObject([{ profile_id: 4 }]);
  expect(await code(api, 'profile-close', { profile_id: 3 })).toBe(1009);
  expect(await code(api, 'profile-open', { profile_id: 4 })).toBe(111003);
  await call(api, 'profile-open-state-reset', { profile_id: 3 });
  expect(await call(api, 'profile-close-in-batches', { profile_id: ['3', '4'] })).toEqual(['4']);
  expect(await call(api, 'profile-opened-list')).toEqual([]);
});

test('clearing is counted per profile and cookies go only when asked', async () => {
  const api = await startTestDemo();
  await call(api, 'profile-clear-cache', { profile_id: [1, 2] });
  await call(api, 'profile-clear-cache-and-cookies', { profile_id: [2] });
  const { profiles } = await api.control('state.get', { profileIds: [1, 2] });
  expect(profiles).toMatchObject([
    { profileId: 1, hasCache: false, cacheClears: 1, cookieClears: 0, cookieCount: 1 },
    { profileId: 2, hasCache: false, cacheClears: 2, cookieClears: 1, cookieCount: 0 },
  ]);
});

test('switches decide what a bad id, an empty cache and an open profile do to a clearing', async () => {
  const api = await startTestDemo();
  const clear = async (ids: number[]) =>
    (await callAction(api, 'profile-clear-cache', { profile_id: ids })).body;
  expect((await clear([1, 99_999])).data).toEqual([1]);
  await api.control('switches.set', { badIdInBatch: 'fail' });
  expect((await clear([1, 99_999])).error.code).toBe(2007);
  await api.control('switches.set', { emptyCacheClears: 'omitted' });
  await api.control('profiles.touch', { changes: [{ kind: 'fillCache', profileIds: [2] }] });
  expect((await clear([1, 2])).data).toEqual([2]);
  await api.control('switches.set', { emptyCacheClears: 'listed' });
  await call(api, 'profile-open', { profile_id: 1 });
  expect((await clear([1, 2])).data).toEqual([2]);
  await api.control('switches.set', { openProfileClear: 'clears', batchReplyOrder: 'reversed' });
  expect((await clear([1, 2])).data).toEqual([2, 1]);
  await api.control('switches.set', { openProfileClear: 'refused' });
  expect((await clear([1, 2])).error.code).toBe(111003);
  await api.control('switches.set', { maxBatchLength: 1 });
  expect((await clear([2, 3])).error.code).toBe(1000);
  expect((await clear([2, 2])).error.code).toBe(1000);
});

test('switches decide the page size, the order, the filter and the end of a list', async () => {
  const api = await startTestDemo({ switches: { maxPageSize: 15, listOrder: 'newestFirst' } });
  const list = async (body: object) => (await call(api, 'profile-list', body)) as Page;
  expect((await list({ limit: 100 })).data.map((row) => row.profile_id)).toEqual(
    Array.from({ length: 15 }, (_, index) => 40 - index),
  );
  expect((await list({ page: 4, limit: 15 })).data).toEqual([]);
  await api.control('switches.set', { pageBeyondEnd: 'lastPage' });
  expect((await list({ page: 4, limit: 15 })).data).toHaveLength(10);
  await api.control('switches.set', { emptyPage: 'null' });
  expect((await list({ name: 'no such name' })).data).toBeNull();
  const [first] = (await list({})).data;
  const part = String(first?.name).slice(1);
  expect((await list({ name: part })).total).toBe(1);
  await api.control('switches.set', { nameFilter: 'exact' });
  expect((await list({ name: part })).total).toBe(0);
});

test('a late copy is listed only after two more requests of the list', async () => {
  const api = await startTestDemo({ switches: { copyListedAt: 'late', copyAllowsEqualNames: true } });
  const id = await call(api, 'profile-copy', { profile_id: 1, name: 'Copy' });
  const total = async () => ((await call(api, 'profile-list', { profile_id: id })) as Page).total;
  expect([await total(), await total(), await total()]).toEqual([0, 0, 1]);
});

test('daily quotas end creating, copying and opening', async () => {
  const api = await startTestDemo({ switches: { createsLeft: 1, copiesLeft: 0, opensLeft: 0 } });
  expect(await code(api, 'profile-create', { name: 'A' })).toBe(0);
  expect(await code(api, 'profile-create', { name: 'B' })).toBe(1017);
  expect(await code(api, 'profile-copy', { profile_id: 1 })).toBe(1019);
  expect(await code(api, 'profile-open', { profile_id: 1 })).toBe(1018);
});

test('an update merges nested settings or puts them in place of the stored ones', async () => {
  const api = await startTestDemo();
  const proxy = { proxy_mode: 2, proxy_type: 'http', proxy_ip: '192.0.2.220', proxy_port: '80' };
  const portOnly = { profile_id: 1, proxy_config: { proxy_mode: 2, proxy_port: '81' } };
  const listed = async () => ((await call(api, 'profile-list', { profile_id: 1 })) as Page).data[0];
  await call(api, 'profile-update', { profile_id: 1, proxy_config: proxy });
  await call(api, 'profile-update', portOnly);
  expect(await listed()).toMatchObject({ proxy_type: 'http', proxy_ip: '192.0.2.220', proxy_port: '81' });
  await api.control('switches.set', { profileUpdate: 'replace' });
  await call(api, 'profile-update', portOnly);
  expect(await listed()).toMatchObject({ proxy_mode: 2, proxy_type: 'direct' });
});

test('a renumbered profile stays open under its new number', async () => {
  const api = await startTestDemo();
  await call(api, 'profile-open', { profile_id: 1 });
  await call(api, 'profile-update', { profile_id: 1, new_profile_id: 900 });
  expect(await call(api, 'profile-opened-list')).toMatchObject([{ profile_id: 900 }]);
  expect(await code(api, 'profile-get-cookies', { profile_id: 1 })).toBe(2007);
});

test.each(['movesToDefault', 'deletesProfiles', 'refused'] as const)(
  'deleting a used group: %s',
  async (groupDelete) => {
    const api = await startTestDemo({ switches: { groupDelete } });
    const inside = ((await call(api, 'profile-list', { group_id: 2, limit: 100 })) as Page).total;
    expect(inside).toBeGreaterThan(0);
    expect(await code(api, 'group-delete', { id: 2 })).toBe(groupDelete === 'refused' ? 1008 : 0);
    const all = ((await call(api, 'profile-list', {})) as Page).total;
    expect(all).toBe(groupDelete === 'deletesProfiles' ? 40 - inside : 40);
  },
);

test('a deleted tag or proxy must be out of use', async () => {
  const api = await startTestDemo();
  const tag = await call(api, 'tag-create', { title: 'mine' });
  await call(api, 'profile-update', { profile_id: 1, tag: 'mine' });
  expect(await code(api, 'tag-delete', { id: tag })).toBe(115003);
  await call(api, 'profile-update', { profile_id: 1, tag: '' });
  expect(await code(api, 'tag-delete', { id: tag })).toBe(0);
});

test('another account has the same serial numbers with other profiles behind them', async () => {
  const api = await startTestDemo();
  const first = (await call(api, 'profile-list', { limit: 100 })) as Page;
  await api.control('account.set', { account: 'second' });
  const second = (await call(api, 'profile-list', { limit: 100 })) as Page;
  expect(second.data.map((row) => row.profile_id)).toEqual(first.data.map((row) => row.profile_id));
  const paths = new Set([...first.data, ...second.data].map((row) => row.cache_path));
  expect(paths.size).toBe(80);
  await api.control('account.set', { account: 'first' });
  expect(await call(api, 'profile-list', { limit: 100 })).toEqual(first);
});

test('the list can change between two pages', async () => {
  const api = await startTestDemo();
  await api.control('profiles.touch', {
    changes: [
      { kind: 'delete', profileIds: [1] },
      { kind: 'add', count: 2, namePrefix: 'late' },
    ],
    after: { action: 'profile-list', requests: 1 },
  });
  const first = (await call(api, 'profile-list', { page: 1, limit: 20 })) as Page;
  const second = (await call(api, 'profile-list', { page: 2, limit: 20 })) as Page;
  expect([first.total, second.total]).toEqual([40, 41]);
  expect(second.data[0]?.profile_id).toBe(22);
});

test('values in other forms are refused when only the documented ones are allowed', async () => {
  const api = await startTestDemo({ switches: { valueForms: 'documented', unknownField: 'refused' } });
  expect(await code(api, 'profile-get-cookies', { profile_id: '1' })).toBe(1000);
  expect(await code(api, 'profile-get-cookies', { profile_id: 1, more: 1 })).toBe(1007);
  await api.control('switches.set', { valueForms: 'all', unknownField: 'ignored' });
  expect(await code(api, 'profile-get-cookies', { profile_id: '1', more: 1 })).toBe(0);
});

test('the service cache takes either spelling when told to', async () => {
  const api = await startTestDemo({ switches: { serviceAcceptsSnakeCase: true, serviceReplyCase: 'snake' } });
  expect((await callAction(api, 'system-cache-clear', { service_name: 5 })).status).toBe(422);
  const reply = await callAction(api, 'system-cache-clear', {});
  expect(reply.body).toMatchObject({ status: 'success', cleared_items: [], entries_cleared: 0 });
});

test('an opening shows another address after the profile got another proxy, and the same one otherwise', async () => {
  const api = await startTestDemo({ profiles: 3 });
  const readIp = async () => ((await call(api, 'profile-list', { profile_id: 1 })) as Page).data[0]?.real_ip;
  const openOnce = async () => {
    await api.control('profiles.touch', { changes: [{ kind: 'close', profileIds: [1] }] });
    await call(api, 'profile-open', { profile_id: 1 });
  };
  await openOnce();
  const before = await readIp();
  await openOnce();
  expect(await readIp()).toBe(before);
  const proxy_info = { proxy_mode: 2, proxy_type: 'http', proxy_ip: '192.0.2.1', proxy_port: '80' };
  await call(api, 'profile-update-proxy-for-custom-proxy', { profile_id: 1, proxy_info });
  expect(await readIp()).toBe(before);
  await openOnce();
  expect(await readIp()).toMatch(/^203\.0\.113\./);
});
