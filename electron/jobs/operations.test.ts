import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recipeDraft } from '../../shared/recipe.ts';
import { openRecipes } from '../recipes.ts';
import { createDemoEngine } from './demo-engine-fixture.ts';
import { type JobCsvWords, jobCsvColumns, writeJobCsv } from './job-csv.ts';
import { writeHistory } from './write-history.ts';

const none = { queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, uncertain: 0 };
const copyOnce = {
  kind: 'copy',
  copies: 1,
  namePattern: '{name} copy {n}',
  groupId: 1,
  groupName: 'Default',
  site: null,
} as const;
const direct = { kind: 'set_proxy', proxy: { kind: 'direct' } } as const;
const everything = { text: '', kinds: null, states: null, having: null, from: null, to: null } as const;

async function pickGroup(f: Awaited<ReturnType<typeof createDemoEngine>>) {
  const groups = new Map<number, number>();
  for (const { row } of await f.list()) groups.set(row.groupId, (groups.get(row.groupId) ?? 0) + 1);
  const [groupId = 0, count = 0] = [...groups].find(([id]) => id !== 1) ?? [];
  return { groupId, count, groupName: 'Target' };
}

test('profiles move to a group, those that are in it are left alone, and undo takes them all back', async () => {
  const f = await createDemoEngine();
  const before = new Map((await f.list()).map(({ row }) => [row.id, row.groupId]));
  const { count, ...group } = await pickGroup(f);
  const job = await f.run({ operation: { kind: 'move_to_group', ...group } });
  expect(job).toMatchObject({ state: 'finished', canUndo: true });
  expect(job.counts).toEqual({ ...none, done: 40 - count, skipped: count });
  expect((await f.list()).every(({ row }) => row.groupId === group.groupId)).toBe(true);
  const plan = await f.engine.undoPlan(job.id);
  expect(plan).toMatchObject({
    ok: true,
    value: { total: 40 - count, restorable: 40 - count, obstacles: [] },
  });
  const undone = await f.undo(job.id);
  expect(undone).toMatchObject({ undoOf: job.id, counts: { ...none, done: 40 - count } });
  expect(new Map((await f.list()).map(({ row }) => [row.id, row.groupId]))).toEqual(before);
  expect(f.snapshot(job.id).canUndo).toBe(false);
});

test('a profile that was moved on since is not taken back', async () => {
  const f = await createDemoEngine();
  const { count: _count, ...group } = await pickGroup(f);
  const [first] = (await f.list()).filter(({ row }) => row.groupId !== group.groupId && row.groupId !== 1);
  const job = await f.run({ operation: { kind: 'move_to_group', ...group } });
  const profileIds = first === undefined ? [] : [first.row.id];
  await f.run({ operation: { kind: 'move_to_group', groupId: 1, groupName: 'Default' }, profileIds });
  expect(await f.engine.undoPlan(job.id)).toMatchObject({
    value: { obstacles: [{ obstacle: 'changed_since', count: 1 }] },
  });
});

test('a move that the reply calls a success is believed only after looking', async () => {
  const f = await createDemoEngine();
  const { count: _count, ...group } = await pickGroup(f);
  const [victim] = (await f.list()).filter(({ row }) => row.groupId !== group.groupId);
  if (victim === undefined) throw new Error('All profiles are in the group.');
  await f.break_('profile-update-groups-in-batches', { kind: 'partial', omit: [victim.row.id] }, 100);
  const job = await f.run({ operation: { kind: 'move_to_group', ...group } });
  expect(job.counts.failed).toBe(1);
  expect(f.items(job.id).find((item) => item.state === 'failed')).toMatchObject({
    profileId: victim.row.id,
    reason: 'not_confirmed',
  });
});

test('a job for a group that is gone does not start', async () => {
  const f = await createDemoEngine();
  const operation = { kind: 'move_to_group', groupId: 999_999, groupName: 'Gone' } as const;
  const input = { operation, profileIds: [...f.ids], closeOpened: false, typedCount: null };
  expect(await f.engine.start(input)).toMatchObject({ ok: false, error: { detail: 'groupId' } });
});

test('copies get unique names and land in the group that was chosen', async () => {
  const f = await createDemoEngine();
  const { count: _count, ...group } = await pickGroup(f);
  const operation = { ...copyOnce, ...group, copies: 3, namePattern: '{name}' };
  const job = await f.run({ operation, profileIds: f.ids.slice(0, 4) });
  expect(job.counts).toEqual({ ...none, done: 12 });
  const made = new Map((await f.list()).map(({ row }) => [row.id, row]));
  for (const item of f.items(job.id)) {
    const copy = item.resultId === null ? undefined : made.get(item.resultId);
    expect(copy).toMatchObject({ name: item.plannedName, groupId: group.groupId });
  }
  expect(new Set([...made.values()].map(({ name }) => name)).size).toBe(52);
});

for (const copyListedAt of ['once', 'late'] as const) {
  test(`a copy whose reply is lost is found by its name and not made again (listed ${copyListedAt})`, async () => {
    const f = await createDemoEngine({ switches: { copyListedAt } });
    await f.break_('profile-copy', { kind: 'resetAfter' });
    const job = await f.run({ operation: copyOnce, profileIds: f.ids.slice(0, 1) });
    const isListedLate = copyListedAt === 'late' && job.counts.uncertain === 1;
    expect(job.counts).toEqual({ ...none, [isListedLate ? 'uncertain' : 'done']: 1 });
    expect(await f.sent('profile-copy')).toHaveLength(1);
    const [item] = f.items(job.id);
    const state = await f.demo.control('state.get', { name: item?.plannedName ?? '' });
    expect(state.profilesNamed).toBe(1);
  });
}

test('a copy that was dropped stays uncertain until the user has it sent again under the same name', async () => {
  const f = await createDemoEngine();
  await f.break_('profile-copy', { kind: 'resetBefore' });
  const job = await f.run({ operation: copyOnce, profileIds: f.ids.slice(0, 2) });
  expect(job.counts).toEqual({ ...none, done: 1, uncertain: 1 });
  const [item] = f.items(job.id);
  expect(f.engine.decide({ jobId: job.id, seqs: [1], decision: 'send_again' })).toMatchObject({ ok: false });
  expect(f.engine.decide({ jobId: job.id, seqs: [0], decision: 'send_again' })).toMatchObject({ ok: true });
  expect(await f.untilRest(job.id)).toMatchObject({ state: 'finished', counts: { ...none, done: 2 } });
  expect(f.items(job.id)[0]).toMatchObject({ plannedName: item?.plannedName, decision: 'send_again' });
  const state = await f.demo.control('state.get', { name: item?.plannedName ?? '' });
  expect(state.profilesNamed).toBe(1);
});

test('what the user says was done counts as done', async () => {
  const f = await createDemoEngine();
  await f.break_('profile-copy', { kind: 'resetBefore' });
  const job = await f.run({ operation: copyOnce, profileIds: f.ids.slice(0, 1) });
  const decided = f.engine.decide({ jobId: job.id, seqs: [0], decision: 'was_done' });
  expect(decided).toMatchObject({ ok: true, value: { state: 'finished', counts: { ...none, done: 1 } } });
});

test('a used-up quota pauses the job, and going on sends the rest', async () => {
  const f = await createDemoEngine({ switches: { copiesLeft: 2 } });
  const job = await f.run({ operation: copyOnce, profileIds: f.ids.slice(0, 3) });
  expect(job).toMatchObject({ state: 'paused', pauseReason: 'quota', apiCode: 1019 });
  await f.demo.control('switches.set', { copiesLeft: null });
  f.engine.resume(job.id);
  expect((await f.untilRest(job.id)).counts).toEqual({ ...none, done: 3 });
});

test('copies that the API refused are tried again under their planned names', async () => {
  const f = await createDemoEngine();
  await f.break_('profile-copy', { kind: 'error', code: 1000 });
  const job = await f.run({ operation: { ...copyOnce, copies: 2 }, profileIds: f.ids.slice(0, 1) });
  expect(job.counts).toEqual({ ...none, done: 1, failed: 1 });
  const retried = await f.engine.retry({
    jobId: job.id,
    profileIds: f.ids.slice(0, 1),
    closeOpened: false,
    typedCount: null,
  });
  if (!retried.ok) throw new Error(retried.error.message);
  expect(await f.untilRest(retried.value.jobId)).toMatchObject({ total: 1, counts: { ...none, done: 1 } });
  expect(f.items(retried.value.jobId)[0]?.plannedName).toBe(f.items(job.id)[0]?.plannedName);
});

test('an uncertain copy is not tried again but decided about', async () => {
  const f = await createDemoEngine();
  await f.break_('profile-copy', { kind: 'resetBefore' });
  const profileIds = f.ids.slice(0, 1);
  const job = await f.run({ operation: copyOnce, profileIds });
  const input = { jobId: job.id, profileIds, closeOpened: false, typedCount: null };
  expect(await f.engine.retry(input)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
});

test('after a crash in the middle copies go on without a double one', async () => {
  const f = await createDemoEngine({ latencyMs: 10 });
  const operation = { ...copyOnce, copies: 10 };
  const input = { operation, profileIds: f.ids.slice(0, 1), closeOpened: false, typedCount: null };
  const started = await f.engine.start(input);
  if (!started.ok) throw new Error(started.error.message);
  await expect.poll(async () => (await f.sent('profile-copy')).length).toBeGreaterThan(3);
  f.restart();
  const { jobId } = started.value;
  expect(f.snapshot(jobId)).toMatchObject({ state: 'paused', pauseReason: 'interrupted' });
  f.engine.resume(jobId);
  expect((await f.untilRest(jobId)).counts).toEqual({ ...none, done: 10 });
  expect((await f.demo.control('state.get', {})).profileCount).toBe(50);
});

test('a name that somebody took since planning is not given to a copy', async () => {
  const f = await createDemoEngine();
  const [first, second] = f.profiles.listKnown();
  await f.demo.control('profiles.touch', {
    changes: [{ kind: 'rename', profileId: second?.row.id ?? 0, name: `${first?.row.name} copy 1` }],
  });
  const job = await f.run({ operation: copyOnce, profileIds: f.ids.slice(0, 1) });
  expect(f.items(job.id)[0]).toMatchObject({ state: 'skipped', reason: 'name_taken' });
  expect(await f.sent('profile-copy')).toHaveLength(0);
});

test('profiles open, close with numbers as text, and what is open or closed already is left alone', async () => {
  const f = await createDemoEngine();
  const profileIds = f.ids.slice(0, 5);
  expect((await f.run({ operation: { kind: 'open' }, profileIds })).counts).toEqual({ ...none, done: 5 });
  expect((await f.run({ operation: { kind: 'open' }, profileIds })).counts).toEqual({ ...none, skipped: 5 });
  const closed = await f.run({ operation: { kind: 'close' }, profileIds: f.ids.slice(0, 7) });
  expect(closed.counts).toEqual({ ...none, done: 5, skipped: 2 });
  expect((await f.sent('profile-close-in-batches'))[0]?.body).toEqual({ profile_id: profileIds.map(String) });
});

test('opening is undone by closing', async () => {
  const f = await createDemoEngine();
  const job = await f.run({ operation: { kind: 'open' }, profileIds: f.ids.slice(0, 3) });
  expect((await f.undo(job.id)).counts).toEqual({ ...none, done: 3 });
  expect((await f.demo.control('state.get', {})).openProfileIds).toEqual([]);
});

test('a stale open mark is reset, and a window on this computer is left alone', async () => {
  const f = await createDemoEngine();
  const [stale = 0, running = 0] = f.ids;
  await f.demo.control('profiles.touch', {
    changes: [
      { kind: 'open', profileIds: [stale] },
      { kind: 'open', profileIds: [running], throughApi: true },
    ],
  });
  const job = await f.run({ operation: { kind: 'reset_open_state' }, profileIds: f.ids.slice(0, 3) });
  expect(f.items(job.id).map(({ reason }) => reason)).toEqual([null, 'open_here', 'already']);
});

test('a proxy of every kind reaches the API in its documented form', async () => {
  const f = await createDemoEngine();
  const profileIds = f.ids.slice(0, 1);
  const login = f.secrets.keep(null, { kind: 'login', user: 'anna', password: 'p:w@d' });
  const link = f.secrets.keep(null, { kind: 'link', url: 'https://supplier.example/get?key=k&num=1' });
  const custom = { kind: 'custom', type: 'socks5', host: '10.0.0.1', port: 1080 } as const;
  const extraction = {
    kind: 'extraction',
    type: 'http',
    checkLine: 'cn_line',
    method: 'every_type',
  } as const;
  const format = { kind: 'text', order: 'ip:port' } as const;
  for (const proxy of [
    { ...custom, checkLine: 'global_line', secret: login } as const,
    { ...extraction, format, linkHost: 'supplier.example', secret: link } as const,
  ]) {
    const job = await f.run({ operation: { kind: 'set_proxy', proxy }, profileIds });
    expect(job.counts).toEqual({ ...none, done: 1 });
  }
  const sent = await f.sent('profile-update-proxy-for-custom-proxy');
  expect(sent[0]?.body).toMatchObject({ proxy_info: { proxy_user: 'anna', proxy_password: 'p:w@d' } });
  const extracted = await f.sent('profile-update-proxy-for-api-extraction');
  expect(extracted[0]?.body).toMatchObject({
    proxy_info: { proxy_url: 'https://supplier.example/get?key=k&num=1', proxy_data_txt_format: 'ip:port' },
  });
});

test('undoing a proxy change brings back what the list shows whole and says what it cannot', async () => {
  const f = await createDemoEngine({ profiles: 200 });
  const before = new Map((await f.list()).map(({ row }) => [row.id, row.proxy]));
  const job = await f.run({ operation: direct, profileIds: [...f.ids] });
  expect(job.counts.done).toBe(200);
  const plan = await f.engine.undoPlan(job.id);
  if (!plan.ok) throw new Error(plan.error.message);
  const { restorable, obstacles, total } = plan.value;
  expect(total).toBe(200);
  expect(obstacles).toEqual([{ obstacle: 'state_unknown', count: 200 - restorable }]);
  expect(restorable).toBeGreaterThan(0);
  expect(restorable).toBeLessThan(200);
  const undone = await f.undo(job.id);
  expect(undone.counts).toEqual({ ...none, done: restorable });
  const after = new Map((await f.list()).map(({ row }) => [row.id, row.proxy]));
  for (const { profileId } of f.items(undone.id)) expect(after.get(profileId)).toEqual(before.get(profileId));
});

test('a proxy that an own job had set with a login comes back while the login is in memory', async () => {
  const f = await createDemoEngine();
  const profileIds = f.ids.slice(0, 3);
  const secret = f.secrets.keep(null, { kind: 'login', user: 'anna', password: 'secret' });
  const proxy = {
    kind: 'custom',
    type: 'http',
    host: '10.0.0.1',
    port: 8080,
    checkLine: 'global_line',
    secret,
  } as const;
  await f.run({ operation: { kind: 'set_proxy', proxy }, profileIds });
  await f.list();
  const job = await f.run({ operation: direct, profileIds });
  expect(await f.engine.undoPlan(job.id)).toMatchObject({ value: { restorable: 3, obstacles: [] } });
  f.restart();
  expect(await f.engine.undoPlan(job.id)).toMatchObject({
    value: { restorable: 0, obstacles: [{ obstacle: 'secret_unknown', count: 3 }] },
  });
  f.secrets.keep(secret, { kind: 'login', user: 'anna', password: 'secret' });
  expect((await f.undo(job.id)).counts).toEqual({ ...none, done: 3 });
});

test('a proxy job without its secret waits for it and then goes on', async () => {
  const f = await createDemoEngine();
  const other = f.secrets.keep(null, { kind: 'link', url: 'https://supplier.example/' });
  const proxy = {
    kind: 'custom',
    type: 'http',
    host: '10.0.0.1',
    port: 8080,
    checkLine: 'global_line',
    secret: other,
  } as const;
  const job = await f.run({ operation: { kind: 'set_proxy', proxy }, profileIds: f.ids.slice(0, 2) });
  expect(job).toMatchObject({ state: 'paused', pauseReason: 'secret_missing' });
  f.secrets.keep(other, { kind: 'login', user: 'anna', password: '' });
  f.engine.resume(job.id);
  expect((await f.untilRest(job.id)).counts).toEqual({ ...none, done: 2 });
});

test('no secret reaches the journal, its files, the exported history, the list of a job or a recipe', async () => {
  const f = await createDemoEngine();
  const canaries = ['canary-user', 'canary-password', 'canary-key'];
  const login = f.secrets.keep(null, { kind: 'login', user: 'canary-user', password: 'canary-password' });
  const link = f.secrets.keep(null, { kind: 'link', url: 'https://supplier.example/get?key=canary-key' });
  const base = { type: 'http', checkLine: 'global_line' } as const;
  const format = { kind: 'text', order: 'ip:port' } as const;
  for (const proxy of [
    { ...base, kind: 'custom', host: '10.0.0.1', port: 8080, secret: login } as const,
    {
      ...base,
      kind: 'extraction',
      format,
      method: 'invalid',
      linkHost: 'supplier.example',
      secret: link,
    } as const,
    { kind: 'direct' } as const,
  ]) {
    await f.run({ operation: { kind: 'set_proxy', proxy }, profileIds: f.ids.slice(0, 5) });
  }
  const texts = [writeHistory(f.engine, everything, 'json'), writeHistory(f.engine, everything, 'csv')];
  const recipes = openRecipes(f.folder);
  const same = (value: unknown) => String(value);
  const headings = Object.fromEntries(jobCsvColumns.map((column) => [column, column]));
  for (const { id, operation } of f.engine.list()) {
    const items = f.engine.readItems(id);
    if (!items.ok) throw new Error(items.error.message);
    const words = { headings, state: same, reason: same, time: same } as unknown as JobCsvWords;
    texts.push(writeJobCsv(items.value, words));
    const saved = recipes.save(
      recipeDraft.parse({
        ...{ id: null, title: 'Again', sentence: '', operation, options: { closeOpened: false } },
        filter: { search: '', groups: [], tags: [], proxyModes: [], openKinds: [] },
        limits: { mostProfiles: null },
      }),
    );
    if (!saved.ok) throw new Error(saved.error.message);
    texts.push(JSON.stringify(saved.value));
  }
  expect(texts.join()).toContain('supplier.example');
  for (const name of readdirSync(f.folder)) texts.push(readFileSync(join(f.folder, name), 'latin1'));
  for (const canary of canaries) {
    const forms = [canary, Buffer.from(canary).toString('base64').slice(0, -2), encodeURIComponent(canary)];
    for (const form of forms) expect(texts.some((text) => text.includes(form))).toBe(false);
  }
});

test('history finds jobs by profile, kind and outcome', async () => {
  const f = await createDemoEngine();
  const [known] = f.profiles.listKnown();
  const opened = await f.run({ operation: { kind: 'open' }, profileIds: f.ids.slice(0, 1) });
  const cleared = await f.run({ operation: { kind: 'clear_cache' }, profileIds: f.ids.slice(0, 2) });
  const find = (filter: object) =>
    f.engine
      .findHistory({ filter: { ...everything, ...filter }, offset: 0, limit: 10 })
      .jobs.map((job) => job.id);
  expect(find({})).toEqual([cleared.id, opened.id]);
  expect(find({ kinds: ['open'] })).toEqual([opened.id]);
  expect(find({ having: ['skipped'] })).toEqual([cleared.id]);
  expect(find({ text: known?.row.name.toLowerCase() })).toEqual([cleared.id, opened.id]);
  expect(find({ text: String(f.ids[1]) })).toEqual([cleared.id]);
  expect(find({ text: '%' })).toEqual([]);
  expect(find({ to: 0 })).toEqual([]);
});

test('sleep holds the job back, and waking lets it go on', async () => {
  const f = await createDemoEngine({ latencyMs: 5 });
  const started = await f.engine.start({
    operation: direct,
    profileIds: [...f.ids],
    closeOpened: false,
    typedCount: null,
  });
  if (!started.ok) throw new Error(started.error.message);
  const { jobId } = started.value;
  f.engine.suspend();
  expect(await f.untilRest(jobId)).toMatchObject({ state: 'paused', pauseReason: 'suspended' });
  expect(f.engine.countActive()).toMatchObject({ jobs: 1, waiting: 0 });
  f.engine.resumeFromSuspend();
  await expect.poll(() => f.snapshot(jobId).state, { timeout: 15_000 }).toBe('finished');
  expect(f.snapshot(jobId).counts).toEqual({ ...none, done: 40 });
});

const remove = { kind: 'delete' } as const;
const deleteBody = (profileId: number) => ({ profile_id: profileId });

test('deleting asks for the number even for one profile, and leaves open profiles alone', async () => {
  const f = await createDemoEngine();
  const [first, second, third] = f.ids;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('Too few profiles.');
  const { openProfileIds } = await f.demo.control('state.get', {});
  await f.demo.control('profiles.touch', {
    changes: [
      { kind: 'close', profileIds: openProfileIds },
      { kind: 'open', profileIds: [second] },
      { kind: 'open', profileIds: [third], throughApi: true },
    ],
  });
  const input = { operation: remove, profileIds: [first, second, third], closeOpened: false };
  for (const typedCount of [null, 3])
    expect(await f.engine.start({ ...input, typedCount })).toMatchObject({ error: { detail: 'typedCount' } });
  const job = await f.run({ ...input, typedCount: 1 });
  expect(job).toMatchObject({ counts: { ...none, done: 1, skipped: 2 }, canUndo: false });
  expect((await f.sent('profile-delete')).map(({ body }) => body)).toEqual([deleteBody(first)]);
  expect((await f.list()).some(({ row }) => row.id === first)).toBe(false);
});

test('a profile that is gone after a lost reply counts as deleted, without a second request', async () => {
  const f = await createDemoEngine();
  await f.break_('profile-delete', { kind: 'resetAfter' });
  const profileIds = f.ids.slice(10, 11);
  const job = await f.run({ operation: remove, profileIds, typedCount: 1 });
  expect(job.counts).toEqual({ ...none, done: 1 });
  expect(await f.sent('profile-delete')).toHaveLength(1);
});

test('a repeat after a lost request that finds the profile gone counts as deleted', async () => {
  const f = await createDemoEngine();
  const profileIds = f.ids.slice(10, 11);
  await f.break_('profile-delete', { kind: 'resetBefore' });
  await f.break_('profile-delete', { kind: 'error', code: 2007 });
  const job = await f.run({ operation: remove, profileIds, typedCount: 1 });
  expect(job.counts).toEqual({ ...none, done: 1 });
  expect(await f.sent('profile-delete')).toHaveLength(2);
});

test('a profile that was gone before the first request is missing, not deleted', async () => {
  const f = await createDemoEngine();
  const profileIds = f.ids.slice(10, 11);
  await f.break_('profile-delete', { kind: 'error', code: 2007 });
  const job = await f.run({ operation: remove, profileIds, typedCount: 1 });
  expect(job.counts).toEqual({ ...none, skipped: 1 });
});

test('a number that belongs to another profile by now is not deleted', async () => {
  const f = await createDemoEngine();
  await f.demo.control('account.set', { account: 'second' });
  const profileIds = f.ids.slice(0, 1);
  const started = await f.engine.start({ operation: remove, profileIds, closeOpened: false, typedCount: 1 });
  if (!started.ok) throw new Error(started.error.message);
  expect(await f.untilRest(started.value.jobId)).toMatchObject({ pauseReason: 'other_account' });
  expect(await f.sent('profile-delete')).toEqual([]);
});
