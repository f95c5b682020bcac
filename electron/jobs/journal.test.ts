import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobId } from '../../shared/job.ts';
import { profileId } from '../../shared/profile.ts';
import type { ApiOutcome } from '../local-api/outcome.ts';
import { createJournal, type ItemChange, type JobRecord, type Journal, type PlannedItem } from './journal.ts';
import { openJournalDatabase } from './journal-database.ts';

let folder = '';
let database: DatabaseSync;
let journal: Journal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  const opening = openJournalDatabase(join(folder, 'journal.db'), 0);
  if (opening.kind !== 'opened') throw new Error(opening.kind);
  database = opening.database;
  journal = createJournal(database);
});

afterEach(() => {
  if (database.isOpen) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const id = jobId.parse('00000000-0000-4000-8000-000000000001');
const ok: ApiOutcome<unknown> = { kind: 'ok', data: [] };

const job: JobRecord = {
  id,
  operation: { kind: 'clear_cache' },
  semantics: 'idempotent',
  closeOpened: true,
  accountFingerprint: 'fp',
  retryOf: null,
  undoOf: null,
  state: 'queued',
  pauseReason: null,
  apiCode: null,
  epoch: 0,
  total: 3,
  createdAt: 1_000,
  startedAt: null,
  finishedAt: null,
  appVersion: '1.0.0',
};

function plan(count: number): PlannedItem[] {
  return Array.from({ length: count }, (_, seq) => ({
    seq,
    profileId: profileId.parse(seq + 1),
    profileName: `Shop ${seq + 1} 店`,
    groupName: 'EU',
    identity: `path ${seq + 1}`,
    lastOpenSeconds: 5,
    preimage: null,
    marker: null,
    target: null,
    state: 'queued',
    reason: null,
  }));
}

function done(seq: number): ItemChange {
  return { seq, state: 'done', reason: null, apiCode: null, attempts: 1 };
}

function intend(seqs: readonly number[]): number {
  const intent = journal.recordIntent(id, seqs, 2_000, 34_000);
  if (!intent.ok) throw new Error(intent.error.message);
  return intent.value.attemptId;
}

test('a job comes back as it was stored', () => {
  journal.addJob(job, plan(3));
  expect(journal.readJob(id)).toEqual(job);
  expect(journal.loadOpenItems(id)).toMatchObject(
    plan(3).map(({ seq, marker }) => ({ seq, marker, attempts: 0 })),
  );
  expect(journal.tally(id)).toMatchObject({ counts: { queued: 3 }, notConfirmed: 0 });
});

test('a plan with a mistake is stored not at all', () => {
  const twice = plan(2).map((item) => ({ ...item, profileId: profileId.parse(7) }));
  expect(() => journal.addJob(job, twice)).toThrow('UNIQUE');
  expect(journal.readJob(id)).toBeNull();
});

test('one profile may be planned several times with different markers', () => {
  const copies = plan(2).map((item, n) => ({ ...item, profileId: profileId.parse(7), marker: `Copy ${n}` }));
  expect(journal.addJob(job, copies).ok).toBe(true);
});

test('the outcome of an earlier epoch is stored and its items are left alone', () => {
  journal.addJob(job, plan(3));
  const late = intend([0, 1]);
  journal.beginEpoch(id, 3_000);
  expect(journal.recordOutcome(late, ok, [done(0), done(1)], 4_000)).toEqual({
    ok: true,
    value: { isApplied: false },
  });
  expect(journal.countItems(id).counts).toMatchObject({ uncertain: 2, queued: 1, done: 0 });
  const current = intend([2]);
  expect(journal.recordOutcome(current, ok, [done(2)], 5_000)).toMatchObject({ value: { isApplied: true } });
  expect(journal.countItems(id).counts.done).toBe(1);
});

test('beginning an epoch twice makes items uncertain once', () => {
  journal.addJob(job, plan(3));
  intend([1]);
  journal.beginEpoch(id, 3_000);
  journal.beginEpoch(id, 3_000);
  expect(journal.listItems({ jobId: id, states: ['uncertain'], offset: 0, limit: 9 })).toMatchObject({
    total: 1,
    items: [{ seq: 1, attempts: 1, reason: 'connection_lost' }],
  });
  expect(journal.readLatestDeadline(id)).toEqual({ intentMs: 2_000, deadlineMs: 34_000 });
  expect(journal.readJob(id)?.epoch).toBe(2);
});

test('pages of items keep the order of the plan and say how many match', () => {
  journal.addJob({ ...job, total: 5_000 }, plan(5_000));
  journal.changeItems(id, [done(10), done(4_000)], 2_000);
  const page = journal.listItems({ jobId: id, states: null, offset: 4_990, limit: 100 });
  expect([page.items.length, page.total, page.items[0]?.seq]).toEqual([10, 5_000, 4_990]);
  expect(journal.listItems({ jobId: id, states: ['done'], offset: 1, limit: 5 })).toMatchObject({
    total: 2,
    items: [{ seq: 4_000, profileName: 'Shop 4001 店' }],
  });
  expect([...journal.iterateItems(id)]).toHaveLength(5_000);
});

test('only finished jobs are forgotten, and with everything that belongs to them', () => {
  const other = jobId.parse('00000000-0000-4000-8000-000000000002');
  journal.addJob(job, plan(3));
  journal.addJob({ ...job, id: other }, plan(3));
  intend([0]);
  journal.changeJob(id, { state: 'finished', finishedAt: 3_000 });
  journal.prune(2_000);
  expect(journal.listJobs(9).map((record) => record.id)).toEqual([other]);
  for (const table of ['attempt', 'attempt_item'])
    expect(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
});

test('jobs are listed newest first', () => {
  const ids = [3, 1, 2].map((n) => jobId.parse(`00000000-0000-4000-8000-00000000000${n}`));
  for (const [n, each] of ids.entries()) journal.addJob({ ...job, id: each, createdAt: n }, plan(1));
  expect(journal.listJobs(2).map((record) => record.id)).toEqual([ids[2], ids[1]]);
});

test('closing leaves everything in the main file', () => {
  journal.addJob(job, plan(3));
  journal.close();
  const opening = openJournalDatabase(join(folder, 'journal.db'), 0);
  if (opening.kind !== 'opened') throw new Error(opening.kind);
  database = opening.database;
  expect(createJournal(database).readJob(id)).toEqual(job);
});

test('a disk without room for moving lines is a failure in words, and the journal closes all the same', () => {
  journal.addJob(job, plan(3));
  const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  const onFullDisk = new Proxy(database, {
    get(target, name) {
      if (name === 'exec')
        return (sql: string) => {
          if (sql.includes('wal_checkpoint')) throw full;
          target.exec(sql);
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const other = createJournal(onFullDisk);
  expect(other.checkpoint()).toMatchObject({
    ok: false,
    error: { code: 'file_failed', detail: 'SQLite 13' },
  });
  other.close();
  expect(database.isOpen).toBe(false);
});

test('rows that cannot be read are left out and cost no other', () => {
  const other = jobId.parse('00000000-0000-4000-8000-000000000002');
  const proxyJob = { ...job, operation: { kind: 'set_proxy', proxy: { kind: 'direct' } } } as const;
  journal.addJob(proxyJob, plan(3));
  journal.addJob({ ...job, id: other }, plan(3));
  journal.changeItems(id, [done(0)], 2_000);
  database.exec(`UPDATE job SET operation = '{"kind":"set_pr', counts = '{' WHERE id = '${id}'`);
  database.exec(`UPDATE item SET profile_id = -1, target = '{' WHERE job_id = '${other}' AND seq = 1`);
  const all = { text: '', kinds: ['clear_cache' as const], states: null, having: null, from: null, to: null };
  expect(journal.listJobs(9).map((record) => record.id)).toEqual([other]);
  expect(journal.listUnfinishedJobs().map((record) => record.id)).toEqual([other]);
  expect(journal.listUnreadableJobs()).toEqual([id]);
  expect(journal.readJob(id)).toBeNull();
  expect(journal.findJobs(all, 0, 10).jobs.map((record) => record.id)).toEqual([other]);
  expect(journal.tally(id).counts).toMatchObject({ queued: 2, done: 1 });
  expect([...journal.readOwnProxies()]).toEqual([]);
  expect(journal.loadOpenItems(other).map(({ seq }) => seq)).toEqual([0, 2]);
  expect([...journal.iterateItems(other)].map(({ seq }) => seq)).toEqual([0, 2]);
  expect([...journal.iteratePlanned(other)].map(({ seq }) => seq)).toEqual([0, 2]);
});
