import type { JobId, JobProgress, JobSnapshot, PauseReason } from '../../shared/job.ts';
import type { Operation } from '../../shared/operation.ts';
import type { OpenProfiles, ProfileId } from '../../shared/profile.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { ListReader, LocalApiClient } from '../local-api/outcome.ts';
import { inRequestContext } from '../local-api/request-context.ts';
import type { CrashPoint } from './crash-point.ts';
import { isSameAccount } from './identity.ts';
import type { JobLog } from './job-log.ts';
import type { JobChange, JobRecord, Journal, PlannedItem } from './journal.ts';
import { createLiveJob, type LiveJob, toSnapshot, toStoredSnapshot } from './live-job.ts';
import { type JobTiming, type OperationDefinition, publishedTiming } from './operation.ts';
import { createPacer } from './pacer.ts';
import { createProgressFeed } from './progress.ts';
import { readProfile } from './read-profile.ts';
import { createJobRun, type RunEnding } from './run-job.ts';
import type { Verdict } from './settle.ts';

export interface JobRunnerOptions {
  readonly journal: Journal;
  readonly client: LocalApiClient & ListReader;
  /** Union of both opened lists, read anew at every call. */
  readonly readOpen: () => Promise<Result<OpenProfiles>>;
  readonly clock: Clock;
  /** Requests of a job under way at the same time, 1 to 3; asked before each. */
  readonly getWritesInFlight: () => number;
  readonly onProgress: (progress: JobProgress) => void;
  readonly log: JobLog;
  /** Other waits than the published ones; for tests. */
  readonly timing?: JobTiming;
  /** Told when a named point is passed; tests end the process there. */
  readonly passPoint?: (point: CrashPoint) => void;
  /** Copies the journal beside itself when a job has ended. Failing is no reason to stop anything. */
  readonly backUp?: () => Promise<void>;
}

/** Holds the unfinished jobs, runs one of them at a time, and carries what becomes of them into the journal. */
export interface JobRunner {
  /** An unfinished job, or undefined. */
  find(id: JobId): LiveJob | undefined;
  listLive(): readonly LiveJob[];
  /** Of any job, finished ones included; null when there is none. */
  findSnapshot(id: JobId): JobSnapshot | null;
  /** Stores a planned job and puts it at the end of the line. */
  add(record: JobRecord, items: readonly PlannedItem[]): Result<null>;
  /** Puts a paused job at the end of the line again. */
  enqueue(job: LiveJob): Result<null>;
  /** Pauses a job that is not running. */
  rest(job: LiveJob, reason: PauseReason): void;
  /** Takes a finished job up again, because some of its items are queued again. */
  reopen(record: JobRecord): Result<null>;
  /** Tells the window that a job changed in the journal, and counts anew. */
  refresh(id: JobId): Result<null>;
  /** Starts nothing more until `wake`; what is in flight is awaited. */
  suspend(): void;
  wake(): void;
  /** Ends the run under way of a job once what is in flight is settled. `state` is shown until then. */
  wind(job: LiveJob, state: 'pausing' | 'stopping'): void;
  /** Cancels what is left of a job that is not running and puts it into history. */
  finish(job: LiveJob): Result<null>;
  isClosing(): boolean;
  shutdown(mode: 'safely' | 'now'): Promise<void>;
}

const probeEveryMs = 3_000;
/** These end by themselves; until then the next job in the line would only meet the same. */
const passingReasons: ReadonlySet<PauseReason | null> = new Set<PauseReason>([
  'unreachable',
  'signed_out',
  'suspended',
]);

/** Whether a job paused for this reason goes on by itself when the reason has passed. */
export function isPassing(reason: PauseReason | null): boolean {
  return passingReasons.has(reason);
}

/** Makes the runner and takes over the jobs of an earlier run of the app, all of them paused. */
export function createJobRunner(
  options: JobRunnerOptions,
  define: (operation: Operation) => OperationDefinition,
): JobRunner {
  const { journal, client, clock, log } = options;
  const readFresh = (id: ProfileId) => readProfile(client, id);
  const pacer = createPacer(clock);
  const closing = new AbortController();
  const jobs = new Map<JobId, LiveJob>();
  let line: LiveJob[] = [];
  let running: Promise<void> | null = null;
  let isClosed = false;
  let isAsleep = false;
  const feed = createProgressFeed(clock, findSnapshot, options.onProgress, closing.signal);

  takeOver();

  function takeOver(): void {
    for (const record of journal.listUnfinishedJobs()) {
      journal.beginEpoch(record.id, clock.now());
      const job = createLiveJob(record, journal.countItems(record.id));
      jobs.set(job.id, job);
      const isAtRest = record.state === 'paused' && !isPassing(record.pauseReason);
      change(job, isAtRest ? {} : { state: 'paused', pauseReason: 'interrupted', apiCode: null });
    }
  }

  /** Changes a job in the journal and in memory. What the journal misses, the next start of the app repairs. */
  function change(job: LiveJob, changes: JobChange): Result<null> {
    job.record = { ...job.record, ...changes };
    job.state = job.record.state;
    const written = journal.changeJob(job.id, changes);
    if (!written.ok) log({ event: 'journal_failed', jobId: job.id, detail: written.error.detail ?? '' });
    feed.note(job.id, []);
    return written;
  }

  function findSnapshot(id: JobId): JobSnapshot | null {
    const job = jobs.get(id);
    if (job !== undefined) return toSnapshot(job, pacer.isSlowedDown());
    const record = journal.readJob(id);
    if (record === null) return null;
    const tally = journal.tally(id);
    const canUndo =
      record.state === 'finished' &&
      tally.counts.done > 0 &&
      define(record.operation).undo !== undefined &&
      !journal.isUndone(id);
    return toStoredSnapshot(record, tally, canUndo);
  }

  function add(record: JobRecord, items: readonly PlannedItem[]): Result<null> {
    const added = journal.addJob(record, items);
    if (!added.ok) return added;
    const job = createLiveJob(record, journal.countItems(record.id));
    jobs.set(job.id, job);
    log({ event: 'job_planned', jobId: job.id, count: record.total });
    line.push(job);
    feed.note(job.id, []);
    runNext();
    return added;
  }

  function enqueue(job: LiveJob): Result<null> {
    const changed = change(job, { state: 'queued', pauseReason: null, apiCode: null });
    if (!changed.ok) {
      change(job, { state: 'paused', pauseReason: 'journal_failed' });
      return changed;
    }
    line.push(job);
    runNext();
    return changed;
  }

  function runNext(): void {
    const isHeld = [...jobs.values()].some(
      (job) => job.state === 'paused' && isPassing(job.record.pauseReason),
    );
    if (closing.signal.aborted || running !== null || isHeld || isAsleep) return;
    const job = line.shift();
    if (job === undefined) return;
    running = run(job).finally(() => {
      running = null;
      runNext();
    });
  }

  async function run(job: LiveJob): Promise<void> {
    const startedAt = job.record.startedAt ?? clock.now();
    const begun = change(job, { state: 'running', pauseReason: null, apiCode: null, startedAt });
    if (!begun.ok) return conclude(job, { kind: 'paused', reason: 'journal_failed', apiCode: null });
    log({ event: 'job_started', jobId: job.id });
    job.run = createJobRun(job, define(job.record.operation), {
      ...options,
      pacer,
      readProfile: readFresh,
      timing: options.timing ?? publishedTiming,
      passPoint: options.passPoint ?? (() => {}),
      getWritesInFlight: () => Math.min(3, Math.max(1, options.getWritesInFlight())),
      onChanged: (verdicts) => feed.note(job.id, toChanged(verdicts)),
    });
    let ending: RunEnding;
    try {
      ending = await job.run.work();
    } catch (error) {
      // A bug: the job must not look as if it ran on. Whoever catches the error logs it.
      job.run = null;
      conclude(job, { kind: 'paused', reason: 'interrupted', apiCode: null });
      throw error;
    }
    job.run = null;
    conclude(job, ending);
  }

  function conclude(job: LiveJob, ending: RunEnding): void {
    // Whoever ended everything at once may have closed the journal, too; the next start of the app concludes.
    if (isClosed) return;
    if (ending.kind !== 'paused') finish(job);
    else {
      const { reason, apiCode } = ending;
      change(job, { state: 'paused', pauseReason: reason, apiCode });
      log({ event: 'job_paused', jobId: job.id, outcome: reason, apiCode });
      if (isPassing(reason)) void goOnWhenPassed(job);
    }
  }

  function finish(job: LiveJob): Result<null> {
    const open = journal.loadOpenItems(job.id).filter((item) => item.state === 'queued');
    const cancelled = journal.cancelQueued(job.id, clock.now());
    job.counts = { ...journal.countItems(job.id).counts };
    // An item whose outcome could not be written is still in flight for the journal: not to be called finished.
    if (!cancelled.ok || job.counts.running > 0) {
      change(job, { state: 'paused', pauseReason: 'journal_failed', apiCode: null });
      return cancelled;
    }
    const ended = { state: 'finished', pauseReason: null, finishedAt: clock.now() } as const;
    const finished = change(job, ended);
    if (!finished.ok) {
      change(job, { state: 'paused', pauseReason: 'journal_failed', finishedAt: null });
      return finished;
    }
    feed.note(
      job.id,
      open.map(({ seq, profileId }) => [seq, { profileId, state: 'cancelled', reason: 'stopped' }]),
    );
    log({ event: 'job_finished', jobId: job.id, count: job.record.total });
    jobs.delete(job.id);
    const moved = journal.checkpoint();
    if (!moved.ok) log({ event: 'checkpoint_failed', jobId: job.id, detail: moved.error.detail ?? '' });
    void options.backUp?.();
    return finished;
  }

  /** Looks every few seconds whether the cause is gone; the run then checks whose profiles these are. */
  async function goOnWhenPassed(job: LiveJob): Promise<void> {
    const { pauseReason } = job.record;
    const isOver = () =>
      closing.signal.aborted || job.state !== 'paused' || job.record.pauseReason !== pauseReason;
    const sample = journal.readIdentitySample(job.id);
    for (;;) {
      await clock.sleep(probeEveryMs, closing.signal);
      if (isOver()) return;
      if (isAsleep) continue;
      const same = await inRequestContext({ jobId: job.id, isBackground: true }, () =>
        isSameAccount(sample, job.record.accountFingerprint, readFresh),
      );
      if (isOver()) return;
      if (same.ok || !isStillSo(same.error.code, same.error.apiCode)) {
        enqueue(job);
        return;
      }
    }
  }

  return {
    find: (id) => jobs.get(id),
    listLive: () => [...jobs.values()],
    findSnapshot,
    add,
    enqueue,
    reopen(record) {
      const job = createLiveJob(record, journal.countItems(record.id));
      jobs.set(job.id, job);
      const changed = change(job, { finishedAt: null });
      return changed.ok ? enqueue(job) : changed;
    },
    refresh(id) {
      const job = jobs.get(id);
      if (job !== undefined) {
        const tally = journal.countItems(id);
        job.counts = { ...tally.counts };
        job.notConfirmed = tally.notConfirmed;
        return change(job, {});
      }
      const written = journal.changeJob(id, {});
      feed.note(id, []);
      return written;
    },
    suspend() {
      isAsleep = true;
      for (const { run: work } of jobs.values())
        work?.end({ kind: 'paused', reason: 'suspended', apiCode: null });
    },
    wake() {
      isAsleep = false;
      runNext();
    },
    rest(job, reason) {
      line = line.filter((other) => other !== job);
      change(job, { state: 'paused', pauseReason: reason, apiCode: null });
      runNext();
    },
    wind(job, state) {
      job.state = state;
      job.run?.end(
        state === 'stopping' ? { kind: 'stopped' } : { kind: 'paused', reason: 'user', apiCode: null },
      );
      feed.note(job.id, []);
    },
    finish(job) {
      line = line.filter((other) => other !== job);
      const begun = journal.beginEpoch(job.id, clock.now());
      const finished = begun.ok ? finish(job) : begun;
      runNext();
      return finished;
    },
    isClosing: () => closing.signal.aborted,
    async shutdown(mode) {
      closing.abort();
      for (const { run: work } of jobs.values()) {
        if (mode === 'now') work?.abandon();
        else work?.end({ kind: 'paused', reason: 'interrupted', apiCode: null });
      }
      if (mode === 'safely') await running;
      isClosed = true;
    },
  };
}

function* toChanged(verdicts: readonly Verdict[]) {
  for (const { item, change } of verdicts) {
    const { state, reason } = change;
    yield [change.seq, { profileId: item.profileId, state, reason }] as const;
  }
}

/** Whether a failed probe says that the job would only be paused again for the same cause. */
function isStillSo(code: string, apiCode: number | undefined): boolean {
  return code === 'api_unreachable' || code === 'api_timeout' || apiCode === 1002;
}
