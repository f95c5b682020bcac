import { afterEach, expect, test } from 'vitest';
import { createEngineFixture, type EngineFixture } from './engine-fixture.ts';

const opened: EngineFixture[] = [];

afterEach(() => {
  for (const fixture of opened.splice(0)) fixture.dispose();
});

function setUp(count: number): EngineFixture {
  const fixture = createEngineFixture(count);
  opened.push(fixture);
  return fixture;
}

test('twenty thousand profiles make at most ten events a second, and the last one holds the end', {
  timeout: 60_000,
}, async () => {
  const f = setUp(20_000);
  f.settings.writesInFlight = 3;
  const times: number[] = [];
  const push = f.events.push.bind(f.events);
  f.events.push = (...events) => {
    times.push(f.clock.monotonic());
    return push(...events);
  };
  const job = await f.start({ profileIds: f.ids(1, 20_000) });
  await f.until(job, 'finished');
  await f.clock.advance(2_000);

  const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
  expect(gaps.length).toBeGreaterThan(10);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  expect(Math.max(...f.events.map((event) => event.changed.length))).toBeLessThanOrEqual(2_000);
  expect(f.events.at(-1)?.job).toMatchObject({ state: 'finished', counts: { done: 20_000 } });
  const last = new Map(
    f.events.flatMap((event) => event.changed).map((item) => [item.profileId, item.state]),
  );
  expect(last.size).toBe(20_000);
  expect([...last.values()].every((state) => state === 'done')).toBe(true);
});

test('more changes than an event holds follow in later events', async () => {
  const f = setUp(5_000);
  const job = await f.start({ profileIds: f.ids(1, 5_000) });
  f.engine.stop(job);
  await f.until(job, 'finished');
  await f.clock.advance(1_000);
  const events = f.events.filter((event) => event.changed.length > 0);
  expect(events.map((event) => event.changed.length)).toEqual([2_000, 2_000, 1_000]);
  expect(events.every((event) => event.job.counts.cancelled === 5_000)).toBe(true);
});

test('the rate comes from the last fifty profiles, and the time left from the rate', async () => {
  const f = setUp(100);
  f.api.latencyMs = 500;
  const job = await f.start({
    operation: { kind: 'clear_cache_and_cookies' },
    profileIds: f.ids(1, 100),
    typedCount: 100,
  });
  await f.clock.runUntil(() => f.snapshot(job).counts.done === 3);
  expect(f.snapshot(job)).toMatchObject({ ratePerSecond: null, secondsLeft: null });
  await f.clock.runUntil(() => f.snapshot(job).counts.done === 60);
  expect(f.snapshot(job)).toMatchObject({ ratePerSecond: 1, secondsLeft: 40 });
  f.engine.pause(job);
  await f.until(job, 'paused');
  expect(f.snapshot(job)).toMatchObject({ ratePerSecond: null, secondsLeft: null });
});
