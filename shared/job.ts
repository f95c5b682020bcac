import { z } from 'zod';
import { type Operation, operationKinds, startableOperation } from './operation.ts';
import { type ProfileId, profileId } from './profile.ts';

/**
 * A job applies one operation to many profiles. The engine in the main process owns it; the window sees
 * snapshots. At the end of every job `done + failed + skipped + cancelled + uncertain = total`.
 */

export const jobId = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .brand<'JobId'>();
export type JobId = z.infer<typeof jobId>;

/** Most profiles that one job may hold. */
export const maxJobSize = 100_000;

/** Number of profiles from which clearing cookies asks for the number to be typed. */
export const typedConfirmationFrom = 20;

const profileIds = z.array(profileId).min(1).max(maxJobSize);

export const jobCheckInput = z.strictObject({ operation: startableOperation, profileIds });
export type JobCheckInput = z.infer<typeof jobCheckInput>;

export const jobStartInput = z
  .strictObject({
    operation: startableOperation,
    /** All selected profiles; those that turn out open or missing are skipped, each with its reason. */
    profileIds,
    /** Close the profiles that the API may close before the operation; the others are skipped. */
    closeOpened: z.boolean(),
    /** The number the user typed, where the operation asks for it; must equal the profiles to be changed. */
    typedCount: z.int().nullable(),
  })
  .refine(
    ({ operation: asked, profileIds: ids }) =>
      asked.kind !== 'open' || !asked.options?.cookies || ids.length === 1,
    { error: 'Cookies are for a single profile.', path: ['profileIds'] },
  );
export type JobStartInput = z.infer<typeof jobStartInput>;

/** Why an item is not done. The words for each stand in `shared/messages/`. */
export const itemReasons = [
  /** Open on this computer through the API, and it was not to be closed. */
  'open_here',
  /** Open by hand or on another computer: the API cannot close it. */
  'open_elsewhere',
  /** It was to be closed and the API did not close it. */
  'not_closed',
  /** The profile is not in the list any more, or code 2007. */
  'not_found',
  /** The serial number now belongs to another profile (`cache_path` differs): not touched. */
  'other_profile',
  /** The API reported success without naming this profile, also when it was asked alone. */
  'not_confirmed',
  /** The API said no; `apiCode` tells why. */
  'rejected',
  /** Still busy in ixBrowser after all waits. */
  'busy',
  /** The request was never sent: nothing changed. */
  'not_sent',
  /** Sent, and no reply in time. */
  'timed_out',
  /** Sent, and the connection broke before the reply. */
  'connection_lost',
  /** Sent, and the reply could not be understood. */
  'unreadable_reply',
  /** The job was stopped before its turn. */
  'stopped',
  /** It is so already (in that group, closed, open): nothing was sent. */
  'already',
  /** Somebody changed it since: it is left as it is now. */
  'changed_since',
  /** Another profile has the planned name of the copy by now. */
  'name_taken',
  /** Sent, and more than one profile has the planned name. */
  'several_found',
] as const;
export type ItemReason = (typeof itemReasons)[number];

export type ItemState = 'queued' | 'running' | 'done' | 'failed' | 'skipped' | 'cancelled' | 'uncertain';

/** What the user can say about an item that stays uncertain. */
export const itemDecisions = [
  /** It happened: the item counts as done. */
  'was_done',
  /** It did not: the item goes back into the queue with its planned values. */
  'send_again',
] as const;
export type ItemDecision = (typeof itemDecisions)[number];

/** One profile within a job, or one copy to be made of it. */
export interface JobItem {
  /** Place in the job, from 0. */
  readonly seq: number;
  readonly profileId: ProfileId;
  /** Name at the time of planning. */
  readonly profileName: string;
  readonly groupName: string;
  readonly state: ItemState;
  readonly reason: ItemReason | null;
  readonly apiCode: number | null;
  /** Unique name planned for a copy; null for other operations. */
  readonly plannedName: string | null;
  /** The profile that came into being, for a copy that is done. */
  readonly resultId: ProfileId | null;
  /** What the user decided about it while it was uncertain. */
  readonly decision: ItemDecision | null;
  /** Requests that were sent for it. */
  readonly attempts: number;
  /** Epoch milliseconds of its last change. */
  readonly updatedAt: number;
}

export interface JobCounts {
  readonly queued: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  readonly skipped: number;
  readonly cancelled: number;
  readonly uncertain: number;
}

/** Why a job waits or ended early. */
export const pauseReasons = [
  /** The user paused it. */
  'user',
  /** The app was ended while it ran; going on is the user's click. */
  'interrupted',
  /** The Local API does not answer; goes on by itself when it is back. */
  'unreachable',
  /** Something else answers at the address. */
  'other_program',
  /** Code 1002; goes on after signing in and checking that the profiles are the same. */
  'signed_out',
  /** After signing in the profiles are not those of this job. */
  'other_account',
  /** Codes 1005, 1006, 1008, 111001: `apiCode` tells. */
  'refused',
  /** Codes 1017 to 1019: the plan's daily number is used up. */
  'quota',
  /** Code 1010 for ten minutes. */
  'too_fast',
  /** Ten equal failures in a row. */
  'repeated_failure',
  /** The reply named profiles that were never asked for. */
  'distrusted_reply',
  /** The journal could not be written: nothing is sent without it. */
  'journal_failed',
  /** The computer sleeps; goes on by itself when it is awake and the profiles are known to be the same. */
  'suspended',
  /** The login or link of the proxy is not in memory any more: `secrets.keep` with its `ref`, then resume. */
  'secret_missing',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

export type JobState = 'queued' | 'running' | 'pausing' | 'paused' | 'stopping' | 'finished';

/** What the window shows of a job. Times are epoch milliseconds. */
export interface JobSnapshot {
  readonly id: JobId;
  readonly operation: Operation;
  readonly state: JobState;
  readonly total: number;
  readonly counts: JobCounts;
  /** Of the failed ones, those with reason `not_confirmed`. */
  readonly notConfirmed: number;
  readonly pauseReason: PauseReason | null;
  /** Code behind `pauseReason`, or of the ten equal failures. */
  readonly apiCode: number | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** Items finished per second over the last 50 items; null before enough are known. */
  readonly ratePerSecond: number | null;
  /** Null when unknown, for example while paused. */
  readonly secondsLeft: number | null;
  /** The queue runs slower because the API answered 1010. */
  readonly isSlowedDown: boolean;
  /** The job whose items this one tries again. */
  readonly retryOf: JobId | null;
  /** The job that this one undoes. */
  readonly undoOf: JobId | null;
  /** `jobs.undoPlan` may be asked: finished, of a kind that can be undone, something done, not undone yet. */
  readonly canUndo: boolean;
}

/** A profile that the check before the run sets apart. */
export interface SetApartProfile {
  readonly profileId: ProfileId;
  readonly profileName: string;
  readonly reason: Extract<ItemReason, 'open_here' | 'open_elsewhere' | 'not_found' | 'already'>;
  readonly openedBy: string | null;
}

/** The check before the run. `ready` and `setApart` together hold every profile asked for, once. */
export interface JobCheck {
  readonly ready: readonly ProfileId[];
  readonly setApart: readonly SetApartProfile[];
  readonly asOf: number;
}

/** At most ten a second and job. `changed` holds the items that changed since the last one. */
export interface JobProgress {
  readonly job: JobSnapshot;
  readonly changed: readonly Pick<JobItem, 'profileId' | 'state' | 'reason'>[];
}

export const jobDecideInput = z.strictObject({
  /** A job at rest: paused or finished. A finished one runs again for what is to be sent again. */
  jobId,
  /** Items by their place in the job; all of them must be uncertain. */
  seqs: z.array(z.int().min(0)).min(1).max(maxJobSize),
  decision: z.enum(itemDecisions),
});
export type JobDecideInput = z.infer<typeof jobDecideInput>;

/** Why a done item of a job cannot be undone. */
export type UndoObstacle =
  /** What it was before is not known: the list did not show it. */
  | 'state_unknown'
  /** A login or a link that the list does not show, and that is not in memory any more. */
  | 'secret_unknown'
  /** Somebody changed the profile since. */
  | 'changed_since'
  /** The profile is gone, or another one has its number. */
  | 'not_found';

/** How much of a job can be undone, judged by the newest reading of the list. */
export interface UndoPlan {
  readonly jobId: JobId;
  /** Items that the job did. `restorable` plus the obstacles' counts. */
  readonly total: number;
  readonly restorable: number;
  readonly obstacles: readonly { readonly obstacle: UndoObstacle; readonly count: number }[];
  /** Epoch milliseconds of the reading. */
  readonly asOf: number;
}

/** Which finished and unfinished jobs are looked for. Null parts fit all. */
export const jobFilter = z.strictObject({
  /** Part of a profile's name, group or planned name, or its whole number; empty fits all. */
  text: z.string().max(200),
  kinds: z.array(z.enum(operationKinds)).nullable(),
  states: z.array(z.enum(['queued', 'running', 'paused', 'finished'])).nullable(),
  /** Jobs with at least one item in one of these states. */
  having: z.array(z.enum(['failed', 'skipped', 'cancelled', 'uncertain'])).nullable(),
  /** Epoch milliseconds of the making, both inclusive. */
  from: z.int().nullable(),
  to: z.int().nullable(),
});
export type JobFilter = z.infer<typeof jobFilter>;

export const jobHistoryQuery = z.strictObject({
  filter: jobFilter,
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
});
export type JobHistoryQuery = z.infer<typeof jobHistoryQuery>;

export interface JobHistoryPage {
  /** Newest first. */
  readonly jobs: readonly JobSnapshot[];
  /** Jobs that match, over all pages. */
  readonly total: number;
}

export const jobItemsQuery = z.strictObject({
  jobId,
  /** Null for all states. */
  states: z
    .array(z.enum(['queued', 'running', 'done', 'failed', 'skipped', 'cancelled', 'uncertain']))
    .nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(2_000),
});
export type JobItemsQuery = z.infer<typeof jobItemsQuery>;

export interface JobItemsPage {
  readonly items: readonly JobItem[];
  /** Items that match, over all pages. */
  readonly total: number;
}
