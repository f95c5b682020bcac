import type { ItemState, JobItem, JobProgress } from '../../../shared/job.ts';
import type { OpenProfile, OpenProfiles, ProfileId } from '../../../shared/profile.ts';
import { createStore, useStore } from '../../ui/store.ts';

/**
 * What changes by the second lives here, outside the rows: which profiles are open, and what running jobs
 * do to them. Each visible row subscribes to its own part, so that 2,000 changes a second render only those
 * rows that are seen and touched.
 */
const opened = createStore<ReadonlyMap<ProfileId, OpenProfile>>(new Map());
const jobStates = createStore<ReadonlyMap<ProfileId, ItemState>>(new Map());

/** Takes over the union of the opened lists. An entry that did not change keeps its identity. */
export function setOpenProfiles({ profiles }: OpenProfiles): void {
  const before = opened.get();
  let hasChanged = before.size !== profiles.length;
  const after = new Map<ProfileId, OpenProfile>();
  for (const profile of profiles) {
    const known = before.get(profile.profileId);
    const isSame = known && known.canClose === profile.canClose && known.openedBy === profile.openedBy;
    if (!isSame) hasChanged = true;
    after.set(profile.profileId, isSame ? known : profile);
  }
  if (hasChanged) opened.set(after);
}

/**
 * Takes over what a job tells. When it ends, profiles whose turn did not come lose their mark; outcomes stay
 * until another job or `forgetOutcomes`.
 */
export function applyJobProgress({ job, changed }: JobProgress): void {
  const after = new Map(jobStates.get());
  for (const { profileId, state } of changed) after.set(profileId, state);
  if (job.state === 'finished') removePending(after);
  jobStates.set(after);
}

/** Adds what a job that began before this window has done. What is already known is newer and stays. */
export function addJobStates(items: readonly Pick<JobItem, 'profileId' | 'state'>[]): void {
  jobStates.set(
    new Map([...items.map(({ profileId, state }) => [profileId, state] as const), ...jobStates.get()]),
  );
}

function removePending(states: Map<ProfileId, ItemState>): void {
  for (const [id, state] of states) {
    if (state === 'queued' || state === 'running') states.delete(id);
  }
}

/** Drops the outcomes of ended jobs from the rows, for example when the list is read anew. */
export function forgetOutcomes(): void {
  jobStates.set(
    new Map([...jobStates.get()].filter(([, state]) => state === 'queued' || state === 'running')),
  );
}

/** All open profiles; the component renders at every change. */
export function useOpenProfiles(): ReadonlyMap<ProfileId, OpenProfile> {
  return useStore(opened, (value) => value);
}

/** How one profile is open; undefined when it is closed. */
export function useOpenProfile(id: ProfileId): OpenProfile | undefined {
  return useStore(opened, (value) => value.get(id));
}

/** What a job did or does to one profile; undefined when none touched it. */
export function useJobState(id: ProfileId): ItemState | undefined {
  return useStore(jobStates, (value) => value.get(id));
}
