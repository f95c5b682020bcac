import type { JobSnapshot } from '../../../shared/job.ts';
import { countSettled } from '../../job-counts.ts';

/** Puts one snapshot into the list, newest job first, unless the list already holds a later one. */
export function mergeJob(jobs: readonly JobSnapshot[], incoming: JobSnapshot): readonly JobSnapshot[] {
  const known = jobs.find((job) => job.id === incoming.id);
  if (known) return jobs.map((job) => (job.id === incoming.id ? chooseLater(job, incoming) : job));
  return [...jobs, incoming].sort((a, b) => b.createdAt - a.createdAt);
}

/** A list that was asked for may arrive after an event that is newer: nothing goes backwards then. */
export function mergeJobLists(
  known: readonly JobSnapshot[],
  fetched: readonly JobSnapshot[],
): readonly JobSnapshot[] {
  const knownById = new Map(known.map((job) => [job.id, job]));
  const merged = fetched.map((job) => {
    const before = knownById.get(job.id);
    return before ? chooseLater(before, job) : job;
  });
  const fetchedIds = new Set(fetched.map((job) => job.id));
  const arrivedMeanwhile = known.filter((job) => !fetchedIds.has(job.id) && job.state !== 'finished');
  return [...arrivedMeanwhile, ...merged].sort((a, b) => b.createdAt - a.createdAt);
}

function chooseLater(known: JobSnapshot, incoming: JobSnapshot): JobSnapshot {
  if (known.state === 'finished' && incoming.state !== 'finished') return known;
  return countSettled(incoming.counts) < countSettled(known.counts) ? known : incoming;
}
