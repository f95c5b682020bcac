import { describe, expect, it } from 'vitest';
import { type JobCounts, type JobSnapshot, jobId } from '../../../shared/job.ts';
import { mergeJob, mergeJobLists } from './merge-jobs.ts';

const noCounts: JobCounts = {
  queued: 0,
  running: 0,
  done: 0,
  failed: 0,
  skipped: 0,
  cancelled: 0,
  uncertain: 0,
};

function createJob(number: number, state: JobSnapshot['state'], done: number): JobSnapshot {
  return {
    id: jobId.parse(`00000000-0000-4000-8000-00000000000${number}`),
    operation: { kind: 'clear_cache' },
    state,
    total: 10,
    counts: { ...noCounts, done, queued: 10 - done },
    notConfirmed: 0,
    pauseReason: null,
    apiCode: null,
    createdAt: number,
    startedAt: number,
    finishedAt: state === 'finished' ? number + 1 : null,
    ratePerSecond: null,
    secondsLeft: null,
    isSlowedDown: false,
    retryOf: null,
    undoOf: null,
    canUndo: false,
  };
}

describe('a snapshot of a job', () => {
  it('takes the place of the earlier one', () => {
    const jobs = mergeJob(
      [createJob(2, 'queued', 0), createJob(1, 'running', 3)],
      createJob(1, 'running', 4),
    );
    expect(jobs.map((job) => [job.createdAt, job.counts.done])).toEqual([
      [2, 0],
      [1, 4],
    ]);
  });

  it('of an unknown job comes in by its time, newest first', () => {
    const jobs = mergeJob([createJob(1, 'running', 3)], createJob(2, 'queued', 0));
    expect(jobs.map((job) => job.createdAt)).toEqual([2, 1]);
  });

  it('never makes a finished job run again', () => {
    const finished = createJob(1, 'finished', 10);
    expect(mergeJob([finished], createJob(1, 'running', 9))).toEqual([finished]);
  });
});

describe('a fetched list of jobs', () => {
  it('does not undo what an event told meanwhile', () => {
    const known = [createJob(2, 'running', 0), createJob(1, 'finished', 10)];
    expect(mergeJobLists(known, [createJob(1, 'running', 8)])).toEqual(known);
  });

  it('drops finished jobs that the main process no longer knows', () => {
    expect(mergeJobLists([createJob(1, 'finished', 10)], [])).toEqual([]);
  });

  it('brings the state of a paused job although no profile was settled since', () => {
    const [job] = mergeJobLists([createJob(1, 'running', 3)], [createJob(1, 'paused', 3)]);
    expect(job?.state).toBe('paused');
  });
});
