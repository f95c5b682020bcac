import { describe, expect, it } from 'vitest';
import { type JobSnapshot, type JobState, jobId } from '../../../shared/job.ts';
import { findAnnouncement } from './job-announcement.ts';

function createJob(state: JobState, done: number): JobSnapshot {
  return {
    id: jobId.parse('00000000-0000-4000-8000-000000000001'),
    operation: { kind: 'clear_cache' },
    state,
    total: 40,
    counts: { queued: 40 - done, running: 0, done, failed: 0, skipped: 0, cancelled: 0, uncertain: 0 },
    notConfirmed: 0,
    pauseReason: null,
    apiCode: null,
    createdAt: 1,
    startedAt: 1,
    finishedAt: null,
    ratePerSecond: null,
    secondsLeft: null,
    isSlowedDown: false,
    retryOf: null,
    undoOf: null,
    canUndo: false,
  };
}

describe('what a screen reader is told about a job', () => {
  it('is its start, once', () => {
    expect(findAnnouncement(undefined, createJob('queued', 0))).toEqual({ kind: 'started' });
    expect(findAnnouncement(createJob('queued', 0), createJob('running', 0))).toBeNull();
  });

  it('is each quarter, and nothing in between', () => {
    expect(findAnnouncement(createJob('running', 9), createJob('running', 10))).toEqual({
      kind: 'quarter',
      percent: 25,
    });
    expect(findAnnouncement(createJob('running', 10), createJob('running', 19))).toBeNull();
    expect(findAnnouncement(createJob('running', 10), createJob('running', 31))).toEqual({
      kind: 'quarter',
      percent: 75,
    });
  });

  it('is a pause and the end, also of a job too quick to be seen running', () => {
    expect(findAnnouncement(createJob('running', 3), createJob('paused', 3))).toEqual({ kind: 'paused' });
    expect(findAnnouncement(createJob('paused', 3), createJob('paused', 3))).toBeNull();
    expect(findAnnouncement(undefined, createJob('finished', 40))).toEqual({ kind: 'finished' });
    expect(findAnnouncement(createJob('finished', 40), createJob('finished', 40))).toBeNull();
  });
});
