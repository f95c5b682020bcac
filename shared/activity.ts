import { z } from 'zod';
import type { ActionId } from './local-api/wire.generated.ts';

/**
 * What the panel has sent since it was started. It is kept in memory only, without secrets, and the oldest entries
 * make room for new ones.
 */

/** Requests beside the actions of the contract: a look at the service cache, a supplier's link, the newest version. */
export const otherActions = ['service-probe', 'supplier-link-test', 'update-check'] as const;
export type ActivityAction = ActionId | (typeof otherActions)[number];

/** `ok`: done. `refused`: answered and not done. `not_sent`: no connection stood. `unknown`: nobody can tell. */
export const activityOutcomes = ['ok', 'refused', 'not_sent', 'unknown'] as const;
export type ActivityOutcome = (typeof activityOutcomes)[number];

/** Most entries that are kept. */
export const mostActivity = 10_000;

/** One request, or a row of equal background reads. */
export interface ActivityEntry {
  /** From 1, in the order in which the requests ended. */
  readonly seq: number;
  /** Grows with every change of any entry, so that a window can ask for what is new to it. */
  readonly revision: number;
  readonly action: ActivityAction;
  readonly access: 'read' | 'write';
  /** Epoch milliseconds of sending; of the newest one for a row of reads. */
  readonly at: number;
  readonly durationMs: number;
  readonly outcome: ActivityOutcome;
  /** Why, where it was not sent or nobody can tell, or what the other side called its failure. */
  readonly reason: string | null;
  /** Code of the Local API; 0 for success; null when there was none. */
  readonly apiCode: number | null;
  /** Status of HTTP, only for other services than the Local API. */
  readonly httpStatus: number | null;
  /** What was seen, in English, for support; without secrets. */
  readonly detail: string | null;
  /** The first of the profiles that the request names. */
  readonly profileIds: readonly number[];
  /** All of them. */
  readonly profileCount: number;
  /** Counts the requests made for the same thing, from 1. */
  readonly attempt: number;
  readonly jobId: string | null;
  /** Sent by the panel to keep what it shows up to date. */
  readonly isBackground: boolean;
  /** Requests in the row; 1 unless `isBackground`. */
  readonly repeats: number;
  /** The body with placeholders in place of secrets, long parts cut; null when there was none. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Host of a supplier's link, address of another service; null for the Local API. */
  readonly target: string | null;
}

/** Asks for what has changed since a revision; 0 asks for everything. */
export const activityQuery = z.strictObject({ since: z.int().min(0), limit: z.int().min(1).max(2_000) });
export type ActivityQuery = z.infer<typeof activityQuery>;

/** Entries that changed, by revision. */
export interface ActivitySlice {
  readonly entries: readonly ActivityEntry[];
  /** The revision to ask from next. */
  readonly revision: number;
  readonly hasMore: boolean;
  /** Entries before this one are no longer kept. */
  readonly firstSeq: number;
}

/** That there is something new, at most 10 times a second. */
export interface ActivityNews {
  readonly revision: number;
}
