import type { JobSnapshot } from '../../../shared/job.ts';
import { countSettled } from '../../job-counts.ts';

/** What a screen reader is told about a job: its start, each quarter, a pause, its end. */
export type Announcement =
  | { readonly kind: 'started' }
  | { readonly kind: 'quarter'; readonly percent: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'finished' };

/** Whether the change from one snapshot to the next is worth a sentence. `before` is undefined for a new job. */
export function findAnnouncement(before: JobSnapshot | undefined, after: JobSnapshot): Announcement | null {
  if (after.state === 'finished') return before?.state === 'finished' ? null : { kind: 'finished' };
  if (after.state === 'paused') return before?.state === 'paused' ? null : { kind: 'paused' };
  if (!before) return { kind: 'started' };
  const quarter = countQuarters(after);
  return quarter > countQuarters(before) ? { kind: 'quarter', percent: quarter * 25 } : null;
}

function countQuarters(job: JobSnapshot): number {
  return job.total === 0 ? 0 : Math.floor((countSettled(job.counts) / job.total) * 4);
}
