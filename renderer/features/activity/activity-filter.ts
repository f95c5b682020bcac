import type { ActivityAction, ActivityEntry, ActivityOutcome } from '../../../shared/activity.ts';
import { languages } from '../../../shared/messages/languages.ts';
import { findTitle } from '../../action-title.ts';

/** What of the record is shown. */
export interface ActivityView {
  /** Words that all have to occur in action, profile numbers, code, job or host. */
  readonly text: string;
  readonly outcomes: readonly ActivityOutcome[];
  readonly actions: readonly ActivityAction[];
  readonly jobs: readonly string[];
  /** Reads that the panel repeats by itself. */
  readonly withBackground: boolean;
}

/** Without the background reads, which would drown the rest. */
export const firstActivityView: ActivityView = {
  text: '',
  outcomes: [],
  actions: [],
  jobs: [],
  withBackground: false,
};

/** Whether anything beside the background reads is left out. */
export function hasActivityFilter({ text, outcomes, actions, jobs }: ActivityView): boolean {
  return text.trim() !== '' || outcomes.length + actions.length + jobs.length > 0;
}

const texts = new WeakMap<ActivityEntry, string>();

function toText(entry: ActivityEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { action, outcome, apiCode, httpStatus, reason, jobId, target, profileIds } = entry;
  const titles = languages.map((language) => findTitle(action, language));
  const text = [action, ...titles, outcome, apiCode, httpStatus, reason, jobId, target, ...profileIds]
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();
  texts.set(entry, text);
  return text;
}

/** Makes the test for one entry. */
export function toActivityTest(view: ActivityView): (entry: ActivityEntry) => boolean {
  const words = view.text.toLowerCase().split(/\s+/).filter(Boolean);
  const [outcomes, actions, jobs] = [new Set(view.outcomes), new Set(view.actions), new Set(view.jobs)];
  return (entry) =>
    (view.withBackground || !entry.isBackground) &&
    (outcomes.size === 0 || outcomes.has(entry.outcome)) &&
    (actions.size === 0 || actions.has(entry.action)) &&
    (jobs.size === 0 || (entry.jobId !== null && jobs.has(entry.jobId))) &&
    (words.length === 0 || words.every((word) => toText(entry).includes(word)));
}

/** Row numbers of the entries to show, newest first. */
export function orderActivity(entries: readonly ActivityEntry[], view: ActivityView): Int32Array {
  const test = toActivityTest(view);
  const order = new Int32Array(entries.length);
  let count = 0;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry && test(entry)) {
      order[count] = index;
      count += 1;
    }
  }
  const shown = order.subarray(0, count);
  // A row of background reads stands where it began, and its time is that of the newest one.
  if (view.withBackground) shown.sort((a, b) => (entries[b]?.at ?? 0) - (entries[a]?.at ?? 0) || b - a);
  return shown;
}

/** How many entries behind `lastSeq` would be shown. */
export function countNewer(
  entries: readonly ActivityEntry[],
  lastSeq: number,
  test: (entry: ActivityEntry) => boolean,
): number {
  let count = 0;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry || entry.seq <= lastSeq) break;
    if (test(entry)) count += 1;
  }
  return count;
}

/** What the filters offer, with how many entries each has. */
export interface ActivityFacets {
  readonly actions: ReadonlyMap<ActivityAction, number>;
  readonly outcomes: ReadonlyMap<ActivityOutcome, number>;
  /** Newest first. */
  readonly jobs: ReadonlyMap<string, number>;
  /** Requests, not entries. */
  readonly backgroundReads: number;
}

/** Counts what is there. Background reads count only when they are shown. */
export function countActivity(entries: readonly ActivityEntry[], withBackground: boolean): ActivityFacets {
  const actions = new Map<ActivityAction, number>();
  const outcomes = new Map<ActivityOutcome, number>();
  const jobs = new Map<string, number>();
  let backgroundReads = 0;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry) continue;
    if (entry.isBackground) backgroundReads += entry.repeats;
    if (entry.isBackground && !withBackground) continue;
    actions.set(entry.action, (actions.get(entry.action) ?? 0) + 1);
    outcomes.set(entry.outcome, (outcomes.get(entry.outcome) ?? 0) + 1);
    if (entry.jobId !== null) jobs.set(entry.jobId, (jobs.get(entry.jobId) ?? 0) + 1);
  }
  return { actions, outcomes, jobs, backgroundReads };
}
