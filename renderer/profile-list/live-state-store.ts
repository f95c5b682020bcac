import type { ItemState, JobId, JobItem, JobProgress, JobSnapshot } from '../../shared/job.ts';
import type { OperationKind } from '../../shared/operation.ts';
import type { OpenProfile, OpenProfiles, ProfileId } from '../../shared/profile.ts';
import { createStore, useStore } from '../ui/store.ts';
import { type OpenKind, toOpenKind } from './profile-table.ts';

/**
 * What changes by the second lives here, outside the rows: which profiles are open, and what running jobs
 * do to them. Each visible row subscribes to its own part, so that 2,000 changes a second render only those
 * rows that are seen and touched.
 */
const opened = createStore<ReadonlyMap<ProfileId, OpenProfile>>(new Map());
const marks = createStore<ReadonlyMap<ProfileId, JobMark>>(new Map());

/** What the latest job did or does to a profile. There is one object a job and state: equal marks are identical. */
export interface JobMark {
  readonly jobId: JobId;
  readonly kind: OperationKind;
  readonly state: ItemState;
}

/** Those whose item failed in the job that began last. */
const lastFailed = createStore<LastFailed>({ createdAt: 0, profileIds: new Set() });

interface LastFailed {
  /** When that job began, in epoch milliseconds. */
  readonly createdAt: number;
  readonly profileIds: ReadonlySet<ProfileId>;
}

type MarkingJob = Pick<JobSnapshot, 'id' | 'operation'>;

const knownMarks = new Map<string, JobMark>();

function toMark({ id, operation }: MarkingJob, state: ItemState): JobMark {
  const name = `${id} ${state}`;
  const mark = knownMarks.get(name) ?? { jobId: id, kind: operation.kind, state };
  knownMarks.set(name, mark);
  return mark;
}

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
  const after = new Map(marks.get());
  for (const { profileId, state } of changed) after.set(profileId, toMark(job, state));
  if (job.state === 'finished') removePassing(after, job.id);
  marks.set(after);
  noteFailures(job, changed);
}

const isFailure = (state: ItemState) => state === 'failed' || state === 'uncertain';

/** Takes over what is known of the failures of a job; those of an earlier one no longer count then. */
export function noteFailures(
  { createdAt }: Pick<JobSnapshot, 'createdAt'>,
  items: readonly Pick<JobItem, 'profileId' | 'state'>[],
): void {
  const before = lastFailed.get();
  if (createdAt < before.createdAt) return;
  const known = createdAt === before.createdAt ? before.profileIds : new Set<ProfileId>();
  const isSame = (item: Pick<JobItem, 'profileId' | 'state'>) =>
    isFailure(item.state) === known.has(item.profileId);
  if (createdAt === before.createdAt && items.every(isSame)) return;
  const profileIds = new Set(known);
  for (const { profileId, state } of items) {
    if (isFailure(state)) profileIds.add(profileId);
    else profileIds.delete(profileId);
  }
  lastFailed.set({ createdAt, profileIds });
}

/** Those whose item failed in the job that began last; the component renders at every change. */
export function useLastFailed(): ReadonlySet<ProfileId> {
  return useStore(lastFailed, ({ profileIds }) => profileIds);
}

const stateRanks: Record<ItemState, number> = {
  running: 0,
  queued: 1,
  failed: 2,
  uncertain: 3,
  skipped: 4,
  cancelled: 5,
  done: 6,
};

/** Orders profiles by what their state column shows at this moment: what is under way first, closed ones last. */
export function rankLiveState(id: ProfileId): number {
  const mark = marks.get().get(id);
  if (mark) return stateRanks[mark.state];
  const open = opened.get().get(id);
  return open ? (open.canClose ? 7 : 8) : 9;
}

/** Adds what a job that began before this window has done. What is already known is newer and stays. */
export function addJobStates(job: MarkingJob, items: readonly Pick<JobItem, 'profileId' | 'state'>[]): void {
  marks.set(
    new Map([
      ...items.map(({ profileId, state }) => [profileId, toMark(job, state)] as const),
      ...marks.get(),
    ]),
  );
}

/** What these did is what the column shows anyway, and it changes when somebody opens or closes the profile. */
const shownByItself: ReadonlySet<OperationKind> = new Set(['open', 'close', 'reset_open_state']);

/** Whether a job has just opened or closed profiles, so that the opened lists say something new. */
export function hasOpenedOrClosed({ job, changed }: JobProgress): boolean {
  return (
    shownByItself.has(job.operation.kind) &&
    (job.state === 'finished' || changed.some(({ state }) => state === 'done'))
  );
}

/** Takes away what holds no longer once this job has ended. */
function removePassing(after: Map<ProfileId, JobMark>, ended: JobId): void {
  for (const [id, { jobId, kind, state }] of after) {
    if (jobId !== ended) continue;
    if (isPending(state) || (state === 'done' && shownByItself.has(kind))) after.delete(id);
  }
}

function isPending(state: ItemState): boolean {
  return state === 'queued' || state === 'running';
}

/** Drops the outcomes of ended jobs from the rows, for example when the list is read anew. */
export function forgetOutcomes(): void {
  marks.set(new Map([...marks.get()].filter(([, { state }]) => isPending(state))));
}

/** How a profile is open at this moment. */
export function readOpenKind(id: ProfileId): OpenKind {
  return toOpenKind(opened.get().get(id));
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
export function useJobMark(id: ProfileId): JobMark | undefined {
  return useStore(marks, (value) => value.get(id));
}
