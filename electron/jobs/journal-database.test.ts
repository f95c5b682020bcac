import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type JournalOpening, openJournalDatabase, readJournalPragmas } from './journal-database.ts';

let folder = '';
let path = '';
const opened: DatabaseSync[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  path = join(folder, 'state', 'journal.sqlite');
});

afterEach(() => {
  for (const database of opened.splice(0)) if (database.isOpen) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const now = Date.UTC(2026, 0, 2, 3, 4, 5);

function open(): JournalOpening {
  const opening = openJournalDatabase(path, now, 10);
  if (opening.kind === 'opened') opened.push(opening.database);
  return opening;
}

function openForSure() {
  const opening = open();
  if (opening.kind !== 'opened') throw new Error(`Not opened: ${opening.kind}`);
  return opening;
}

/** A journal with one job and many items, closed. */
function writeJournal(): void {
  const { database } = openForSure();
  database.exec(`INSERT INTO job VALUES('j', '{"kind":"clear_cache"}', 'idempotent', 0, 'fp', NULL, NULL, 'paused', 'user',
    NULL, 1, 3000, NULL, 1, 1, NULL, '0')`);
  const insert = database.prepare(
    `INSERT INTO item VALUES('j', ?, ?, 'name', 'group', 'path', 1, NULL, NULL, NULL, 'queued', NULL, NULL, 0,
       NULL, NULL, 1)`,
  );
  database.exec('BEGIN');
  for (let n = 1; n <= 3_000; n += 1) insert.run(n, n);
  database.exec('COMMIT');
  database.close();
}

test('the open journal is exclusive, in WAL mode and fully synchronous', () => {
  const { database } = openForSure();
  expect(readJournalPragmas(database)).toEqual({
    locking_mode: 'exclusive',
    journal_mode: 'wal',
    synchronous: 2,
    fullfsync: 1,
    checkpoint_fullfsync: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    journal_size_limit: 16_777_216,
    foreign_keys: 1,
  });
});

test.skipIf(process.platform === 'win32')('only the owner may read the files of the journal', () => {
  writeFileSync(join(folder, 'old.sqlite'), '', { mode: 0o644 });
  path = join(folder, 'old.sqlite');
  const { database } = openForSure();
  database.exec('CREATE TABLE extra(a)');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
  expect(existsSync(`${path}-shm`)).toBe(false);
});

test('a second opener is told that the app is already running', () => {
  openForSure();
  expect(open()).toEqual({ kind: 'already_running' });
});

test('a journal of a newer version is refused and stays as it is', () => {
  const { database } = openForSure();
  database.exec('PRAGMA user_version = 2');
  database.close();
  const before = readFileSync(path);
  expect(open()).toEqual({ kind: 'newer_version', version: 2 });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a journal opens again with its rows', () => {
  writeJournal();
  const { database, putAside } = openForSure();
  expect(putAside).toBeNull();
  expect(database.prepare('SELECT count(*) AS n FROM item').get()).toEqual({ n: 3_000 });
});

test('a journal with a damaged page is moved aside, what is readable is exported, and a fresh one is made', () => {
  writeJournal();
  const bytes = readFileSync(path);
  bytes.fill(0, 20 * 4_096, 21 * 4_096);
  writeFileSync(path, bytes);
  const { database, putAside } = openForSure();
  expect(putAside).toMatchObject({ movedTo: `${path}.corrupt-2026-01-02T03-04-05-000Z`, rows: { job: 1 } });
  const exported = JSON.parse(readFileSync(putAside?.exportedTo ?? '', 'utf8'));
  expect(exported.job[0]).toMatchObject({ id: 'j', total: 3_000 });
  expect(exported.item.length).toBe(putAside?.rows.item);
  expect(exported.item.length).toBeGreaterThan(0);
  expect(exported.item.length).toBeLessThan(3_000);
  expect(readFileSync(putAside?.movedTo ?? '').length).toBe(bytes.length);
  expect(database.prepare('SELECT count(*) AS n FROM job').get()).toEqual({ n: 0 });
});

test.each([
  ['a bad header', () => writeFileSync(path, readFileSync(path).fill(7, 0, 100))],
  ['a text file', () => writeFileSync(path, 'This is no journal. '.repeat(500))],
  ['half a file', () => truncateSync(path, 40_000)],
  [
    'another database',
    () => {
      rmSync(path);
      const other = new DatabaseSync(path);
      other.exec('CREATE TABLE shop(a)');
      other.close();
    },
  ],
  [
    'a missing table',
    () => {
      const other = new DatabaseSync(path);
      other.exec('DROP TABLE attempt_item');
      other.close();
    },
  ],
])('%s in place of the journal is put aside', (_, damage) => {
  writeJournal();
  damage();
  const { database, putAside } = openForSure();
  expect(existsSync(putAside?.movedTo ?? '')).toBe(true);
  expect(database.prepare('SELECT count(*) AS n FROM job').get()).toEqual({ n: 0 });
});

test('a folder in place of the journal is a failure with its cause', () => {
  path = folder;
  expect(open()).toMatchObject({ kind: 'failed', message: expect.stringContaining('EISDIR') });
});
