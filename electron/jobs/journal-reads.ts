import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  type ItemReason,
  type ItemState,
  itemDecisions,
  itemReasons,
  type JobFilter,
  type JobId,
  type JobItem,
  type JobItemsPage,
  type JobItemsQuery,
  jobId,
  pauseReasons,
} from '../../shared/job.ts';
import { operation } from '../../shared/operation.ts';
import { type ProfileId, profileId } from '../../shared/profile.ts';
import { type ProxyTarget, proxyTarget } from '../../shared/proxy-target.ts';
import { pickSample } from './identity.ts';
import type { JobRecord, JobTally } from './journal.ts';
import type { OwnProxies, PlannedProfile } from './operation.ts';
import { parseStored } from './operations/group-preimage.ts';

/** An unfinished item, as the engine takes it into memory. */
export interface LoadedItem extends PlannedProfile {
  readonly state: ItemState;
  readonly reason: ItemReason | null;
  readonly attempts: number;
}

/** An item with everything that was planned for it. */
export interface NamedItem extends LoadedItem {
  readonly profileName: string;
  readonly groupName: string;
}

/**
 * Questions to the journal. They read committed state and do not fail for expected causes. A row that cannot be read,
 * because the file was changed by others or a bit of it fell over, is left out and costs no other.
 */
export interface JournalReads {
  readJob(id: JobId): JobRecord | null;
  /** Newest first. */
  listJobs(limit: number): readonly JobRecord[];
  /** Jobs that match, newest first, with the number of all that do. */
  findJobs(filter: JobFilter, offset: number, limit: number): FoundJobs;
  /** Whether another job undoes this one. */
  isUndone(id: JobId): boolean;
  /** The proxy that each profile got last from a job, where that is known. */
  readOwnProxies(): OwnProxies;
  /** All items in the order of the plan with their planned values. */
  iteratePlanned(id: JobId): Iterable<NamedItem>;
  /** All jobs that are not finished, oldest first. */
  listUnfinishedJobs(): readonly JobRecord[];
  /** Ids of the jobs that are not finished and cannot be read: nothing of them is ever sent. */
  listUnreadableJobs(): readonly string[];
  /** Items by state, counted now or, for a job at rest, when it came to rest. */
  tally(id: JobId): JobTally;
  /** Items by state, counted now. */
  countItems(id: JobId): JobTally;
  /** In the order of the plan. */
  listItems(query: JobItemsQuery): JobItemsPage;
  /** All items of a job in the order of the plan, one at a time, for export. */
  iterateItems(id: JobId): Iterable<JobItem>;
  /** The items on which something remains to be done: queued and uncertain ones, in the order of the plan. */
  loadOpenItems(id: JobId): readonly LoadedItem[];
  /** Planned values of at most five items with an identity, spread evenly over the job; always the same ones. */
  readIdentitySample(id: JobId): readonly PlannedProfile[];
  /** Epoch milliseconds until which a request with an unknown outcome may still act; null when there is none. */
  readLatestDeadline(id: JobId): { readonly intentMs: number; readonly deadlineMs: number } | null;
}

interface FoundJobs {
  readonly jobs: readonly JobRecord[];
  readonly total: number;
}

const states = ['queued', 'running', 'done', 'failed', 'skipped', 'cancelled', 'uncertain'] as const;
const count = z.int().min(0);
const tallySchema = z.object({
  counts: z.object({
    queued: count,
    running: count,
    done: count,
    failed: count,
    skipped: count,
    cancelled: count,
    uncertain: count,
  }),
  notConfirmed: count,
});
const nullableInt = z.int().nullable();

/** A column that holds JSON. */
function jsonColumn<T>(schema: z.ZodType<T>) {
  return z.string().transform((text, context) => {
    const value = parseStored(schema, text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'unreadable' });
    return z.NEVER;
  });
}

const jobRow = z.object({
  id: jobId,
  operation: jsonColumn(operation),
  semantics: z.enum(['idempotent', 'guarded', 'once']),
  closeOpened: z.int().transform((flag) => flag === 1),
  accountFingerprint: z.string(),
  retryOf: jobId.nullable(),
  undoOf: jobId.nullable(),
  state: z.enum(['queued', 'running', 'paused', 'finished']),
  pauseReason: z.enum(pauseReasons).nullable(),
  apiCode: nullableInt,
  epoch: z.int(),
  total: z.int(),
  createdAt: z.int(),
  startedAt: nullableInt,
  finishedAt: nullableInt,
  appVersion: z.string(),
});
const itemState = z.enum(states);
const itemReason = z.enum(itemReasons).nullable();
const itemRow = z.object({
  seq: z.int(),
  profileId,
  profileName: z.string(),
  groupName: z.string(),
  state: itemState,
  reason: itemReason,
  apiCode: nullableInt,
  plannedName: z.string().nullable(),
  resultId: profileId.nullable(),
  decision: z.enum(itemDecisions).nullable(),
  attempts: z.int(),
  updatedAt: z.int(),
});
const plannedRow = z.object({
  seq: z.int(),
  profileId,
  identity: z.string().nullable(),
  lastOpenSeconds: nullableInt,
  preimage: z.string().nullable(),
  marker: z.string().nullable(),
  target: z.string().nullable(),
});
const loadedRow = plannedRow.extend({ state: itemState, reason: itemReason, attempts: z.int() });
const proxyRow = z.object({
  profileId,
  identity: z.string(),
  proxy: jsonColumn(proxyTarget),
});
const namedRow = loadedRow.extend({ profileName: z.string(), groupName: z.string() });

const jobColumns = `id, operation, semantics, close_opened AS closeOpened, account_fp AS accountFingerprint,
  retry_of AS retryOf, undo_of AS undoOf, state, pause_reason AS pauseReason, api_code AS apiCode, epoch, total,
  created_ms AS createdAt, started_ms AS startedAt, finished_ms AS finishedAt, app_version AS appVersion`;
const itemColumns = `seq, profile_id AS profileId, profile_name AS profileName, group_name AS groupName, state,
  reason, api_code AS apiCode, marker AS plannedName, result_id AS resultId, decision, attempts,
  updated_ms AS updatedAt`;
const plannedColumns = `seq, profile_id AS profileId, identity, last_open_s AS lastOpenSeconds, preimage, marker, target`;
/** The filter is a JSON array, so that one prepared statement serves every filter; null means all. */
const filter = 'job_id = ? AND (? IS NULL OR state IN (SELECT value FROM json_each(?)))';

/** A member of a JSON column, null where the column holds none: SQLite itself fails on text that is no JSON. */
const member = (column: string, path: string) =>
  `CASE WHEN json_valid(${column}) THEN json_extract(${column}, '${path}') END`;

/** Conditions of a search; each parameter is null where it does not matter. */
const found = `
  (:kinds IS NULL OR ${member('operation', '$.kind')} IN (SELECT value FROM json_each(:kinds)))
  AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
  AND (:from IS NULL OR created_ms >= :from) AND (:to IS NULL OR created_ms <= :to)
  AND (:having IS NULL OR EXISTS (SELECT 1 FROM item WHERE job_id = job.id
    AND item.state IN (SELECT value FROM json_each(:having))))
  AND (:text IS NULL OR EXISTS (SELECT 1 FROM item WHERE job_id = job.id
    AND (instr(fold(profile_name), :text) OR instr(fold(group_name), :text)
      OR instr(fold(coalesce(marker, '')), :text) OR profile_id = :number)))`;

/** The rows that fit. */
function parseRows<T>(schema: z.ZodType<T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

function fold(text: unknown): string {
  return String(text).toLowerCase();
}

/** Makes the reading side of the journal. Rows are parsed, because the file may have been changed by others. */
export function createJournalReads(database: DatabaseSync): JournalReads {
  // SQLite itself folds ASCII letters only.
  database.function('fold', { deterministic: true }, fold);
  const selectJob = database.prepare(`SELECT ${jobColumns} FROM job WHERE id = ?`);
  const selectJobs = database.prepare(
    `SELECT ${jobColumns} FROM job ORDER BY created_ms DESC, rowid DESC LIMIT ?`,
  );
  const selectUnfinished = database.prepare(
    `SELECT ${jobColumns} FROM job WHERE state <> 'finished' ORDER BY created_ms, rowid`,
  );
  const selectTally = database.prepare('SELECT counts FROM job WHERE id = ?');
  const selectCounts = database.prepare(
    'SELECT state, count(*) AS n FROM item WHERE job_id = ? GROUP BY state',
  );
  const selectNotConfirmed = database.prepare(
    "SELECT count(*) AS n FROM item WHERE job_id = ? AND state = 'failed' AND reason = 'not_confirmed'",
  );
  const selectPage = database.prepare(
    `SELECT ${itemColumns} FROM item WHERE ${filter} ORDER BY seq LIMIT ? OFFSET ?`,
  );
  const selectMatches = database.prepare(`SELECT count(*) AS n FROM item WHERE ${filter}`);
  const selectOpen = database.prepare(
    `SELECT ${plannedColumns}, state, reason, attempts FROM item
     WHERE job_id = ? AND state IN ('queued', 'uncertain') ORDER BY seq`,
  );
  const selectIdentified = database.prepare(
    'SELECT seq FROM item WHERE job_id = ? AND identity IS NOT NULL ORDER BY seq',
  );
  const selectPlanned = database.prepare(
    `SELECT ${plannedColumns} FROM item
     WHERE job_id = ? AND seq IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  );
  const selectDeadline = database.prepare(
    `SELECT intent_ms AS intentMs, deadline_ms AS deadlineMs FROM attempt
     WHERE job_id = ? AND outcome = 'unknown' ORDER BY deadline_ms DESC LIMIT 1`,
  );

  const selectFound = database.prepare(
    `SELECT ${jobColumns} FROM job WHERE ${found} ORDER BY created_ms DESC, rowid DESC LIMIT :limit OFFSET :offset`,
  );
  const selectFoundCount = database.prepare(`SELECT count(*) AS n FROM job WHERE ${found}`);
  const selectProxies = database.prepare(
    `SELECT item.profile_id AS profileId, item.identity AS identity,
       coalesce(${member('item.target', '$.to')}, ${member('job.operation', '$.proxy')}) AS proxy
     FROM job JOIN item ON item.job_id = job.id
     WHERE ${member('job.operation', '$.kind')} IN ('set_proxy', 'restore_proxy')
       AND item.state = 'done' AND item.identity IS NOT NULL
     ORDER BY item.updated_ms`,
  );
  const selectUndoing = database.prepare('SELECT 1 AS n FROM job WHERE undo_of = ? LIMIT 1');
  const selectAllPlanned = database.prepare(
    `SELECT ${plannedColumns}, state, reason, attempts, profile_name AS profileName, group_name AS groupName
     FROM item WHERE job_id = ? AND seq >= ? ORDER BY seq LIMIT ?`,
  );

  const numberOf = (row: Record<string, unknown> | undefined) => Number(row?.n);

  function countItems(id: JobId): JobTally {
    const counts = { queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, uncertain: 0 };
    for (const row of selectCounts.all(id)) counts[itemState.parse(row.state)] = numberOf(row);
    return { counts, notConfirmed: numberOf(selectNotConfirmed.get(id)) };
  }

  function listItems({ jobId: id, states: wanted, offset, limit }: JobItemsQuery): JobItemsPage {
    const list = wanted === null ? null : JSON.stringify(wanted);
    return {
      items: parseRows(itemRow, selectPage.all(id, list, list, limit, offset)),
      total: numberOf(selectMatches.get(id, list, list)),
    };
  }

  return {
    readJob(id) {
      const row = selectJob.get(id);
      return row === undefined ? null : (jobRow.safeParse(row).data ?? null);
    },
    listJobs: (limit) => parseRows(jobRow, selectJobs.all(limit)),
    listUnfinishedJobs: () => parseRows(jobRow, selectUnfinished.all()),
    listUnreadableJobs: () =>
      selectUnfinished
        .all()
        .filter((row) => !jobRow.safeParse(row).success)
        .map((row) => String(row.id)),
    tally(id) {
      const stored = selectTally.get(id)?.counts;
      return parseStored(tallySchema, typeof stored === 'string' ? stored : null) ?? countItems(id);
    },
    countItems,
    listItems,
    findJobs({ text, kinds, states: wanted, having, from, to }, offset, limit) {
      const needle = text.trim();
      const list = (values: readonly string[] | null) => (values === null ? null : JSON.stringify(values));
      const values = {
        kinds: list(kinds),
        states: list(wanted),
        having: list(having),
        from,
        to,
        text: needle === '' ? null : fold(needle),
        number: /^\d{1,15}$/.test(needle) ? Number(needle) : null,
      };
      return {
        jobs: parseRows(jobRow, selectFound.all({ ...values, offset, limit })),
        total: numberOf(selectFoundCount.get(values)),
      };
    },
    readOwnProxies() {
      const proxies = new Map<ProfileId, { readonly identity: string; readonly proxy: ProxyTarget }>();
      for (const row of selectProxies.iterate()) {
        const parsed = proxyRow.safeParse(row);
        if (!parsed.success) continue;
        const { profileId: id, identity, proxy } = parsed.data;
        proxies.set(id, { identity, proxy });
      }
      return proxies;
    },
    isUndone: (id) => selectUndoing.get(id) !== undefined,
    *iteratePlanned(id) {
      const limit = 2_000;
      for (let from = 0; ; ) {
        const rows = selectAllPlanned.all(id, from, limit);
        yield* parseRows(namedRow, rows);
        if (rows.length < limit) return;
        from = Number(rows.at(-1)?.seq) + 1;
      }
    },
    *iterateItems(id) {
      const limit = 2_000;
      for (let offset = 0; ; offset += limit) {
        const { items, total } = listItems({ jobId: id, states: null, offset, limit });
        yield* items;
        if (offset + limit >= total) return;
      }
    },
    loadOpenItems: (id) => parseRows(loadedRow, selectOpen.all(id)),
    readIdentitySample(id) {
      const seqs = selectIdentified.all(id).map((row) => Number(row.seq));
      return parseRows(plannedRow, selectPlanned.all(id, JSON.stringify(pickSample(seqs))));
    },
    readLatestDeadline(id) {
      const row = selectDeadline.get(id);
      return row === undefined
        ? null
        : { intentMs: Number(row.intentMs), deadlineMs: Number(row.deadlineMs) };
    },
  };
}
