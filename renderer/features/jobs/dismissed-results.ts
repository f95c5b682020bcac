import type { JobId, JobSnapshot } from '../../../shared/job.ts';
import { createStore, useStore } from '../../ui/store.ts';

/** Held by the page's session: it outlives a reload of the window and ends with the app. */
const storageKey = 'dismissed-results';

/** Results that are not shown by themselves; null until the first list of jobs was seen. */
const dismissed = createStore<ReadonlySet<string> | null>(readStored());

/**
 * The finished jobs whose result waits to be looked at, newest first. Jobs that were finished before the app
 * started are not among them: they are found on the Jobs page.
 */
export function useWaitingResults(jobs: readonly JobSnapshot[]): readonly JobSnapshot[] {
  const hidden = useStore(dismissed, (ids) => ids);
  return hidden ? jobs.filter((job) => job.state === 'finished' && !hidden.has(job.id)) : [];
}

/** Does not show the result by itself any more. */
export function dismissResult(jobId: JobId): void {
  store(new Set([...(dismissed.get() ?? []), jobId]));
}

/** Called with the first list of jobs after the page was loaded; changes nothing after a reload. */
export function forgetEarlierResults(jobs: readonly JobSnapshot[]): void {
  if (dismissed.get()) return;
  store(new Set(jobs.filter((job) => job.state === 'finished').map((job) => job.id)));
}

function store(ids: ReadonlySet<string>): void {
  dismissed.set(ids);
  window.sessionStorage.setItem(storageKey, [...ids].join(' '));
}

function readStored(): ReadonlySet<string> | null {
  const stored = window.sessionStorage.getItem(storageKey);
  return stored === null ? null : new Set(stored.split(' '));
}
