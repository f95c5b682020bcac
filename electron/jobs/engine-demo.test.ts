import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DemoFault } from '../../shared/demo-control.ts';
import type { JobProgress, JobSnapshot, JobStartInput } from '../../shared/job.ts';
import { type ProfileId, profileId } from '../../shared/profile.ts';
import { systemClock } from '../clock.ts';
import { startTestDemo } from '../demo/demo-fixture.ts';
import type { DemoOptions } from '../demo/server.ts';
import { createLocalApiClient } from '../local-api/client.ts';
import { readOpenedProfiles } from '../local-api/opened-profiles.ts';
import { createProfileDirectory } from '../local-api/profiles.ts';
import { createSecretStore } from '../secret-store.ts';
import { createJobEngine } from './engine.ts';
import { createJournal } from './journal.ts';
import { openJournalDatabase } from './journal-database.ts';

const none = { queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, uncertain: 0 };

/** The engine with its real client on the demo Local API, and every profile's number in the order of the list. */
async function setUp(options: DemoOptions = {}) {
  const demo = await startTestDemo(options);
  const folder = mkdtempSync(join(tmpdir(), 'job-engine-demo-'));
  const opening = openJournalDatabase(join(folder, 'journal.db'), Date.now());
  if (opening.kind !== 'opened') throw new Error(opening.kind);
  const client = createLocalApiClient({ getAddress: () => ({ host: '127.0.0.1', port: demo.port }) });
  const profiles = createProfileDirectory({ client });
  const { readingId } = profiles.startReading();
  const ids: ProfileId[] = [];
  for (let isComplete = false; !isComplete; ) {
    const slice = await profiles.nextRows(readingId, ids.length);
    if (!slice.ok) throw new Error(slice.error.message);
    ids.push(...slice.value.rows.map((row) => row.id));
    isComplete = slice.value.isComplete;
  }
  const journal = createJournal(opening.database);
  const listeners = new Set<(progress: JobProgress) => void>();
  const engine = createJobEngine({
    journal,
    client,
    profiles,
    secrets: createSecretStore(),
    readOpen: () => readOpenedProfiles(client),
    clock: systemClock,
    getWritesInFlight: () => 1,
    onProgress: (progress) => {
      for (const listener of listeners) listener(progress);
    },
    log: () => {},
    appVersion: '0.0.0',
  });
  onTestFinished(async () => {
    await engine.shutdown('safely');
    journal.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a job and waits for the event in which it rests. */
  async function run(
    input: Partial<JobStartInput> & Pick<JobStartInput, 'profileIds'>,
  ): Promise<JobSnapshot> {
    const rested = new Promise<JobSnapshot>((resolve) => {
      listeners.add(({ job }) => {
        if (job.state === 'finished' || job.state === 'paused') resolve(job);
      });
    });
    const more = { operation: { kind: 'clear_cache' } as const, closeOpened: false, typedCount: null };
    const started = await engine.start({ ...more, ...input });
    if (!started.ok) throw new Error(started.error.message);
    const job = await rested;
    listeners.clear();
    return job;
  }

  const sent = async (action: string) => (await demo.control('requests.list', { action })).requests;
  const break_ = (action: string, fault: DemoFault, times?: number) =>
    demo.control('faults.add', { action, fault, ...(times === undefined ? {} : { times }) });
  const clears = async () => {
    const state = await demo.control('state.get', { profileIds: ids });
    return state.profiles.map((profile) => profile.cacheClears);
  };
  return { demo, engine, ids, run, sent, break_, clears };
}

test('forty real requests over HTTP clear forty caches and the demo agrees', async () => {
  const { ids, run, clears, sent } = await setUp();
  expect(await run({ profileIds: ids })).toMatchObject({ state: 'finished', counts: { ...none, done: 40 } });
  expect(await sent('profile-clear-cache')).toHaveLength(2);
  expect((await clears()).every((times) => times === 1)).toBe(true);
});

test('the three that the demo leaves out fail as not confirmed', async () => {
  const { engine, ids, run, break_, sent } = await setUp();
  const omit = [ids[3], ids[17], ids[39]].map(Number);
  await break_('profile-clear-cache', { kind: 'partial', omit });
  const job = await run({ profileIds: ids });
  expect(job).toMatchObject({ counts: { ...none, done: 37, failed: 3 }, notConfirmed: 3 });
  const before = (await sent('profile-clear-cache')).length;
  await engine.retry({
    jobId: job.id,
    profileIds: omit.map((id) => profileId.parse(id)),
    closeOpened: false,
    typedCount: null,
  });
  await engine.shutdown('safely');
  expect(
    (await sent('profile-clear-cache'))
      .slice(before)
      .every(({ body }) => JSON.stringify(body) === JSON.stringify({ profile_id: omit })),
  ).toBe(true);
});

test.each(['fail', 'drop'] as const)(
  'a profile that was deleted meanwhile costs the others nothing (%s)',
  async (badIdInBatch) => {
    const { demo, ids, run } = await setUp({ switches: { badIdInBatch } });
    await demo.control('profiles.touch', { changes: [{ kind: 'delete', profileIds: [Number(ids[5])] }] });
    const job = await run({ profileIds: ids.slice(0, 10) });
    expect(job.counts.done).toBe(9);
    expect(job.counts.failed + job.counts.skipped).toBe(1);
  },
);

test('a connection cut after the request acted is settled by repeating', async () => {
  const { ids, run, break_, clears } = await setUp();
  await break_('profile-clear-cache', { kind: 'resetAfter' }, 1);
  expect((await run({ profileIds: ids })).counts).toEqual({ ...none, done: 40 });
  expect((await clears()).filter((times) => times === 2)).toHaveLength(20);
});

test('a reply with a foreign profile pauses the job', async () => {
  const { ids, run, break_ } = await setUp();
  await break_('profile-clear-cache', { kind: 'extraIds', ids: [999_999] }, 1);
  expect(await run({ profileIds: ids })).toMatchObject({ state: 'paused', pauseReason: 'distrusted_reply' });
});

test('open profiles are closed where the API may and skipped where it may not', async () => {
  const { demo, ids, run, sent } = await setUp();
  const [first, second] = ids.map(Number);
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'open', profileIds: [first ?? 0], throughApi: true },
      { kind: 'open', profileIds: [second ?? 0] },
    ],
  });
  const job = await run({ profileIds: ids.slice(0, 5), closeOpened: true });
  expect(job.counts).toEqual({ ...none, done: 4, skipped: 1 });
  expect((await sent('profile-close-in-batches')).map(({ body }) => body)).toEqual([
    { profile_id: [String(first)] },
  ]);
});

test('signed out, the job pauses with the code', async () => {
  const { ids, run, break_ } = await setUp();
  await break_('profile-clear-cache', { kind: 'error', code: 1002 });
  expect(await run({ profileIds: ids })).toMatchObject({ pauseReason: 'signed_out', apiCode: 1002 });
});

test('another account with the same numbers is noticed before the first request', async () => {
  const { demo, ids, run, sent } = await setUp();
  await demo.control('account.set', { account: 'second' });
  expect(await run({ profileIds: ids })).toMatchObject({ state: 'paused', pauseReason: 'other_account' });
  expect(await sent('profile-clear-cache')).toEqual([]);
});

test('cookies are cleared one by one', async () => {
  const { ids, run, sent } = await setUp();
  const job = await run({ operation: { kind: 'clear_cache_and_cookies' }, profileIds: ids.slice(0, 4) });
  expect(job.counts).toEqual({ ...none, done: 4 });
  expect(await sent('profile-clear-cache-and-cookies')).toHaveLength(4);
});
