import type { ItemState, JobCounts, JobId, JobSnapshot, JobState } from '../../shared/job.ts';
import type { JobRecord, JobTally } from './journal.ts';
import { createRateMeter, type RateMeter } from './rate-meter.ts';
import type { JobRun } from './run-job.ts';
import type { Verdict } from './settle.ts';

/** An unfinished job in memory. The journal is the truth; this follows it, write by write. */
export interface LiveJob {
  readonly id: JobId;
  record: JobRecord;
  /** What the window sees: finer than the journal's state. */
  state: JobState;
  counts: { -readonly [K in keyof JobCounts]: number };
  notConfirmed: number;
  readonly rate: RateMeter;
  /** The run under way, or null. */
  run: JobRun | null;
  /** Kinds of failure after which the user said to go on: ten more of them do not pause the job again. */
  readonly toleratedFailures: Set<string>;
}

/** Takes a job from the journal into memory. */
export function createLiveJob(record: JobRecord, tally: JobTally): LiveJob {
  return {
    id: record.id,
    record,
    state: record.state,
    counts: { ...tally.counts },
    notConfirmed: tally.notConfirmed,
    rate: createRateMeter(),
    run: null,
    toleratedFailures: new Set(),
  };
}

const finalStates: ReadonlySet<ItemState> = new Set(['done', 'failed', 'skipped', 'cancelled']);

/** Follows verdicts that the journal has stored. `at` is the monotonic time in ms. */
export function countVerdicts(job: LiveJob, verdicts: readonly Verdict[], at: number): void {
  let finished = 0;
  for (const { item, change, next } of verdicts) {
    job.counts[item.state] -= 1;
    job.counts[change.state] += 1;
    if (change.state === 'failed' && change.reason === 'not_confirmed') job.notConfirmed += 1;
    if (finalStates.has(change.state) || (change.state === 'uncertain' && next === null)) finished += 1;
  }
  if (finished > 0) job.rate.note(finished, at);
}

/** What the window shows of a job in memory. */
export function toSnapshot(job: LiveJob, isSlowedDown: boolean): JobSnapshot {
  const isRunning = job.state === 'running';
  const ratePerSecond = isRunning ? job.rate.perSecond() : null;
  const left = job.counts.queued + job.counts.running;
  return {
    ...toStoredSnapshot(job.record, { counts: { ...job.counts }, notConfirmed: job.notConfirmed }, false),
    state: job.state,
    ratePerSecond,
    secondsLeft: ratePerSecond === null ? null : Math.ceil(left / ratePerSecond),
    isSlowedDown: isRunning && isSlowedDown,
  };
}

/** What the window shows of a job that rests in the journal. */
export function toStoredSnapshot(
  record: JobRecord,
  { counts, notConfirmed }: JobTally,
  canUndo: boolean,
): JobSnapshot {
  assertComplete(record, counts);
  return {
    id: record.id,
    operation: record.operation,
    state: record.state,
    total: record.total,
    counts,
    notConfirmed,
    pauseReason: record.pauseReason,
    apiCode: record.apiCode,
    createdAt: record.createdAt,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    ratePerSecond: null,
    secondsLeft: null,
    isSlowedDown: false,
    retryOf: record.retryOf,
    undoOf: record.undoOf,
    canUndo,
  };
}

/** Every item is in exactly one state, and a finished job has none that waits or runs. */
function assertComplete(record: JobRecord, counts: JobCounts): void {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  const open = counts.queued + counts.running;
  if (sum !== record.total || (record.state === 'finished' && open > 0))
    throw new Error(`The counts of a job do not add up: ${sum} of ${record.total}, ${open} open.`);
}
