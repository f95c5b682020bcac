import { expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createPacer, type Pacer } from './pacer.ts';

const never = new AbortController().signal;

/** Admits `count` requests of `lengthMs` one after the other and returns when each of them started. */
async function admit(clock: FakeClock, pacer: Pacer, count: number, lengthMs = 0): Promise<number[]> {
  const starts: number[] = [];
  const all = (async () => {
    for (let n = 0; n < count; n += 1) {
      await pacer.admit(never);
      starts.push(clock.monotonic());
      await clock.sleep(lengthMs);
    }
  })();
  await clock.runUntil(() => starts.length === count);
  await clock.advance(lengthMs);
  await all;
  return starts;
}

function gaps(starts: readonly number[]): number[] {
  return starts.slice(1).map((start, n) => Math.round(start - (starts[n] ?? 0)));
}

test('it sets no pace of its own', async () => {
  const clock = createFakeClock();
  expect(gaps(await admit(clock, createPacer(clock), 4, 10))).toEqual([10, 10, 10]);
});

test('the rate halves on 1010 and grows by a tenth a minute until it is back', async () => {
  const clock = createFakeClock();
  const pacer = createPacer(clock);
  await admit(clock, pacer, 10, 100);
  pacer.slowDown(clock.monotonic(), null);
  expect(gaps(await admit(clock, pacer, 3))).toEqual([200, 200]);
  await clock.advance(60_000);
  expect(gaps(await admit(clock, pacer, 3))).toEqual([182, 182]);
  expect(pacer.isSlowedDown()).toBe(true);
  await clock.advance(7 * 60_000);
  expect(pacer.isSlowedDown()).toBe(false);
});

test('it never gets slower than one request in five seconds', async () => {
  const clock = createFakeClock();
  const pacer = createPacer(clock);
  for (let n = 0; n < 20; n += 1) {
    await admit(clock, pacer, 1, 20);
    pacer.slowDown(clock.monotonic(), null);
  }
  expect(gaps(await admit(clock, pacer, 3)).every((gap) => gap > 4_900 && gap <= 5_000)).toBe(true);
});

test('several answers of 1010 to requests that were under way together halve the rate once', async () => {
  const clock = createFakeClock();
  const pacer = createPacer(clock);
  await admit(clock, pacer, 10, 100);
  const startedAt = clock.monotonic();
  await clock.advance(50);
  for (let n = 0; n < 3; n += 1) pacer.slowDown(startedAt, null);
  expect(gaps(await admit(clock, pacer, 3))).toEqual([200, 200]);
});

test('the wish of a Retry-After is kept', async () => {
  const clock = createFakeClock();
  const pacer = createPacer(clock);
  pacer.slowDown(clock.monotonic(), 20_000);
  expect((await admit(clock, pacer, 1))[0]).toBe(20_000);
});

test('who waits for a place leaves as soon as the signal is aborted', async () => {
  const clock = createFakeClock();
  const pacer = createPacer(clock);
  pacer.hold(60_000);
  const giveUp = new AbortController();
  const admitted = pacer.admit(giveUp.signal);
  giveUp.abort();
  expect(await admitted).toBe(false);
  expect(clock.monotonic()).toBe(0);
});
