import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { succeed } from '../../shared/result.ts';
import type { ApiOutcome } from '../local-api/outcome.ts';
import type { JobEngineOptions } from './engine.ts';
import { createEngineFixture, type EngineFixture } from './engine-fixture.ts';
import type { OperationDefinition } from './operation.ts';
import { clearCache } from './operations/clear-cache.ts';

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

/** Makes every statement that the trigger guards fail as on a full disk, until `freeDisk`. */
function fillDisk(
  f: EngineFixture,
  when: 'BEFORE INSERT ON attempt' | 'BEFORE UPDATE OF outcome ON attempt',
): void {
  const pages = f.database.prepare('PRAGMA page_count').get()?.page_count;
  f.database.exec('CREATE TABLE filler(data)');
  f.database.exec(`CREATE TRIGGER full ${when} BEGIN INSERT INTO filler VALUES(zeroblob(9000000)); END`);
  f.database.exec(`PRAGMA max_page_count = ${Number(pages) + 50}`);
}

function freeDisk(f: EngineFixture): void {
  f.database.exec('PRAGMA max_page_count = 1000000; DROP TRIGGER full; DROP TABLE filler');
}

test('the intent is on the disk before the request, and the outcome after it', async () => {
  const f = setUp(3);
  const seen: unknown[] = [];
  const look = () => f.database.prepare('SELECT outcome, deadline_ms - intent_ms AS ms FROM attempt').all();
  f.api.onWrite = () => {
    seen.push(
      look(),
      f.items(job).map((item) => item.state),
    );
    return undefined;
  };
  const job = await f.start({ profileIds: f.ids(1, 3) });
  await f.until(job, 'finished');
  expect(seen).toEqual([[{ outcome: null, ms: 36_000 }], ['running', 'running', 'running']]);
  expect(look()).toMatchObject([{ outcome: 'ok' }]);
});

test('after a crash nothing runs by itself; going on settles what was in flight and does the rest', async () => {
  const f = setUp(60);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  await f.clock.runUntil(() => f.api.writes.length === 2);
  f.crashAndRestart();
  expect(f.engine.listInterrupted()).toMatchObject([
    {
      id: job,
      state: 'paused',
      pauseReason: 'interrupted',
      counts: { ...none, done: 20, uncertain: 20, queued: 20 },
    },
  ]);
  await f.clock.advance(600_000);
  expect(f.api.writes).toHaveLength(2);

  f.engine.resume(job);
  const end = await f.until(job, 'finished');
  expect(end.counts).toEqual({ ...none, done: 60 });
  expect(f.database.prepare("SELECT count(*) AS n FROM attempt WHERE outcome = 'unknown'").get()).toEqual({
    n: 1,
  });
});

test('a profile that was used between crash and resume stays uncertain', async () => {
  const f = setUp(2);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 2) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.crashAndRestart();
  f.profile(1).lastOpenSeconds = 1_760_000_000;
  f.engine.resume(job);
  expect((await f.until(job, 'finished')).counts).toEqual({ ...none, done: 1, uncertain: 1 });
  expect(f.api.writes.map((write) => write.ids)).toEqual([[1], [2]]);
});

test('guarded work is settled only when the request of the crashed app must be dead', async () => {
  const f = setUp(1);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 1) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  const sentAt = f.clock.monotonic();
  f.crashAndRestart();
  f.engine.resume(job);
  await f.until(job, 'finished');
  expect((f.api.writes[1]?.at ?? 0) - sentAt).toBeGreaterThanOrEqual(37_000);
});

test('a clock that was set back after the crash delays settling by one full deadline at most', async () => {
  const f = setUp(1);
  const job = await f.start({ operation: cookies, profileIds: f.ids(1, 1) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.crashAndRestart();
  f.clock.setWallClock(f.clock.now() - 86_400_000);
  const resumedAt = f.clock.monotonic();
  f.engine.resume(job);
  await f.until(job, 'finished');
  expect((f.api.writes[1]?.at ?? 0) - resumedAt).toBeLessThan(38_000);
});

test('after the crash another account is not touched', async () => {
  const f = setUp(60);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.crashAndRestart();
  for (const profile of f.api.profiles.values()) profile.cachePath = `${profile.cachePath.slice(1)}a`;
  f.engine.resume(job);
  await f.until(job, 'queued').catch(() => {});
  await f.until(job, 'paused');
  expect(f.snapshot(job).pauseReason).toBe('other_account');
  expect(f.api.writes).toHaveLength(1);
});

test('a second crash before the resume changes nothing more', async () => {
  const f = setUp(40);
  const job = await f.start({ profileIds: f.ids(1, 40) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  f.crashAndRestart();
  const first = f.snapshot(job);
  f.crashAndRestart();
  expect(f.snapshot(job)).toEqual(first);
});

test('a job that the user paused stays his pause after a restart, and a queued one becomes interrupted', async () => {
  const f = setUp(40);
  const first = await f.start({ profileIds: f.ids(1, 20) });
  const second = await f.start({ profileIds: f.ids(21, 40) });
  f.engine.pause(first);
  f.engine.pause(second);
  await f.until(first, 'paused');
  const third = await f.start({ profileIds: f.ids(1, 20) });
  f.engine.stop(third);
  const fourth = await f.start({ profileIds: f.ids(1, 20) });
  f.crashAndRestart();
  expect(f.snapshot(second).pauseReason).toBe('user');
  expect(f.snapshot(fourth).pauseReason).toBe('interrupted');
});

test('ending safely awaits what is in flight, and the job goes on after the next start', async () => {
  const f = setUp(60);
  const job = await f.start({ profileIds: f.ids(1, 60) });
  await f.clock.runUntil(() => f.api.writes.length === 1);
  let isDown = false;
  void f.engine.shutdown('safely').then(() => {
    isDown = true;
  });
  await f.clock.runUntil(() => isDown);
  expect(f.snapshot(job)).toMatchObject({
    pauseReason: 'interrupted',
    counts: { ...none, done: 20, queued: 40 },
  });
  f.crashAndRestart();
  f.engine.resume(job);
  await f.until(job, 'finished');
  expect([...f.api.effects.values()].every((times) => times === 1)).toBe(true);
});

test('when the disk is full at the intent, nothing is sent and the job pauses', async () => {
  const f = setUp(20);
  const job = await f.start({ profileIds: f.ids(1, 20) });
  fillDisk(f, 'BEFORE INSERT ON attempt');
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({ pauseReason: 'journal_failed', counts: { ...none, queued: 20 } });
  expect(f.api.writes).toEqual([]);
  expect(f.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  freeDisk(f);
  f.engine.resume(job);
  expect((await f.until(job, 'finished')).counts.done).toBe(20);
});

test('when the disk is full at the outcome, nothing more is sent and the profiles are settled later', async () => {
  const f = setUp(40);
  const job = await f.start({ profileIds: f.ids(1, 40) });
  fillDisk(f, 'BEFORE UPDATE OF outcome ON attempt');
  const paused = await f.until(job, 'paused');
  expect(paused).toMatchObject({
    pauseReason: 'journal_failed',
    counts: { ...none, running: 20, queued: 20 },
  });
  expect(f.api.writes).toHaveLength(1);
  freeDisk(f);
  f.engine.resume(job);
  expect((await f.until(job, 'finished')).counts.done).toBe(40);
});

test('the journal holds no field of a profile but its number, name, group, cache path and last use', async () => {
  const f = setUp(2, { appVersion: '1.2.3' });
  f.api.onWrite = () => ({
    kind: 'refused',
    apiCode: 1000,
    apiMessage: 'canary-password',
    retryAfterMs: null,
  });
  const job = await f.start({ profileIds: f.ids(1, 2) });
  await f.until(job, 'finished');
  f.journal.checkpoint();
  const bytes = readFileSync(f.path).toString('latin1');
  expect(bytes).toContain('Shop 1');
  expect(bytes).not.toContain('canary');
});

test('history is kept for 90 days', async () => {
  const f = setUp(2);
  const job = await f.start({ profileIds: f.ids(1, 2) });
  await f.until(job, 'finished');
  await f.clock.advance(89 * 86_400_000);
  f.crashAndRestart();
  expect(f.engine.list()).toMatchObject([{ id: job, state: 'finished', counts: { ...none, done: 2 } }]);
  await f.clock.advance(2 * 86_400_000);
  f.crashAndRestart();
  expect(f.engine.list()).toEqual([]);
  expect(f.database.prepare('SELECT count(*) AS n FROM attempt_item').get()).toEqual({ n: 0 });
});

/** An action that must happen once and that reading cannot settle, such as a new random fingerprint. */
function once(settle: OperationDefinition['settle']): OperationDefinition {
  return { ...clearCache(), semantics: 'once', batchSize: 1, settle };
}

/** Runs it on ten profiles with a crash in the middle and a lost reply; returns profiles that got it twice. */
async function countDoubles(settle: OperationDefinition['settle']): Promise<number> {
  const f = setUp(10, { defineOperation: () => once(settle) });
  const lost: ApiOutcome<never> = { kind: 'unknown', reason: 'connection_lost', detail: '' };
  f.api.onWrite = ({ ids }, nth) => {
    if (nth !== 2) return undefined;
    for (const id of ids) f.api.effects.set(f.profile(id).id, 1);
    return lost;
  };
  const job = await f.start({ profileIds: f.ids(1, 10) });
  await f.clock.runUntil(() => f.api.writes.length === 6);
  f.crashAndRestart();
  f.engine.resume(job);
  await f.until(job, 'finished');
  return [...f.api.effects.values()].filter((times) => times > 1).length;
}

test('what must happen once is never sent again without proof', async () => {
  expect(await countDoubles(async () => succeed({ kind: 'ask' }))).toBe(0);
});

test('negative control: an operation that blindly sends again is caught doing it twice', async () => {
  expect(await countDoubles(async () => succeed({ kind: 'send_again' }))).toBeGreaterThan(0);
});
