import { backup, type DatabaseSync } from 'node:sqlite';
import type { ItemDecision, ItemReason, ItemState, JobCounts, JobId, PauseReason } from '../../shared/job.ts';
import type { Operation } from '../../shared/operation.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ApiOutcome } from '../local-api/outcome.ts';
import type { CrashPoint } from './crash-point.ts';
import { sqliteCodeOf } from './journal-database.ts';
import { createJournalReads, type JournalReads } from './journal-reads.ts';
import type { PlannedProfile, Semantics } from './operation.ts';

/** A job's own row, without its items. Times are epoch milliseconds. */
export interface JobRecord {
  readonly id: JobId;
  readonly operation: Operation;
  readonly semantics: Semantics;
  readonly closeOpened: boolean;
  /** Fingerprint of the account, see `identity.ts`. */
  readonly accountFingerprint: string;
  readonly retryOf: JobId | null;
  readonly undoOf: JobId | null;
  readonly state: 'queued' | 'running' | 'paused' | 'finished';
  readonly pauseReason: PauseReason | null;
  readonly apiCode: number | null;
  readonly epoch: number;
  readonly total: number;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly appVersion: string;
}

/** An item as it is planned: its state may already be final, for example when the profile is not known. */
export interface PlannedItem extends PlannedProfile {
  readonly profileName: string;
  readonly groupName: string;
  readonly state: ItemState;
  readonly reason: ItemReason | null;
}

/** The new state of one item. */
export interface ItemChange {
  readonly seq: number;
  readonly state: ItemState;
  readonly reason: ItemReason | null;
  readonly apiCode: number | null;
  /** Requests sent for it so far. */
  readonly attempts: number;
  /** The profile that came into being; what is stored stays when it is left out. */
  readonly resultId?: ProfileId;
}

/** The parts of a job's row that change while it lives. */
export type JobChange = Partial<
  Pick<JobRecord, 'state' | 'pauseReason' | 'apiCode' | 'epoch' | 'startedAt' | 'finishedAt'>
>;

/** Counts of a job with the number of failed items that were not confirmed. */
export interface JobTally {
  readonly counts: JobCounts;
  readonly notConfirmed: number;
}

/**
 * The durable memory of all jobs. Every write is one transaction and is on the disk when it returns. Writes
 * fail with `file_failed` when the disk is full or broken; then nothing of them happened.
 */
export interface Journal extends JournalReads {
  /** Stores a job with all its items. */
  addJob(job: JobRecord, items: readonly PlannedItem[]): Result<null>;
  changeJob(id: JobId, change: JobChange): Result<null>;
  /**
   * Before a request: marks its items as running and notes the intent. `deadlineMs` is the epoch time until
   * which the request may still act. `lastOpen` renews what the guard against later use compares with.
   */
  recordIntent(
    id: JobId,
    seqs: readonly number[],
    at: number,
    deadlineMs: number,
    lastOpen?: ReadonlyMap<number, number | null>,
  ): Result<{ readonly attemptId: number }>;
  /**
   * After a request: its outcome and what became of its items. An answer to a request of an earlier epoch is
   * stored and its `changes` are not applied; the value tells whether they were.
   */
  recordOutcome(
    attemptId: number,
    outcome: ApiOutcome<unknown>,
    changes: readonly ItemChange[],
    at: number,
  ): Result<{ readonly isApplied: boolean }>;
  /** Changes items without a request, for example those that are skipped. */
  changeItems(id: JobId, changes: readonly ItemChange[], at: number): Result<null>;
  /**
   * Stores what the user decided about uncertain items: done, or queued again. Fails with `invalid_input`, and
   * changes nothing, when one of them is not uncertain.
   */
  decideItems(id: JobId, seqs: readonly number[], decision: ItemDecision, at: number): Result<null>;
  /** Cancels every queued item of a job with reason `stopped`. */
  cancelQueued(id: JobId, at: number): Result<null>;
  /**
   * Raises the epoch of a job, and makes of every request without an outcome one with an unknown outcome and
   * of its items uncertain ones. Doing it twice changes nothing more.
   */
  beginEpoch(id: JobId, at: number): Result<null>;
  /** Deletes finished jobs that were created before `beforeMs`. */
  prune(beforeMs: number): Result<null>;
  /** Moves everything from the write-ahead file into the main file. Where that fails, nothing is lost. */
  checkpoint(): Result<null>;
  /** Copies the whole journal, as it is at one moment, into the file at `path`, which it creates or replaces. */
  backUpTo(path: string): Promise<void>;
  /** Checkpoints if it can, and closes. Calling anything afterwards is a bug. */
  close(): void;
}

/** Result codes of SQLite for a disk that is full, broken, read-only, or a file that cannot be reached. */
const diskFailures: ReadonlySet<number | null> = new Set([8, 10, 11, 13, 14, 26]);

/**
 * Makes the journal on an open database, whose only user it must be. `passPoint` is told when a named point is
 * passed; tests end the process there.
 */
export function createJournal(
  database: DatabaseSync,
  passPoint: (point: CrashPoint) => void = () => {},
): Journal {
  const insertJob = database.prepare(
    `INSERT INTO job(id, operation, semantics, close_opened, account_fp, retry_of, undo_of, state, pause_reason,
       api_code, epoch, total, created_ms, started_ms, finished_ms, app_version)
     VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertItem = database.prepare(
    `INSERT INTO item(job_id, seq, profile_id, profile_name, group_name, identity, last_open_s, preimage, marker,
       target, state, reason, updated_ms)
     VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateItem = database.prepare(
    `UPDATE item SET state = ?, reason = ?, api_code = ?, attempts = ?, updated_ms = ?,
       result_id = coalesce(?, result_id) WHERE job_id = ? AND seq = ?`,
  );
  const startItem = database.prepare(
    "UPDATE item SET state = 'running', reason = NULL, updated_ms = ? WHERE job_id = ? AND seq = ?",
  );
  const renewLastOpen = database.prepare('UPDATE item SET last_open_s = ? WHERE job_id = ? AND seq = ?');
  const insertAttempt = database.prepare(
    `INSERT INTO attempt(job_id, epoch, intent_ms, deadline_ms)
     SELECT id, epoch, ?, ? FROM job WHERE id = ? RETURNING id`,
  );
  const insertAttemptItem = database.prepare('INSERT INTO attempt_item(attempt_id, seq) VALUES(?, ?)');
  const updateAttempt = database.prepare(
    `UPDATE attempt SET outcome = ?, end_ms = ?, api_code = ?, cause = ? WHERE id = ?
     RETURNING job_id AS jobId, epoch = (SELECT epoch FROM job WHERE id = attempt.job_id) AS isCurrent`,
  );
  const updateJob = database.prepare(
    `UPDATE job SET state = ?, pause_reason = ?, api_code = ?, epoch = ?, started_ms = ?, finished_ms = ?,
       counts = ? WHERE id = ?`,
  );
  const decideItem = database.prepare(
    `UPDATE item SET decision = ?, state = ?, reason = NULL, api_code = NULL, updated_ms = ?
     WHERE job_id = ? AND seq = ? AND state = 'uncertain'`,
  );
  const cancelItems = database.prepare(
    `UPDATE item SET state = 'cancelled', reason = 'stopped', updated_ms = ?
     WHERE job_id = ? AND state = 'queued'`,
  );
  const loseRunningItems = database.prepare(
    `UPDATE item SET state = 'uncertain', reason = 'connection_lost', attempts = attempts + 1, updated_ms = ?
     WHERE job_id = ? AND state = 'running'`,
  );
  const loseOpenAttempts = database.prepare(
    "UPDATE attempt SET outcome = 'unknown', end_ms = ?, cause = 'interrupted' WHERE job_id = ? AND outcome IS NULL",
  );
  const raiseEpoch = database.prepare('UPDATE job SET epoch = epoch + 1 WHERE id = ?');
  const pruneJobs = database.prepare("DELETE FROM job WHERE state = 'finished' AND created_ms < ?");
  const reads = createJournalReads(database);

  /** Runs `work` in one transaction; whatever goes wrong, nothing of it stays. */
  function write<T>(work: () => T): Result<T> {
    try {
      database.exec('BEGIN IMMEDIATE');
      const value = work();
      if (database.isTransaction) database.exec('COMMIT');
      return succeed(value);
    } catch (error) {
      // SQLite rolls back by itself for some errors, a full disk among them.
      if (database.isTransaction) database.exec('ROLLBACK');
      return toDiskFailure(error);
    }
  }

  function checkpoint(): Result<null> {
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return succeed(null);
    } catch (error) {
      // On a full disk there may be room for the journal's lines and none for moving them.
      return toDiskFailure(error);
    }
  }

  function applyChanges(id: string, changes: readonly ItemChange[], at: number): void {
    for (const { state, reason, apiCode, attempts, resultId, seq } of changes)
      updateItem.run(state, reason, apiCode, attempts, at, resultId ?? null, id, seq);
  }

  return {
    ...reads,
    addJob: (job, items) =>
      write(() => {
        insertJob.run(
          job.id,
          JSON.stringify(job.operation),
          job.semantics,
          job.closeOpened ? 1 : 0,
          job.accountFingerprint,
          job.retryOf,
          job.undoOf,
          job.state,
          job.pauseReason,
          job.apiCode,
          job.epoch,
          job.total,
          job.createdAt,
          job.startedAt,
          job.finishedAt,
          job.appVersion,
        );
        for (const item of items) {
          insertItem.run(
            job.id,
            item.seq,
            item.profileId,
            item.profileName,
            item.groupName,
            item.identity,
            item.lastOpenSeconds,
            item.preimage,
            item.marker,
            item.target,
            item.state,
            item.reason,
            job.createdAt,
          );
        }
        return null;
      }),
    changeJob: (id, change) =>
      write(() => {
        const before = reads.readJob(id);
        if (before === null) throw new Error('A job that is not in the journal cannot change.');
        const job = { ...before, ...change };
        const counts = job.state === 'running' ? null : JSON.stringify(reads.countItems(id));
        const { state, pauseReason, apiCode, epoch, startedAt, finishedAt } = job;
        updateJob.run(state, pauseReason, apiCode, epoch, startedAt, finishedAt, counts, id);
        return null;
      }),
    recordIntent: (id, seqs, at, deadlineMs, lastOpen) =>
      write(() => {
        const attemptId = Number(insertAttempt.get(at, deadlineMs, id)?.id);
        for (const seq of seqs) {
          insertAttemptItem.run(attemptId, seq);
          startItem.run(at, id, seq);
        }
        for (const [seq, seconds] of lastOpen ?? []) renewLastOpen.run(seconds, id, seq);
        passPoint('inside_intent_tx');
        return { attemptId };
      }),
    recordOutcome: (attemptId, outcome, changes, at) =>
      write(() => {
        const apiCode = outcome.kind === 'refused' ? outcome.apiCode : null;
        const cause = 'reason' in outcome ? outcome.reason : null;
        const attempt = updateAttempt.get(outcome.kind, at, apiCode, cause, attemptId);
        const isApplied = attempt?.isCurrent === 1;
        if (isApplied) applyChanges(String(attempt.jobId), changes, at);
        passPoint('inside_outcome_tx');
        return { isApplied };
      }),
    changeItems: (id, changes, at) =>
      write(() => {
        applyChanges(id, changes, at);
        return null;
      }),
    decideItems(id, seqs, decision, at) {
      const state = decision === 'was_done' ? 'done' : 'queued';
      let isMissed = false;
      const written = write(() => {
        for (const seq of new Set(seqs)) {
          isMissed ||= Number(decideItem.run(decision, state, at, id, seq).changes) !== 1;
        }
        if (isMissed) database.exec('ROLLBACK');
        return null;
      });
      return isMissed
        ? fail('invalid_input', 'Only uncertain items can be decided about.', { detail: 'seqs' })
        : written;
    },
    cancelQueued: (id, at) =>
      write(() => {
        cancelItems.run(at, id);
        return null;
      }),
    beginEpoch: (id, at) =>
      write(() => {
        raiseEpoch.run(id);
        loseOpenAttempts.run(at, id);
        loseRunningItems.run(at, id);
        return null;
      }),
    prune: (beforeMs) =>
      write(() => {
        pruneJobs.run(beforeMs);
        return null;
      }),
    checkpoint,
    async backUpTo(path) {
      await backup(database, path);
    },
    close: () => {
      checkpoint();
      database.close();
    },
  };
}

/** Throws what is no failure of the disk again: it is a bug. */
function toDiskFailure(error: unknown): Result<never> {
  const errcode = sqliteCodeOf(error);
  if (!diskFailures.has(errcode) || errcode === null) throw error;
  return fail('file_failed', 'The journal could not be written.', { detail: `SQLite ${errcode}` });
}
