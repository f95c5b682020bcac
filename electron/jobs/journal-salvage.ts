import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** How many rows of each table could be read from a damaged journal. */
export interface SalvagedRows {
  readonly job: number;
  readonly item: number;
  readonly attempt: number;
}

/**
 * Writes every row that can still be read from the damaged journal at `path` to `exportPath` (JSON, for the
 * owner's eyes only) and returns the numbers. Reading a table ends at its first damaged page.
 */
export function exportReadableRows(path: string, exportPath: string): SalvagedRows {
  const tables = {
    job: readTable(path, 'job'),
    item: readTable(path, 'item'),
    attempt: readTable(path, 'attempt'),
  };
  writeFileSync(exportPath, JSON.stringify(tables), { mode: 0o600 });
  return { job: tables.job.length, item: tables.item.length, attempt: tables.attempt.length };
}

function readTable(path: string, table: 'job' | 'item' | 'attempt'): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { defensive: true });
    // The locking mode spares the shared-memory file; without it a WAL database beside which none can be
    // made does not open.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    for (const row of database.prepare(`SELECT * FROM ${table}`).iterate()) rows.push({ ...row });
  } catch {
    // The file is known to be damaged: the rows before the damage are what there is to save.
  } finally {
    database?.close();
  }
  return rows;
}
