import { afterEach, expect, test } from 'vitest';
import type { ApiOutcome } from '../local-api/outcome.ts';
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
const cookies = { kind: 'clear_cache_and_cookies' } as const;
const notSent: ApiOutcome<never> = { kind: 'not_sent', reason: 'connection_refused', detail: '' };

function refused(apiCode: number): ApiOutcome<never> {
  return { kind: 'refused', apiCode, apiMessage: null, retryAfterMs: null };
}

function unknown(
  reason: 'timed_out' | 'connection_lost' | 'unreadable_reply' | 'server_error',
): ApiOutcome<never> {
  return { kind: 'unknown', reason, detail: '' };
}

test('a burst of 1010 slows the queue down, fails nobody and costs no attempt', async () => {
  const f = setUp(100);
  f.api.onWrite = (_, nth) => (nth >= 2 && nth < 5 ? refused(1010) : undefined);
  const job = await f.start({ profileIds: f.ids(1, 100) });
  await f.clock.runUntil(() => f.api.writes.length === 5);
  expect(f.snapshot(job).isSlowedDown).toBe(true);
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 100 });
  expect(f.items(job).every((item) => item.attempts === 1)).toBe(true);
  const gaps = f.api.writes.slice(1).map((write, n) => write.at - (f.api.writes[n]?.at ?? 0));
  expect(gaps[4]).toBeGreaterThan((gaps[0] ?? 0) * 4);
});

test('1010 for ten minutes pauses the job with nothing marked failed', async () => {
  const f = setUp(40);
  f.api.onWrite = () => refused(1010);
  const job = await f.start({ profileIds: f.ids(1, 40) });
  const startedAt = f.clock.monotonic();
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({ pauseReason: 'too_fast', apiCode: 1010, counts: { ...none, queued: 40 } });
  expect(f.clock.monotonic() - startedAt).toBeGreaterThanOrEqual(600_000);
  const gaps = f.api.writes.slice(1).map((write, n) => write.at - (f.api.writes[n]?.at ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(5_200);
});

test.each([
  [1002, 'signed_out'],
  [1005, 'refused'],
  [1006, 'refused'],
  [1008, 'refused'],
  [111_001, 'refused'],
  [1017, 'quota'],
  [1018, 'quota'],
  [1019, 'quota'],
] as const)('code %i stops the whole job as %s and leaves the rest queued', async (code, reason) => {
  const f = setUp(60);
  f.api.onWrite = (_, nth) => (nth >= 1 ? refused(code) : undefined);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({
    pauseReason: reason,
    apiCode: code,
    counts: { ...none, done: 20, queued: 40 },
  });
  expect(f.api.writes).toHaveLength(2);
});

test.each([1014, 1020, 2012, 111_003, 1003, 1015])(
  'a profile that is busy (%i) is tried again after 30 s, 2 min and 10 min',
  async (code) => {
    const f = setUp(3);
    f.api.onWrite = ({ ids }) => (ids.includes(2) ? refused(code) : undefined);
    const job = await f.start({ operation: cookies, profileIds: f.ids(1, 3) });
    const end = await f.until(job, 'finished');
    expect(end.counts).toEqual({ ...none, done: 2, skipped: 1 });
    expect(f.item(job, 2)).toMatchObject({ state: 'skipped', reason: 'busy', apiCode: code, attempts: 4 });
    const [first, second, third, fourth] = f.api.writes.filter((write) => write.ids[0] === 2);
    const waits = [second, third, fourth].map(
      (write, n) => ((write?.at ?? 0) - ([first, second, third][n]?.at ?? 0)) / 1_000,
    );
    expect(waits.map(Math.round)).toEqual([30, 120, 600]);
  },
);

test('ten equal failures in a row pause the job, and going on is accepted for that failure', async () => {
  const f = setUp(40);
  f.api.onWrite = () => refused(1000);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 40), typedCount: 40 });
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({
    pauseReason: 'repeated_failure',
    apiCode: 1000,
    counts: { ...none, failed: 10, queued: 30 },
  });
  f.engine.resume(job);
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, failed: 40 });
});

test('failures with successes in between do not pause the job', async () => {
  const f = setUp(40);
  f.api.onWrite = ({ ids }) => ((ids[0] ?? 0) % 2 === 0 ? refused(1000) : undefined);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 40), typedCount: 40 });
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, done: 20, failed: 20 });
});

test('when the API stops answering the job pauses after three tries and goes on by itself', async () => {
  const f = setUp(60);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.api.onRead = () => notSent;
  f.api.onWrite = () => notSent;
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({ pauseReason: 'unreachable', counts: { ...none, done: 20, queued: 40 } });
  expect(f.api.writes.length).toBeLessThanOrEqual(4);
  await f.clock.advance(60_000);
  f.api.onRead = () => undefined;
  f.api.onWrite = () => undefined;
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 60 });
  expect(f.items(job).every((item) => item.attempts === 1)).toBe(true);
});

test('when another account answers after the break the job is frozen and nothing is sent', async () => {
  const f = setUp(60);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.api.onRead = () => notSent;
  f.api.onWrite = () => notSent;
  await f.until(job, 'paused');
  for (const profile of f.api.profiles.values()) profile.cachePath = `${profile.cachePath.slice(1)}a`;
  f.api.onRead = () => undefined;
  f.api.onWrite = () => undefined;
  f.api.writes.length = 0;
  await f.clock.runUntil(() => f.snapshot(job).pauseReason === 'other_account');
  expect(f.engine.resume(job)).toMatchObject({ ok: true });
  await f.until(job, 'paused');
  expect(f.snapshot(job).pauseReason).toBe('other_account');
  expect(f.api.writes).toEqual([]);
});

test('signed out, the job waits for the sign-in and goes on when the profiles are the same', async () => {
  const f = setUp(40);
  f.api.onWrite = (_, nth) => (nth === 1 ? refused(1002) : undefined);
  const job = await f.start({ profileIds: f.ids(1, 40) });
  f.api.onRead = () => (f.api.writes.length === 2 ? refused(1002) : undefined);
  await f.until(job, 'paused');
  await f.clock.advance(30_000);
  expect(f.snapshot(job)).toMatchObject({ state: 'paused', pauseReason: 'signed_out' });
  f.api.onRead = () => undefined;
  expect((await f.until(job, 'finished')).counts.done).toBe(40);
});

test('a job held up by the missing API keeps the next one waiting, and one paused by hand does not', async () => {
  const f = setUp(40);
  f.api.onRead = () => notSent;
  const first = await f.start({ profileIds: f.ids(1, 20) });
  const second = await f.start({ profileIds: f.ids(21, 40) });
  await f.until(first, 'paused');
  await f.clock.advance(10_000);
  expect(f.snapshot(second).state).toBe('queued');
  f.api.onRead = () => undefined;
  f.engine.pause(first);
  await f.until(second, 'finished');
  expect(f.snapshot(first)).toMatchObject({ state: 'paused', pauseReason: 'user' });
});

test('a program that is not the Local API pauses the job', async () => {
  const f = setUp(5);
  f.api.onRead = () => unknown('unreadable_reply');
  const job = await f.start({ profileIds: f.ids(1, 5) });
  expect(await f.until(job, 'paused')).toMatchObject({ pauseReason: 'other_program' });
  expect(f.api.writes).toEqual([]);
});

test.each(['timed_out', 'connection_lost', 'unreadable_reply', 'server_error'] as const)(
  'clearing a cache is repeated after %s',
  async (reason) => {
    const f = setUp(5);
    f.api.onWrite = (_, nth) => (nth === 0 ? unknown(reason) : undefined);
    const job = await f.start({ profileIds: f.ids(1, 5) });
    await f.clock.runUntil(() => f.snapshot(job).counts.uncertain === 5);
    const end = await f.until(job, 'finished');
    expect(end.counts).toEqual({ ...none, done: 5 });
    expect(f.item(job, 1).attempts).toBe(2);
  },
);

test('after four unknown outcomes a profile stays uncertain with the reason', async () => {
  const f = setUp(1);
  f.api.onWrite = () => unknown('timed_out');
  const job = await f.start({ profileIds: f.ids(1, 1) });
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, uncertain: 1 });
  expect(f.item(job, 1)).toMatchObject({ state: 'uncertain', reason: 'timed_out', attempts: 4 });
  const waits = f.api.writes.slice(1).map((write, n) => write.at - (f.api.writes[n]?.at ?? 0));
  expect(waits.every((wait, n) => n === 0 || wait > (waits[n - 1] ?? 0))).toBe(true);
});

test('a time-out halves the batches that follow', async () => {
  const f = setUp(60);
  f.api.onWrite = (_, nth) => (nth < 2 ? unknown('timed_out') : undefined);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  await f.until(job, 'finished');
  expect(f.api.writes.map((write) => write.ids.length).slice(0, 4)).toEqual([20, 10, 5, 5]);
});

test('a profile that was used since the plan is not cleared again but stays uncertain', async () => {
  const f = setUp(3);
  f.api.onWrite = (_, nth) => (nth === 0 ? unknown('connection_lost') : undefined);
  const job = await f.start({ profileIds: f.ids(1, 3) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.profile(2).lastOpenSeconds = 1_760_000_000;
  f.profile(3).open = { canClose: true, openedBy: null, openedAt: null };
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 1, uncertain: 2 });
  expect(f.item(job, 2)).toMatchObject({ state: 'uncertain', reason: 'connection_lost' });
  expect(f.api.writes.at(-1)?.ids).toEqual([1]);
});

test('cookies are cleared again after a cut connection only while nobody used the profile', async () => {
  const f = setUp(2);
  f.api.onWrite = (_, nth) => (nth === 0 || nth === 2 ? unknown('connection_lost') : undefined);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 2) });
  await f.clock.runUntil(() => f.api.writes.length === 3);
  f.profile(f.api.writes[2]?.ids[0] ?? 0).lastOpenSeconds = 1_760_000_000;
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 1, uncertain: 1 });
  expect(f.api.writes).toHaveLength(3);
});

test('the last use before the first request counts, not the one of an old reading of the list', async () => {
  const f = setUp(1);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 1) });
  f.profile(1).lastOpenSeconds = 1_755_000_000;
  f.api.onWrite = (_, nth) => (nth === 0 ? unknown('connection_lost') : undefined);
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, done: 1 });
});

test('a pause during the wait for a busy profile takes effect at once', async () => {
  const f = setUp(1);
  f.api.onWrite = () => refused(1014);
  const job = await f.start({ profileIds: f.ids(1, 1) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  await f.clock.advance(1_000);
  f.engine.pause(job);
  await f.clock.advance(0);
  expect(f.snapshot(job)).toMatchObject({ state: 'paused', counts: { ...none, queued: 1 } });
});

test('the API that vanishes while uncertain profiles are read leaves them uncertain until it is back', async () => {
  const f = setUp(5);
  f.api.onWrite = (_, nth) => {
    if (nth === 0) f.api.onRead = () => notSent;
    return nth === 0 ? unknown('connection_lost') : undefined;
  };
  const job = await f.start({ profileIds: f.ids(1, 5) });
  expect(await f.until(job, 'paused')).toMatchObject({
    pauseReason: 'unreachable',
    counts: { ...none, uncertain: 5 },
  });
  f.api.onRead = () => undefined;
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, done: 5 });
});

test('setting the wall clock a day ahead or back does not change what is sent', async () => {
  const f = setUp(2);
  f.api.onWrite = (_, nth) => (nth === 0 ? refused(1014) : undefined);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 2) });
  await f.clock.runUntil(() => f.api.writes.length === 2);
  f.clock.setWallClock(f.clock.now() + 86_400_000);
  await f.clock.advance(10_000);
  expect(f.api.writes).toHaveLength(2);
  f.clock.setWallClock(f.clock.now() - 2 * 86_400_000);
  expect((await f.until(job, 'finished')).counts.done).toBe(2);
});
