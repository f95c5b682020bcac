import { randomUUID } from 'node:crypto';
import {
  type JobCheck,
  type JobCheckInput,
  type JobId,
  type JobItemsPage,
  type JobItemsQuery,
  type JobProgress,
  type JobSnapshot,
  type JobStartInput,
  jobId as jobIdSchema,
  type PauseReason,
  typedConfirmationFrom,
} from '../../shared/job.ts';
import type { OpenProfiles, ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { LocalApiClient } from '../local-api/outcome.ts';
import type { Clock } from './clock.ts';
import { isSameAccount } from './identity.ts';
import type { JobLog } from './job-log.ts';
import type { JobChange, JobRecord, Journal } from './journal.ts';
import { createLiveJob, type LiveJob, toSnapshot, toStoredSnapshot } from './live-job.ts';
import type { DefineOperation, ProfileLookup } from './operation.ts';
import { defineOperation as defineRegistered } from './operations/registry.ts';
import { createPacer } from './pacer.ts';
import { checkProfiles, confirmTypedCount, planItems } from './plan.ts';
import { createProgressFeed } from './progress.ts';
import { readProfile } from './read-profile.ts';
import { createJobRun, type RunEnding } from './run-job.ts';
import type { Verdict } from './settle.ts';

/** What the engine needs from its surroundings. */
export interface JobEngineOptions {
  readonly journal: Journal;
  readonly client: LocalApiClient;
  readonly profiles: ProfileLookup;
  /** Union of both opened lists, read anew at every call. */
  readonly readOpen: () => Promise<Result<OpenProfiles>>;
  readonly clock: Clock;
  /** Requests of a job under way at the same time, 1 to 3; asked before each. */
  readonly getWritesInFlight: () => number;
  readonly onProgress: (progress: JobProgress) => void;
  readonly log: JobLog;
  readonly appVersion: string;
  /** Other operations than the registered ones; for tests. */
  readonly defineOperation?: DefineOperation;
  /** 0 to 1, for the back-off; for tests. */
  readonly random?: () => number;
}

/**
 * Runs jobs one after the other. Commands that name a job fail with `not_found` or `wrong_state`, and with
 * `file_failed` when the journal cannot be written. Repeating a command changes nothing.
 */
export interface JobEngine {
  /** Sets apart what would be skipped now. Fails like reading the opened lists. */
  check(input: JobCheckInput): Promise<Result<JobCheck>>;
  /**
   * Plans a job and puts it in the line. Fails with `invalid_input` (`detail` is `typedCount`) when the typed
   * number is asked for and wrong.
   */
  start(input: JobStartInput): Promise<Result<{ readonly jobId: JobId }>>;
  pause(id: JobId): Result<JobSnapshot>;
  /** Puts a paused job in the line again; before it sends anything it checks whose profiles these are. */
  resume(id: JobId): Result<JobSnapshot>;
  /** Sends nothing more within 100 ms, awaits what is in flight, and cancels the rest. */
  stop(id: JobId): Result<JobSnapshot>;
  get(id: JobId): Result<JobSnapshot>;
  /** Newest first, at most 200. */
  list(): readonly JobSnapshot[];
  listItems(query: JobItemsQuery): Result<JobItemsPage>;
  /** The same operation for exactly these profiles of a finished job, none of which may be done. */
  retry(input: JobRetryInput): Promise<Result<{ readonly jobId: JobId }>>;
  /** Jobs that an end of the app interrupted: going on with them is the user's click. */
  listInterrupted(): readonly JobSnapshot[];
  /**
   * Ends all work for good. `safely` resolves when what is in flight is settled, at most after its deadline;
   * `now` at once, which is as safe as a crash. The journal may be closed afterwards.
   */
  shutdown(mode: 'safely' | 'now'): Promise<void>;
}

export interface JobRetryInput {
  readonly jobId: JobId;
  readonly profileIds: readonly ProfileId[];
  readonly closeOpened: boolean;
  readonly typedCount: number | null;
}

const listLimit = 200;
const historyMs = 90 * 86_400_000;
const probeEveryMs = 3_000;
/** These end by themselves; until then the next job in the line would only meet the same. */
const passingReasons: ReadonlySet<PauseReason | null> = new Set<PauseReason>(['unreachable', 'signed_out']);

/** Makes the engine and takes over the jobs of an earlier run of the app, all of them paused. */
export function createJobEngine(options: JobEngineOptions): JobEngine {
  const { journal, client, profiles, clock, log } = options;
  const define = options.defineOperation ?? defineRegistered;
  const readFresh = (id: ProfileId) => readProfile(client, id);
  const pacer = createPacer(clock);
  const closing = new AbortController();
  const jobs = new Map<JobId, LiveJob>();
  let line: LiveJob[] = [];
  let running: Promise<void> | null = null;
  let isClosed = false;
  const feed = createProgressFeed(clock, findSnapshot, options.onProgress, closing.signal);

  takeOver();

  function takeOver(): void {
    journal.prune(clock.now() - historyMs);
    for (const record of journal.listUnfinishedJobs()) {
      journal.beginEpoch(record.id, clock.now());
      const job = createLiveJob(record, journal.countItems(record.id));
      jobs.set(job.id, job);
      const isLeftAsIs = record.state === 'paused' && !passingReasons.has(record.pauseReason);
      change(job, isLeftAsIs ? {} : { state: 'paused', pauseReason: 'interrupted', apiCode: null });
    }
  }

  /** Changes a job in the journal and in memory. When the journal fails, the next start of the app repairs it. */
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
    return record === null ? null : toStoredSnapshot(record, journal.tally(id));
  }

  function get(id: JobId): Result<JobSnapshot> {
    const snapshot = findSnapshot(id);
    return snapshot === null ? failMissing() : succeed(snapshot);
  }

  function add(input: JobStartInput, retryOf: JobId | null): Result<{ readonly jobId: JobId }> {
    const definition = define(input.operation);
    const plan = planItems(definition, input.profileIds, profiles);
    const record: JobRecord = {
      id: jobIdSchema.parse(randomUUID()),
      operation: input.operation,
      semantics: definition.semantics,
      closeOpened: input.closeOpened,
      accountFingerprint: plan.accountFingerprint,
      retryOf,
      state: 'queued',
      pauseReason: null,
      apiCode: null,
      epoch: 0,
      total: plan.items.length,
      createdAt: clock.now(),
      startedAt: null,
      finishedAt: null,
      appVersion: options.appVersion,
    };
    const added = journal.addJob(record, plan.items);
    if (!added.ok) return added;
    const job = createLiveJob(record, journal.countItems(record.id));
    jobs.set(job.id, job);
    log({ event: 'job_planned', jobId: job.id, count: record.total });
    enqueue(job);
    return succeed({ jobId: job.id });
  }

  async function start(input: JobStartInput, retryOf: JobId | null) {
    if (closing.signal.aborted) return fail('wrong_state', 'The app is being closed.');
    const isMany = new Set(input.profileIds).size >= typedConfirmationFrom;
    if (isMany && define(input.operation).needsTypedCount) {
      const checked = await check(input);
      if (!checked.ok) return checked;
      const confirmed = confirmTypedCount(input, checked.value);
      if (!confirmed.ok) return confirmed;
    }
    return add(input, retryOf);
  }

  async function check({ operation, profileIds }: JobCheckInput): Promise<Result<JobCheck>> {
    const open = await options.readOpen();
    return open.ok ? succeed(checkProfiles(define(operation), profileIds, profiles, open.value)) : open;
  }

  function enqueue(job: LiveJob): void {
    line.push(job);
    feed.note(job.id, []);
    runNext();
  }

  function runNext(): void {
    const isHeld = [...jobs.values()].some(
      (job) => job.state === 'paused' && passingReasons.has(job.record.pauseReason),
    );
    if (closing.signal.aborted || running !== null || isHeld) return;
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
      random: options.random ?? Math.random,
      readProfile: readFresh,
      getWritesInFlight: () => Math.min(3, Math.max(1, options.getWritesInFlight())),
      onChanged: (verdicts) => feed.note(job.id, toChanged(verdicts)),
    });
    try {
      const ending = await job.run.work();
      job.run = null;
      conclude(job, ending);
    } catch (error) {
      // A bug: the job must not look as if it ran on. Who catches the error logs it.
      job.run = null;
      conclude(job, { kind: 'paused', reason: 'interrupted', apiCode: null });
      throw error;
    }
  }

  function conclude(job: LiveJob, ending: RunEnding): void {
    // Whoever closed the engine at once may have closed the journal, too; the next start of the app concludes.
    if (isClosed) return;
    if (ending.kind === 'paused') {
      const { reason, apiCode } = ending;
      change(job, { state: 'paused', pauseReason: reason, apiCode });
      log({ event: 'job_paused', jobId: job.id, outcome: reason, apiCode });
      if (passingReasons.has(reason)) void goOnWhenPassed(job);
      return;
    }
    finish(job);
  }

  /** Cancels what is left, if anything, and puts the job into history. */
  function finish(job: LiveJob): Result<null> {
    const open = journal.loadOpenItems(job.id).filter((item) => item.state === 'queued');
    const cancelled = journal.cancelQueued(job.id, clock.now());
    const tally = journal.countItems(job.id);
    job.counts = { ...tally.counts };
    // An item whose outcome could not be written is still in flight for the journal: not to be called finished.
    if (!cancelled.ok || tally.counts.running > 0) {
      change(job, { state: 'paused', pauseReason: 'journal_failed', apiCode: null });
      return cancelled;
    }
    const finished = change(job, { state: 'finished', pauseReason: null, finishedAt: clock.now() });
    if (!finished.ok) {
      job.record = { ...job.record, state: 'paused', pauseReason: 'journal_failed', finishedAt: null };
      job.state = 'paused';
      return finished;
    }
    feed.note(
      job.id,
      open.map(({ seq, profileId }) => [seq, { profileId, state: 'cancelled', reason: 'stopped' }]),
    );
    log({ event: 'job_finished', jobId: job.id, count: job.record.total });
    jobs.delete(job.id);
    journal.checkpoint();
    return finished;
  }

  /** Looks every few seconds whether the cause is gone; going on checks the identity itself. */
  async function goOnWhenPassed(job: LiveJob): Promise<void> {
    const { pauseReason } = job.record;
    const sample = journal.readIdentitySample(job.id);
    for (;;) {
      await clock.sleep(probeEveryMs, closing.signal);
      if (closing.signal.aborted || job.state !== 'paused' || job.record.pauseReason !== pauseReason) return;
      const same = await isSameAccount(sample, job.record.accountFingerprint, readFresh);
      if (closing.signal.aborted || job.state !== 'paused' || job.record.pauseReason !== pauseReason) return;
      if (!same.ok && isStillSo(same.error.code, same.error.apiCode)) continue;
      resume(job.id);
      return;
    }
  }

  function pause(id: JobId): Result<JobSnapshot> {
    const job = jobs.get(id);
    if (job === undefined) return failUnless(id);
    if (job.state === 'running') {
      job.state = 'pausing';
      job.run?.end({ kind: 'paused', reason: 'user', apiCode: null });
      feed.note(id, []);
    } else if (
      job.state === 'queued' ||
      (job.state === 'paused' && passingReasons.has(job.record.pauseReason))
    ) {
      line = line.filter((other) => other !== job);
      change(job, { state: 'paused', pauseReason: 'user', apiCode: null });
      runNext();
    }
    return get(id);
  }

  function resume(id: JobId): Result<JobSnapshot> {
    const job = jobs.get(id);
    if (job === undefined) return failUnless(id);
    if (job.state !== 'paused') return job.state === 'stopping' ? failState() : get(id);
    const changed = change(job, { state: 'queued', pauseReason: null, apiCode: null });
    if (!changed.ok) {
      change(job, { state: 'paused', pauseReason: 'journal_failed' });
      return changed;
    }
    enqueue(job);
    return get(id);
  }

  function stop(id: JobId): Result<JobSnapshot> {
    const job = jobs.get(id);
    if (job === undefined) return get(id);
    if (job.run !== null) {
      job.state = 'stopping';
      job.run.end({ kind: 'stopped' });
      feed.note(id, []);
      return get(id);
    }
    line = line.filter((other) => other !== job);
    journal.beginEpoch(id, clock.now());
    const finished = finish(job);
    runNext();
    return finished.ok ? get(id) : finished;
  }

  async function retry(input: JobRetryInput) {
    const record = journal.readJob(input.jobId);
    if (record === null) return failMissing();
    if (record.state !== 'finished') return failState();
    const open = new Set<ProfileId>();
    for (const item of journal.iterateItems(record.id)) if (item.state !== 'done') open.add(item.profileId);
    if (input.profileIds.some((profileId) => !open.has(profileId)))
      return fail('invalid_input', 'Only profiles of the job that are not done can be tried again.', {
        detail: 'profileIds',
      });
    const { profileIds, closeOpened, typedCount } = input;
    return start(
      { operation: record.operation, profileIds: [...profileIds], closeOpened, typedCount },
      record.id,
    );
  }

  async function shutdown(mode: 'safely' | 'now'): Promise<void> {
    closing.abort();
    for (const { run: work } of jobs.values()) {
      if (mode === 'now') work?.abandon();
      else work?.end({ kind: 'paused', reason: 'interrupted', apiCode: null });
    }
    if (mode === 'safely') await running;
    isClosed = true;
  }

  /** A job that is not in memory is finished or does not exist. */
  function failUnless(id: JobId): Result<never> {
    return journal.readJob(id) === null ? failMissing() : failState();
  }

  return {
    check,
    start: (input) => start(input, null),
    pause,
    resume,
    stop,
    get,
    list: () =>
      journal.listJobs(listLimit).flatMap((record) => {
        const snapshot = findSnapshot(record.id);
        return snapshot === null ? [] : [snapshot];
      }),
    listItems: (query) =>
      journal.readJob(query.jobId) === null ? failMissing() : succeed(journal.listItems(query)),
    retry,
    listInterrupted: () =>
      [...jobs.values()]
        .filter((job) => job.state === 'paused' && job.record.pauseReason === 'interrupted')
        .map((job) => toSnapshot(job, false)),
    shutdown,
  };
}

function* toChanged(verdicts: readonly Verdict[]) {
  for (const { item, change } of verdicts)
    yield [change.seq, { profileId: item.profileId, state: change.state, reason: change.reason }] as const;
}

/** Whether a failed probe says that the job would only be paused again for the same cause. */
function isStillSo(code: string, apiCode: number | undefined): boolean {
  return code === 'api_unreachable' || code === 'api_timeout' || apiCode === 1002;
}

function failMissing(): Result<never> {
  return fail('not_found', 'There is no such job.');
}

function failState(): Result<never> {
  return fail('wrong_state', 'The job is not in a state that allows this.');
}
