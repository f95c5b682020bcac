import type { JobCounts, JobItem, JobSnapshot } from '../shared/job.ts';
import type { MessageKey } from '../shared/messages/language.ts';
import { nameOutcome } from '../shared/messages/operation-words.ts';

/** The parts of a job that its outcomes are told from. */
export type CountedJob = Pick<JobSnapshot, 'operation' | 'counts' | 'notConfirmed'>;

/** One outcome of a job with the number of its profiles. */
export interface CountPart {
  readonly key: MessageKey;
  readonly count: number;
  readonly tone: 'good' | 'bad' | 'warning' | 'neutral';
}

/**
 * The outcomes of a job in the order in which they are told: what was done (also when it is none), then the
 * others that are not zero. What ixBrowser did not confirm is counted apart from the other failures.
 */
export function listCountParts(job: CountedJob): readonly CountPart[] {
  const { operation, counts, notConfirmed } = job;
  const others: readonly CountPart[] = [
    { key: 'jobs.count.notConfirmed', count: notConfirmed, tone: 'bad' },
    { key: 'jobs.count.failed', count: counts.failed - notConfirmed, tone: 'bad' },
    { key: 'jobs.count.uncertain', count: counts.uncertain, tone: 'warning' },
    { key: 'jobs.count.skipped', count: counts.skipped, tone: 'neutral' },
    { key: 'jobs.count.cancelled', count: counts.cancelled, tone: 'neutral' },
  ];
  return [
    { key: nameOutcome(operation.kind, 'done'), count: counts.done, tone: 'good' },
    ...others.filter((part) => part.count > 0),
  ];
}

/** Number of profiles that need nothing more: of any outcome, not only the good one. */
export function countSettled(counts: JobCounts): number {
  return counts.done + counts.failed + counts.skipped + counts.cancelled + counts.uncertain;
}

/** Every profile of a finished job is done: a short message is enough. */
export function isFullSuccess(job: JobSnapshot): boolean {
  return job.state === 'finished' && job.counts.done === job.total;
}

/** The outcomes that a result explains; those that went well are only counted until asked for. */
export const explainedStates = [
  'failed',
  'uncertain',
  'skipped',
  'cancelled',
] as const satisfies readonly JobItem['state'][];

/** Whether a short message tells all of a finished job: full success, except that copies have new numbers besides. */
export function isToldByMessage(job: JobSnapshot): boolean {
  return isFullSuccess(job) && job.operation.kind !== 'copy';
}
