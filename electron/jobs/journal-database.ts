import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { exportReadableRows, type SalvagedRows } from './journal-salvage.ts';
import { journalSchema, journalVersion } from './journal-schema.ts';

/** What became of opening the journal file. Only `opened` allows jobs to run. */
export type JournalOpening =
  | {
      readonly kind: 'opened';
      readonly database: DatabaseSync;
      /** A damaged journal that was put aside, or null. */
      readonly putAside: DamagedJournal | null;
    }
  /** Another process holds the file. */
  | { readonly kind: 'already_running' }
  /** Written by a newer version of the app: it is left alone. */
  | { readonly kind: 'newer_version'; readonly version: number }
  /** The file could not be opened, created or set up. `message` names no path. */
  | { readonly kind: 'failed'; readonly message: string };

interface DamagedJournal {
  /** Where the damaged file lies now. */
  readonly movedTo: string;
  /** JSON file with the rows that could still be read. */
  readonly exportedTo: string;
  readonly rows: SalvagedRows;
}

/** How the open database is set up, as SQLite itself reports it. */
export interface JournalPragmas {
  readonly locking_mode: unknown;
  readonly journal_mode: unknown;
  /** 2 is FULL. */
  readonly synchronous: unknown;
  readonly fullfsync: unknown;
  readonly checkpoint_fullfsync: unknown;
  readonly trusted_schema: unknown;
  readonly cell_size_check: unknown;
  readonly journal_size_limit: unknown;
  readonly foreign_keys: unknown;
}

const sqliteBusy = 5;
const sqliteCorrupt = 11;
const sqliteNotADatabase = 26;

/**
 * Opens the journal at `path` for this process alone, creates it when missing, and puts a damaged one aside.
 * `nowMs` (epoch) names the file that a damaged journal is moved to. Never throws for the file's state.
 */
export function openJournalDatabase(path: string, nowMs: number, busyTimeoutMs = 2_000): JournalOpening {
  const first = tryToOpen(path, busyTimeoutMs);
  if (first.kind !== 'damaged') return first;

  const movedTo = `${path}.corrupt-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
  const exportedTo = `${movedTo}.rows.json`;
  try {
    renameSync(path, movedTo);
    if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${movedTo}-wal`);
  } catch (error) {
    return { kind: 'failed', message: `The damaged journal cannot be moved: ${codeOf(error)}.` };
  }
  const rows = exportReadableRows(movedTo, exportedTo);
  const second = tryToOpen(path, busyTimeoutMs);
  if (second.kind === 'damaged') return { kind: 'failed', message: 'A new journal is damaged at once.' };
  return second.kind === 'opened' ? { ...second, putAside: { movedTo, exportedTo, rows } } : second;
}

/** Reads the settings that durability and exclusiveness rest on from the open connection. */
export function readJournalPragmas(database: DatabaseSync): JournalPragmas {
  const read = (name: string) => readPragma(database, name);
  return {
    locking_mode: read('locking_mode'),
    journal_mode: read('journal_mode'),
    synchronous: read('synchronous'),
    fullfsync: read('fullfsync'),
    checkpoint_fullfsync: read('checkpoint_fullfsync'),
    trusted_schema: read('trusted_schema'),
    cell_size_check: read('cell_size_check'),
    journal_size_limit: read('journal_size_limit'),
    foreign_keys: read('foreign_keys'),
  };
}

function tryToOpen(path: string, timeout: number): JournalOpening | { readonly kind: 'damaged' } {
  let database: DatabaseSync | null = null;
  const giveUp = <T>(answer: T): T => {
    database?.close();
    return answer;
  };
  try {
    createOwnerOnly(path);
    database = new DatabaseSync(path, { timeout, enableForeignKeyConstraints: true, defensive: true });
    const refusal = setUp(database);
    if (refusal !== null) return giveUp({ kind: 'failed', message: refusal });

    const version = Number(readPragma(database, 'user_version'));
    if (version > journalVersion) return giveUp({ kind: 'newer_version', version });
    if (readPragma(database, 'integrity_check') !== 'ok') return giveUp({ kind: 'damaged' });
    if (version === 0) {
      if (countTables(database) > 0) return giveUp({ kind: 'damaged' });
      database.exec(`BEGIN IMMEDIATE; ${journalSchema} PRAGMA user_version = ${journalVersion}; COMMIT`);
    } else if (countTables(database) !== 4) return giveUp({ kind: 'damaged' });
    return { kind: 'opened', database, putAside: null };
  } catch (error) {
    const errcode = sqliteCodeOf(error);
    if (errcode === sqliteBusy) return giveUp({ kind: 'already_running' });
    if (errcode === sqliteCorrupt || errcode === sqliteNotADatabase) return giveUp({ kind: 'damaged' });
    return giveUp({ kind: 'failed', message: `The journal cannot be opened: ${codeOf(error)}.` });
  }
}

/**
 * The order matters: the exclusive lock first, so that WAL needs no shared-memory file and a second process
 * is kept out; FULL because after a power loss a forgotten intent could mean that a copy is made twice.
 */
function setUp(database: DatabaseSync): string | null {
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const mode = readPragma(database, 'journal_mode = WAL');
  if (mode !== 'wal') return `The journal is in mode ${String(mode)} instead of wal.`;
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1');
  database.exec('PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1');
  database.exec('PRAGMA journal_size_limit = 16777216');
  const synchronous = readPragma(database, 'synchronous');
  if (synchronous !== 2) return `The journal is at synchronous ${String(synchronous)} instead of 2.`;
  return null;
}

/** SQLite gives the -wal file the mode of the main file, so that the mode must be right from the start. */
function createOwnerOnly(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

function readPragma(database: DatabaseSync, pragma: string): unknown {
  const row = database.prepare(`PRAGMA ${pragma}`).get();
  return row === undefined ? undefined : Object.values(row)[0];
}

function countTables(database: DatabaseSync): number {
  const row = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'").get();
  return Number(row?.n);
}

/** SQLite's primary result code of an error thrown by `node:sqlite`, or null for any other error. */
export function sqliteCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

function codeOf(error: unknown): string {
  const errcode = sqliteCodeOf(error);
  if (errcode !== null) return `SQLite ${errcode}`;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause';
}
