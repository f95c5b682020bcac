import { z } from 'zod';

/** A released version: three numbers. Drafts and pre-releases are never offered. */
const releasedVersion = z.string().regex(/^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/);

/**
 * What the update address answers, as JSON: `{ "version": "1.4.0", "notes": "…" }`. Notes are plain text.
 * Other keys are ignored, so that later versions can be told more.
 */
export const updateAnnouncement = z.object({ version: releasedVersion, notes: z.string().max(4000) });
export type UpdateAnnouncement = z.infer<typeof updateAnnouncement>;

/** An address that may be asked for the newest version: https, without a user name or fragment. */
export const updateAddress = z
  .url({ protocol: /^https$/ })
  .max(500)
  .regex(/^https:\/\/[^\s@#\\]+$/);

/** Why the last question had no useful answer. The words for each stand in `shared/messages/`. */
export type UpdateFailure =
  /** No connection, or none with a valid certificate. */
  | 'unreachable'
  /** No whole answer within ten seconds. */
  | 'timed_out'
  /** Another status than 200, or a redirection that is not followed. */
  | 'refused'
  /** More than 64 KiB, or not the expected JSON. */
  | 'unreadable';

/** What is known of newer versions. Times are epoch milliseconds. */
export interface UpdateState {
  /** When the address was last asked; null when it never was. */
  readonly checkedAt: number | null;
  /** A version newer than the running one. */
  readonly newer: UpdateAnnouncement | null;
  /** Why the last question failed; null when it did not. */
  readonly failure: UpdateFailure | null;
}
