import { randomUUID } from 'node:crypto';
import {
  type JobCheck,
  type JobCheckInput,
  type JobId,
  type JobItem,
  type JobItemsPage,
  type JobItemsQuery,
  type JobSnapshot,
  type JobStartInput,
  jobId as jobIdSchema,
  typedConfirmationFrom,
} from '../../shared/job.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { createJobRunner, isPassing, type JobRunnerOptions } from './job-runner.ts';
import { toSnapshot } from './live-job.ts';
import type { DefineOperation, ProfileLookup } from './operation.ts';
import { defineOperation as defineRegistered } from './operations/registry.ts';
import { checkProfiles, confirmTypedCount, planItems } from './plan.ts';

/** What the engine needs from its surroundings. */
export interface JobEngineOptions extends JobRunnerOptions {
  readonly profiles: ProfileLookup;
  readonly appVersion: string;
  /** Other operations than the registered ones; for tests. */
  readonly defineOperation?: DefineOperation;
}

/**
 * Runs bulk jobs one after the other, each with its journal. Commands that name a job fail with `not_found` or
 * `wrong_state`, and with `file_failed` when the journal cannot be written. Repeating one changes nothing.
 */
export interface JobEngine {
  /** Sets apart what would be skipped now. Fails like reading the opened lists, or as `start` does. */
  check(input: JobCheckInput): Promise<Result<JobCheck>>;
  /**
   * Plans a job and puts it in the line. Fails with `invalid_input` (`detail` is `typedCount`) when the typed
   * number is asked for and wrong, with `wrong_state` before the list of profiles was read completely.
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
  /** All items of a job in the order of the plan, for export. */
  readItems(id: JobId): Result<Iterable<JobItem>>;
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

interface JobRetryInput {
  readonly jobId: JobId;
  readonly profileIds: readonly ProfileId[];
  readonly closeOpened: boolean;
  readonly typedCount: number | null;
}

const listLimit = 200;
const historyMs = 90 * 86_400_000;

/** Makes the engine, forgets finished jobs older than 90 days, and takes over the unfinished ones, paused. */
export function createJobEngine(options: JobEngineOptions): JobEngine {
  const { journal, profiles, clock } = options;
  const define = options.defineOperation ?? defineRegistered;
  journal.prune(clock.now() - historyMs);
  const runner = createJobRunner(options, define);

  async function check({ operation, profileIds }: JobCheckInput): Promise<Result<JobCheck>> {
    if (profiles.getCompletedAt() === null) return failUnread();
    const open = await options.readOpen();
    return open.ok ? succeed(checkProfiles(define(operation), profileIds, profiles, open.value)) : open;
  }

  async function start(
    input: JobStartInput,
    retryOf: JobId | null,
  ): Promise<Result<{ readonly jobId: JobId }>> {
    const isMany = new Set(input.profileIds).size >= typedConfirmationFrom;
    if (isMany && define(input.operation).needsTypedCount) {
      const checked = await check(input);
      if (!checked.ok) return checked;
      const confirmed = confirmTypedCount(input, checked.value);
      if (!confirmed.ok) return confirmed;
    }
    return add(input, retryOf);
  }

  function add(input: JobStartInput, retryOf: JobId | null): Result<{ readonly jobId: JobId }> {
    if (runner.isClosing()) return fail('wrong_state', 'The app is being closed.');
    if (profiles.getCompletedAt() === null) return failUnread();
    const { operation, closeOpened, profileIds } = input;
    const definition = define(operation);
    const plan = planItems(definition, profileIds, profiles);
    const id = jobIdSchema.parse(randomUUID());
    const added = runner.add(
      {
        id,
        operation,
        semantics: definition.semantics,
        closeOpened,
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
      },
      plan.items,
    );
    return added.ok ? succeed({ jobId: id }) : added;
  }

  function get(id: JobId): Result<JobSnapshot> {
    const snapshot = runner.findSnapshot(id);
    return snapshot === null ? failMissing() : succeed(snapshot);
  }

  function pause(id: JobId): Result<JobSnapshot> {
    const job = runner.find(id);
    if (job === undefined) return failUnlessLive(id);
    const { state, record } = job;
    if (state === 'running') runner.wind(job, 'pausing');
    else if (state === 'queued' || (state === 'paused' && isPassing(record.pauseReason)))
      runner.rest(job, 'user');
    return get(id);
  }

  function resume(id: JobId): Result<JobSnapshot> {
    const job = runner.find(id);
    if (job === undefined) return failUnlessLive(id);
    if (job.state === 'pausing' || job.state === 'stopping') return failState();
    const queued = job.state === 'paused' ? runner.enqueue(job) : succeed(null);
    return queued.ok ? get(id) : queued;
  }

  function stop(id: JobId): Result<JobSnapshot> {
    const job = runner.find(id);
    if (job === undefined) return get(id);
    if (job.run !== null) {
      runner.wind(job, 'stopping');
      return get(id);
    }
    const finished = runner.finish(job);
    return finished.ok ? get(id) : finished;
  }

  async function retry(input: JobRetryInput): Promise<Result<{ readonly jobId: JobId }>> {
    const record = journal.readJob(input.jobId);
    if (record === null) return failMissing();
    if (record.state !== 'finished') return failState();
    const notDone = new Set<ProfileId>();
    for (const item of journal.iterateItems(record.id))
      if (item.state !== 'done') notDone.add(item.profileId);
    if (input.profileIds.some((profileId) => !notDone.has(profileId)))
      return fail('invalid_input', 'Only profiles of the job that are not done can be tried again.', {
        detail: 'profileIds',
      });
    const { closeOpened, typedCount } = input;
    const profileIds = [...input.profileIds];
    return start({ operation: record.operation, profileIds, closeOpened, typedCount }, record.id);
  }

  /** A job that the runner does not hold is finished or does not exist. */
  function failUnlessLive(id: JobId): Result<never> {
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
        const snapshot = runner.findSnapshot(record.id);
        return snapshot === null ? [] : [snapshot];
      }),
    listItems: (query) =>
      journal.readJob(query.jobId) === null ? failMissing() : succeed(journal.listItems(query)),
    readItems: (id) => (journal.readJob(id) === null ? failMissing() : succeed(journal.iterateItems(id))),
    retry,
    listInterrupted: () =>
      runner
        .listLive()
        .filter((job) => job.state === 'paused' && job.record.pauseReason === 'interrupted')
        .map((job) => toSnapshot(job, false)),
    shutdown: runner.shutdown,
  };
}

function failMissing(): Result<never> {
  return fail('not_found', 'There is no such job.');
}

function failState(): Result<never> {
  return fail('wrong_state', 'The job is not in a state that allows this.');
}

function failUnread(): Result<never> {
  return fail('wrong_state', 'The list of profiles was not read completely yet.', {
    detail: 'profiles',
    retryable: true,
  });
}
