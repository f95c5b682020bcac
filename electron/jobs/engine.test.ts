import { afterEach, expect, test } from 'vitest';
import { succeed } from '../../shared/result.ts';
import type { JobEngineOptions } from './engine.ts';
import { createEngineFixture, type EngineFixture } from './engine-fixture.ts';

const opened: EngineFixture[] = [];

function setUp(count: number, more: Partial<JobEngineOptions> = {}): EngineFixture {
  const fixture = createEngineFixture(count, more);
  opened.push(fixture);
  return fixture;
}

afterEach(() => {
  for (const fixture of opened.splice(0)) fixture.dispose();
});

const none = { queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, uncertain: 0 };

test('forty caches are cleared in two requests of twenty', async () => {
  const f = setUp(40);
  const job = await f.start({ profileIds: f.ids(1, 40) });
  const end = await f.until(job, 'finished');
  expect(end).toMatchObject({ total: 40, counts: { ...none, done: 40 }, pauseReason: null });
  expect(f.api.writes.map((write) => write.ids.length)).toEqual([20, 20]);
  expect(f.items(job).every((item) => item.attempts === 1 && item.groupName === 'Shop-EU')).toBe(true);
});

test('ids given twice are planned once', async () => {
  const f = setUp(3);
  const job = await f.start({ profileIds: [...f.ids(1, 3), ...f.ids(1, 3)] });
  expect((await f.until(job, 'finished')).total).toBe(3);
});

test('an id that the directory does not hold is skipped as not found and never sent', async () => {
  const f = setUp(3);
  const job = await f.start({ profileIds: f.ids(2, 5) });
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 2, skipped: 2 });
  expect(f.item(job, 5)).toMatchObject({ state: 'skipped', reason: 'not_found', attempts: 0 });
  expect(f.api.writes.flatMap((write) => write.ids)).toEqual([2, 3]);
});

test('a job of unknown ids alone finishes without one request', async () => {
  const f = setUp(1);
  const job = await f.start({ profileIds: f.ids(5, 6) });
  await f.until(job, 'finished');
  expect(f.api.writes).toEqual([]);
});

test('of forty profiles three are not confirmed, and retry sends exactly those three', async () => {
  const f = setUp(40);
  const stubborn = [7, 23, 40];
  f.api.onWrite = ({ ids }) => ({ kind: 'ok', data: ids.filter((id) => !stubborn.includes(id)) });
  const job = await f.start({ profileIds: f.ids(1, 40) });
  const end = await f.until(job, 'finished');
  expect(end).toMatchObject({ counts: { ...none, done: 37, failed: 3 }, notConfirmed: 3 });
  expect(f.item(job, 23)).toMatchObject({ state: 'failed', reason: 'not_confirmed', attempts: 2 });

  f.api.onWrite = () => undefined;
  f.api.writes.length = 0;
  const failed = f.items(job).filter((item) => item.state === 'failed');
  const retried = await f.engine.retry({
    jobId: job,
    profileIds: failed.map((item) => item.profileId),
    closeOpened: false,
    typedCount: null,
  });
  if (!retried.ok) throw new Error(retried.error.message);
  const second = await f.until(retried.value.jobId, 'finished');
  expect(second).toMatchObject({ retryOf: job, total: 3, counts: { ...none, done: 3 } });
  expect(f.api.writes.flatMap((write) => write.ids)).toEqual(stubborn);
});

test('a profile that a reply leaves out is asked for once more, alone', async () => {
  const f = setUp(5);
  f.api.onWrite = ({ ids }, nth) =>
    nth === 0 ? { kind: 'ok', data: ids.filter((id) => id !== 3) } : undefined;
  const job = await f.start({ profileIds: f.ids(1, 5) });
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, done: 5 });
  expect(f.api.writes.map((write) => write.ids)).toEqual([[1, 2, 3, 4, 5], [3]]);
});

test.each([null, [], undefined, 'success'])('a reply of %j confirms nobody', async (data) => {
  const f = setUp(2);
  f.api.onWrite = () => ({ kind: 'ok', data });
  const job = await f.start({ profileIds: f.ids(1, 2) });
  expect(await f.until(job, 'finished')).toMatchObject({ counts: { ...none, failed: 2 }, notConfirmed: 2 });
});

test('ids in a reply may be text and may come twice', async () => {
  const f = setUp(3);
  f.api.onWrite = () => ({ kind: 'ok', data: ['3', 1, '1', 2] });
  const job = await f.start({ profileIds: f.ids(1, 3) });
  expect((await f.until(job, 'finished')).counts.done).toBe(3);
});

test('a reply that names a profile nobody asked for pauses the job and is settled one by one later', async () => {
  const f = setUp(3);
  f.api.onWrite = () => ({ kind: 'ok', data: [1, 2, 3, 99] });
  const job = await f.start({ profileIds: f.ids(1, 3) });
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({ pauseReason: 'distrusted_reply', counts: { ...none, uncertain: 3 } });

  f.api.onWrite = () => undefined;
  f.engine.resume(job);
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, done: 3 });
  expect(f.api.writes.map((write) => write.ids)).toEqual([[1, 2, 3], [1], [2], [3]]);
});

test.each([2007, 1000, 2008])('a batch refused with %i is sent again one by one', async (apiCode) => {
  const f = setUp(4);
  f.api.onWrite = ({ ids }) =>
    ids.includes(3) ? { kind: 'refused', apiCode, apiMessage: null, retryAfterMs: null } : undefined;
  const job = await f.start({ profileIds: f.ids(1, 4) });
  const end = await f.until(job, 'finished');
  expect(f.api.writes.map((write) => write.ids)).toEqual([[1, 2, 3, 4], [1], [2], [3], [4]]);
  expect(end.counts.done).toBe(3);
  expect(f.item(job, 3)).toMatchObject(
    apiCode === 2007
      ? { state: 'skipped', reason: 'not_found', apiCode }
      : { state: 'failed', reason: 'rejected', apiCode },
  );
});

test('cookies are cleared one profile at a time', async () => {
  const f = setUp(3);
  const job = await f.start({ operation: { kind: 'clear_cache_and_cookies' }, profileIds: f.ids(1, 3) });
  expect((await f.until(job, 'finished')).counts.done).toBe(3);
  expect(f.api.writes.map((write) => write.ids)).toEqual([[1], [2], [3]]);
});

test('a profile whose number now belongs to another one keeps its cookies', async () => {
  const f = setUp(4);
  const job = await f.start({ operation: { kind: 'clear_cache_and_cookies' }, profileIds: f.ids(1, 4) });
  f.profile(2).cachePath = 'f'.repeat(32);
  await f.until(job, 'finished');
  expect(f.item(job, 2)).toMatchObject({ state: 'skipped', reason: 'other_profile', attempts: 0 });
  expect(f.api.writes.flatMap((write) => write.ids)).toEqual([1, 3, 4]);
});

test('open profiles are set apart by the check and skipped by the run', async () => {
  const f = setUp(4);
  f.profile(2).open = { canClose: true, openedBy: null, openedAt: null };
  f.profile(3).open = { canClose: false, openedBy: 'anna@example.com', openedAt: null };
  const checking = f.engine.check({ operation: { kind: 'clear_cache' }, profileIds: f.ids(1, 5) });
  await f.clock.advance(100);
  expect(await checking).toMatchObject({
    value: {
      ready: [1, 4],
      setApart: [
        { profileId: 2, reason: 'open_here', openedBy: null },
        { profileId: 3, reason: 'open_elsewhere', openedBy: 'anna@example.com' },
        { profileId: 5, reason: 'not_found' },
      ],
    },
  });
  const job = await f.start({ profileIds: f.ids(1, 4) });
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 2, skipped: 2 });
  expect(f.item(job, 2).reason).toBe('open_here');
  expect(f.item(job, 3).reason).toBe('open_elsewhere');
  expect(f.api.writes).toHaveLength(1);
});

test('profiles that may be closed are closed first, with their numbers as text, and then cleared', async () => {
  const f = setUp(3);
  f.profile(2).open = { canClose: true, openedBy: null, openedAt: null };
  f.profile(3).open = { canClose: false, openedBy: null, openedAt: null };
  const job = await f.start({ profileIds: f.ids(1, 3), closeOpened: true });
  const end = await f.until(job, 'finished');
  expect(f.api.writes.map(({ action, ids }) => [action, ids])).toEqual([
    ['profile-close-in-batches', [2]],
    ['profile-clear-cache', [1, 2]],
  ]);
  expect(end.counts).toEqual({ ...none, done: 2, skipped: 1 });
});

test('a profile that does not close is left alone', async () => {
  const f = setUp(2);
  f.profile(2).open = { canClose: true, openedBy: null, openedAt: null };
  f.api.onWrite = ({ action }) =>
    action === 'profile-close-in-batches' ? { kind: 'ok', data: ['2'] } : undefined;
  const job = await f.start({ profileIds: f.ids(1, 2), closeOpened: true });
  await f.until(job, 'finished');
  expect(f.item(job, 2)).toMatchObject({ state: 'skipped', reason: 'not_closed' });
  expect(f.api.effects.has(f.profile(2).id)).toBe(false);
});

test('a profile that is opened during the job is skipped when its turn comes', async () => {
  const f = setUp(4);
  const job = await f.start({ operation: { kind: 'clear_cache_and_cookies' }, profileIds: f.ids(1, 4) });
  await f.clock.runUntil(() => f.api.writes.length === 2);
  f.profile(4).open = { canClose: true, openedBy: null, openedAt: null };
  await f.until(job, 'finished');
  expect(f.item(job, 4)).toMatchObject({ state: 'skipped', reason: 'open_here' });
});

test('clearing cookies of twenty profiles asks for their number', async () => {
  const f = setUp(25);
  f.api.latencyMs = 0;
  const operation = { kind: 'clear_cache_and_cookies' } as const;
  f.profile(25).open = { canClose: true, openedBy: null, openedAt: null };
  const tryStart = async (typedCount: number | null, count: number, closeOpened = false) => {
    const starting = f.engine.start({
      operation,
      profileIds: f.ids(26 - count, 25),
      closeOpened,
      typedCount,
    });
    await f.clock.advance(1);
    const started = await starting;
    return started.ok ? 'started' : started.error;
  };
  expect(await tryStart(null, 21)).toMatchObject({ code: 'invalid_input', detail: 'typedCount' });
  expect(await tryStart(21, 21)).toMatchObject({ code: 'invalid_input' });
  expect(await tryStart(null, 20)).toBe('started');
  expect(await tryStart(20, 21)).toBe('started');
  expect(await tryStart(21, 21, true)).toBe('started');
});

test('several jobs run one after the other', async () => {
  const f = setUp(60);
  const first = await f.start({ profileIds: f.ids(1, 30) });
  const second = await f.start({ profileIds: f.ids(31, 60) });
  expect(f.snapshot(second).state).toBe('queued');
  await f.until(first, 'finished');
  await f.until(second, 'finished');
  expect(f.api.writes.map((write) => write.ids[0])).toEqual([1, 21, 31, 51]);
});

test('pausing waits for what is in flight, and going on does the rest once', async () => {
  const f = setUp(60);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  const pausing = f.engine.pause(job);
  expect(pausing).toMatchObject({ value: { state: 'pausing', counts: { running: 20, queued: 40 } } });
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({ pauseReason: 'user', counts: { ...none, done: 20, queued: 40 } });
  await f.clock.advance(60_000);
  expect(f.api.writes).toHaveLength(1);
  f.engine.resume(job);
  await f.until(job, 'finished');
  expect(f.api.writes).toHaveLength(3);
  expect([...f.api.effects.values()].every((times) => times === 1)).toBe(true);
});

test('stopping sends nothing more, awaits what is in flight and cancels the rest', async () => {
  const f = setUp(100);
  f.api.latencyMs = 2_000;
  const job = await f.start({ profileIds: f.ids(1, 100) });
  await f.clock.runUntil(() => f.api.writes.length === 2);
  expect(f.engine.stop(job)).toMatchObject({ value: { state: 'stopping' } });
  expect(f.engine.stop(job)).toMatchObject({ value: { state: 'stopping' } });
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 40, cancelled: 60 });
  expect(f.item(job, 100)).toMatchObject({ state: 'cancelled', reason: 'stopped' });
  expect(f.api.writes).toHaveLength(2);
  expect(f.engine.stop(job)).toMatchObject({ ok: true, value: { state: 'finished' } });
});

test('a job can be stopped while it waits in the line, while it reads and while it is paused', async () => {
  const f = setUp(40);
  const first = await f.start({ profileIds: f.ids(1, 20) });
  const second = await f.start({ profileIds: f.ids(21, 40) });
  f.engine.stop(second);
  expect(f.snapshot(second)).toMatchObject({ state: 'finished', counts: { ...none, cancelled: 20 } });
  await f.clock.advance(5);
  f.engine.stop(first);
  expect((await f.until(first, 'finished')).counts).toEqual({ ...none, cancelled: 20 });
  const third = await f.start({ profileIds: f.ids(1, 20) });
  f.engine.pause(third);
  await f.until(third, 'paused');
  f.engine.stop(third);
  expect(f.snapshot(third)).toMatchObject({ state: 'finished', counts: { ...none, cancelled: 20 } });
  expect(f.api.writes).toEqual([]);
});

test('never more requests are in flight than the setting allows', async () => {
  const f = setUp(200);
  f.settings.writesInFlight = 3;
  let now = 0;
  let most = 0;
  const call = f.api.client.call.bind(f.api.client);
  Object.assign(f.api.client, {
    call: async (...args: Parameters<typeof call>) => {
      const isWrite = args[0] === 'profile-clear-cache';
      now += isWrite ? 1 : 0;
      most = Math.max(most, now);
      const outcome = await call(...args);
      now -= isWrite ? 1 : 0;
      return outcome;
    },
  });
  const job = await f.start({ profileIds: f.ids(1, 200) });
  await f.until(job, 'finished');
  expect(most).toBe(3);
});

test('commands for jobs that do not exist or are finished are refused', async () => {
  const f = setUp(2);
  const job = await f.start({ profileIds: f.ids(1, 2) });
  await f.until(job, 'finished');
  expect(f.engine.pause(job)).toMatchObject({ error: { code: 'wrong_state' } });
  expect(f.engine.resume(job)).toMatchObject({ error: { code: 'wrong_state' } });
  const retry = { jobId: job, profileIds: f.ids(1, 1), closeOpened: false, typedCount: null };
  expect(await f.engine.retry(retry)).toMatchObject({ error: { code: 'invalid_input' } });
  const other = `${job.slice(0, -4)}0000` as typeof job;
  expect(f.engine.get(other)).toMatchObject({ error: { code: 'not_found' } });
  expect(f.engine.listItems({ jobId: other, states: null, offset: 0, limit: 1 })).toMatchObject({
    ok: false,
  });
});

test('items are listed page by page with a filter', async () => {
  const f = setUp(30);
  f.api.onWrite = ({ ids }) => ({ kind: 'ok', data: ids.filter((id) => id % 10 !== 0) });
  const job = await f.start({ profileIds: f.ids(1, 30) });
  await f.until(job, 'finished');
  const page = f.engine.listItems({ jobId: job, states: ['failed', 'skipped'], offset: 1, limit: 1 });
  expect(page).toMatchObject({ value: { total: 3, items: [{ profileId: 20, profileName: 'Shop 20' }] } });
});

test('a job that is paused or stopped during its last request is simply finished', async () => {
  const f = setUp(20);
  const job = await f.start({ profileIds: f.ids(1, 20) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.engine.pause(job);
  await f.clock.advance(100);
  expect(f.snapshot(job)).toMatchObject({
    state: 'finished',
    pauseReason: null,
    counts: { ...none, done: 20 },
  });
});

test('stopping does not wait for a reading that takes long, nor for a held queue', async () => {
  const f = setUp(20);
  const job = await f.start({ profileIds: f.ids(1, 20) });
  f.api.latencyMs = 120_000;
  await f.clock.advance(25);
  f.engine.stop(job);
  await f.clock.advance(100);
  expect(f.snapshot(job)).toMatchObject({ state: 'finished', counts: { ...none, cancelled: 20 } });
});

test('nothing starts before the list of profiles was read to its end', async () => {
  const profiles = {
    getKnown: () => null,
    listKnown: () => [],
    getCompletedAt: () => null,
    readAgain: async () => succeed(null),
  };
  const f = setUp(1, { profiles });
  const operation = { kind: 'clear_cache' } as const;
  const input = { operation, profileIds: f.ids(1, 1), closeOpened: false, typedCount: null };
  expect(await f.engine.start(input)).toMatchObject({ error: { code: 'wrong_state', detail: 'profiles' } });
  expect(await f.engine.check(input)).toMatchObject({ error: { code: 'wrong_state', detail: 'profiles' } });
});
