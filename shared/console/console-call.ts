import { z } from 'zod';
import type { ActionId } from '../local-api/wire.generated.ts';
import type { AppError } from '../result.ts';

/** One call of the console. */
export const consoleCall = z.strictObject({
  /** Chosen by the window, so that it can stop waiting. */
  callId: z.string().min(1).max(40),
  /** That it exists is checked where it is sent: the catalogue is too large for every window and the preload script. */
  action: z.custom<ActionId>((id) => typeof id === 'string' && id.length <= 80),
  body: z.record(z.string(), z.unknown()),
  /** Without it only actions that change nothing are sent. */
  allowChanges: z.boolean(),
  /** Sends fields that the contract does not know. */
  allowUnknownFields: z.boolean(),
  /** The user said yes to a destructive action. */
  isConfirmed: z.boolean(),
  /** What the user typed to confirm it; null when nothing was asked for. */
  typedText: z.string().max(100).nullable(),
});
export type ConsoleCall = z.infer<typeof consoleCall>;

/** What came of one call. Secrets in it are replaced by placeholders. */
export interface ConsoleReply {
  /** `stopped`: the user waits no longer; the request may still be answered, which changes nothing for a read. */
  readonly kind: 'ok' | 'refused' | 'not_sent' | 'unknown' | 'stopped';
  /** Null when no complete HTTP reply came. */
  readonly httpStatus: number | null;
  /** From sending to the complete reply, in milliseconds. */
  readonly durationMs: number;
  /** The whole reply: parsed JSON, or the beginning of whatever else came; null without a reply. */
  readonly content:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'text'; readonly text: string }
    | null;
  /** In every case but `ok` and `stopped`. */
  readonly error: AppError | null;
  /** The API's own words on a refusal, which may be Chinese. */
  readonly apiMessage: string | null;
  /** Where the data of a success does not fit the contract, such as `data.0.profile_id`; null when it fits. */
  readonly misfit: string | null;
}
