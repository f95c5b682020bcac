import { randomUUID } from 'node:crypto';
import {
  type JobCheck,
  type JobCheckInput,
  type JobDecideInput,
  type JobHistoryPage,
  type JobHistoryQuery,
  type JobId,
  type JobItem,
  type JobItemsPage,
  type JobItemsQuery,
  type JobSnapshot,
  type JobStartInput,
  jobId as jobIdSchema,
  maxJobSize,
  typedConfirmationFrom,
  type UndoPlan,
} from '../../shared/job.ts';
import { type Operation, startableOperation } from '../../shared/operation.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { SecretStore } from '../secret-store.ts';
import { createJobRunner, isPassing, type JobRunnerOptions } from './job-runner.ts';
import type { JobRecord } from './journal.ts';
import type { NamedItem } from './journal-reads.ts';
import { toSnapshot } from './live-job.ts';
import {
  type DefineOperation,
  type OperationDefinition,
  type ProfileLookup,
  publishedTiming,
  type StateReads,
} from './operation.ts';
import { defineOperation as defineRegistered } from './operations/registry.ts';
import { checkProfiles, confirmTypedCount, type Plan, planAgain, planItems } from './plan.ts';
import { planUndo, type UndoItems } from './plan-undo.ts';
import { findByName, readProfile } from './read-profile.ts';

/** What the engine needs from its surroundings. */
export interface JobEngineOptions extends JobRunnerOptions {
  readonly profiles: ProfileLookup;
  readonly secrets: SecretStore;
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
  /**
   * Reads the list anew and tells how much of a finished job can be undone. Fails with `wrong_state` when the job
   * is not finished, cannot be undone or was, and as reading the list does.
   */
  undoPlan(id: JobId): Promise<Result<UndoPlan>>;
  /** A new job that undoes what `undoPlan` finds restorable. Fails as that does, or when nothing is. */
  undo(id: JobId): Promise<Result<{ readonly jobId: JobId }>>;
  /** Stores what the user decided about uncertain items of a job at rest. Fails with `invalid_input` for others. */
  decide(input: JobDecideInput): Result<JobSnapshot>;
  findHistory(query: JobHistoryQuery): JobHistoryPage;
  /** The computer goes to sleep: nothing is sent until `resumeFromSuspend`. */
  suspend(): void;
  /** The computer woke up. Jobs go on when the API answers and the profiles are known to be the same. */
  resumeFromSuspend(): void;
  /**
   * Jobs that run, are in the line or go on by themselves, with the profiles that are left in them, and jobs that
   * wait for the user.
   */
  countActive(): { readonly jobs: number; readonly left: number; readonly waiting: number };
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
  const tools = {
    secrets: options.secrets,
    timing: options.timing ?? publishedTiming,
    readOwnProxies: () => journal.readOwnProxies(),
  };
  const define = (operation: Operation) => (options.defineOperation ?? defineRegistered)(operation, tools);
  const reads: StateReads = {
    client: options.client,
    readOpen: options.readOpen,
    readProfile: (id) => readProfile(options.client, id),
    findByName: (name) => findByName(options.client, name),
  };
  journal.prune(clock.now() - historyMs);
  const runner = createJobRunner(options, define);

  async function check({ operation, profileIds }: JobCheckInput): Promise<Result<JobCheck>> {
    if (profiles.getCompletedAt() === null) return failUnread();
    const definition = define(operation);
    const [open, prepared] = await Promise.all([
      options.readOpen(),
      definition.prepare?.(reads) ?? succeed(null),
    ]);
    if (!open.ok) return open;
    if (!prepared.ok) return prepared;
    return succeed(checkProfiles(definition, profileIds, { profiles, now: clock.now() }, open.value));
  }

  async function start(input: JobStartInput): Promise<Result<{ readonly jobId: JobId }>> {
    if (profiles.getCompletedAt() === null) return failUnread();
    const definition = define(input.operation);
    const prepared = await prepareStart(input, definition);
    if (!prepared.ok) return prepared;
    const { operation, closeOpened } = input;
    const plan = planItems(definition, input.profileIds, { profiles, now: clock.now() });
    return add({ operation, closeOpened, retryOf: null, undoOf: null }, definition, plan);
  }

  /** Asks for the typed number where it is due, and reads what planning needs. */
  async function prepareStart(input: JobStartInput, definition: OperationDefinition): Promise<Result<null>> {
    const typedFrom = definition.typedCountFrom ?? typedConfirmationFrom;
    if (new Set(input.profileIds).size >= typedFrom && definition.needsTypedCount) {
      const checked = await check(input);
      if (!checked.ok) return checked;
      const confirmed = confirmTypedCount(input, checked.value, typedFrom);
      if (!confirmed.ok) return confirmed;
    }
    return definition.prepare?.(reads) ?? succeed(null);
  }

  function add(
    job: Pick<JobRecord, 'operation' | 'closeOpened' | 'retryOf' | 'undoOf'>,
    definition: OperationDefinition,
    plan: Plan,
  ): Result<{ readonly jobId: JobId }> {
    if (runner.isClosing()) return fail('wrong_state', 'The app is being closed.');
    if (plan.items.length > maxJobSize)
      return fail('invalid_input', `A job may hold ${maxJobSize} items at most.`, { detail: 'profileIds' });
    const id = jobIdSchema.parse(randomUUID());
    const added = runner.add(
      {
        id,
        ...job,
        semantics: definition.semantics,
        accountFingerprint: plan.accountFingerprint,
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
    if (profiles.getCompletedAt() === null) return failUnread();
    const wanted = new Set(input.profileIds);
    const definition = define(record.operation);
    // What may have happened once already is for the user to decide about first.
    const isUncertainFinal = definition.semantics === 'once';
    const again: NamedItem[] = [];
    for (const item of journal.iteratePlanned(record.id)) {
      const isOpen = item.state !== 'done' && !(isUncertainFinal && item.state === 'uncertain');
      if (wanted.has(item.profileId) && isOpen) again.push(item);
    }
    const found = new Set(again.map((item) => item.profileId));
    if (input.profileIds.some((profileId) => !found.has(profileId)))
      return fail('invalid_input', 'Only profiles of the job that are not done can be tried again.', {
        detail: 'profileIds',
      });
    const { operation } = record;
    const { closeOpened, typedCount } = input;
    const start = startableOperation.safeParse(operation);
    if (start.success) {
      const profileIds = [...wanted];
      const startInput = { operation: start.data, profileIds, closeOpened, typedCount };
      const prepared = await prepareStart(startInput, definition);
      if (!prepared.ok) return prepared;
    }
    const isPlannedBefore = !start.success || definition.semantics === 'once';
    const plan = isPlannedBefore
      ? planAgain(again, profiles)
      : planItems(definition, [...wanted], { profiles, now: clock.now() });
    const { undoOf } = record;
    return add({ operation, closeOpened, retryOf: record.id, undoOf }, definition, plan);
  }

  async function readUndo(id: JobId): Promise<Result<UndoItems>> {
    const snapshot = get(id);
    if (!snapshot.ok) return snapshot;
    const record = journal.readJob(id);
    if (record === null) return failMissing();
    const { undo } = define(record.operation);
    if (!snapshot.value.canUndo || undo === undefined) return failState();
    const read = await profiles.readAgain();
    return read.ok ? succeed(planUndo(undo, journal.iteratePlanned(id), profiles)) : read;
  }

  async function undoPlan(id: JobId): Promise<Result<UndoPlan>> {
    const read = await readUndo(id);
    if (!read.ok) return read;
    const { plan, obstacles } = read.value;
    const blocked = obstacles.reduce((sum, { count }) => sum + count, 0);
    const restorable = plan.items.length;
    const asOf = profiles.getCompletedAt() ?? clock.now();
    return succeed({ jobId: id, total: restorable + blocked, restorable, obstacles, asOf });
  }

  async function undo(id: JobId): Promise<Result<{ readonly jobId: JobId }>> {
    const read = await readUndo(id);
    if (!read.ok) return read;
    const { operation, plan } = read.value;
    if (plan.items.length === 0) return fail('wrong_state', 'Nothing of the job can be undone.');
    if (journal.isUndone(id)) return failState();
    return add({ operation, closeOpened: false, retryOf: null, undoOf: id }, define(operation), plan);
  }

  function decide({ jobId: id, seqs, decision }: JobDecideInput): Result<JobSnapshot> {
    const record = journal.readJob(id);
    if (record === null) return failMissing();
    const live = runner.find(id);
    if (live !== undefined && live.state !== 'paused') return failState();
    const decided = journal.decideItems(id, seqs, decision, clock.now());
    if (!decided.ok) return decided;
    const isToRun = live === undefined && decision === 'send_again';
    const taken = isToRun ? runner.reopen(record) : runner.refresh(id);
    return taken.ok ? get(id) : taken;
  }

  /** A job that the runner does not hold is finished or does not exist. */
  function failUnlessLive(id: JobId): Result<never> {
    return journal.readJob(id) === null ? failMissing() : failState();
  }

  return {
    check,
    start,
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
    undoPlan,
    undo,
    decide,
    findHistory({ filter, offset, limit }) {
      const { jobs, total } = journal.findJobs(filter, offset, limit);
      return { jobs: jobs.flatMap((record) => runner.findSnapshot(record.id) ?? []), total };
    },
    suspend: runner.suspend,
    resumeFromSuspend: runner.wake,
    countActive() {
      const live = runner.listLive();
      const active = live.filter((job) => job.state !== 'paused' || isPassing(job.record.pauseReason));
      const left = active.reduce((sum, { counts }) => sum + counts.queued + counts.running, 0);
      return { jobs: active.length, left, waiting: live.length - active.length };
    },
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
