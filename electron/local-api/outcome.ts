import type { ActionId, ActionRequests, ActionResponses } from '../../shared/local-api/wire.generated.ts';
import type { RawReply } from './parse-reply.ts';
import type { RequestContext } from './request-context.ts';

/**
 * What is known after one request. `refused` means a valid envelope whose code says that nothing was done;
 * `not_sent` means that it failed before the connection stood; everything else after that is `unknown`,
 * because a write may have acted although no reply arrived.
 */
export type ApiOutcome<T> =
  | { readonly kind: 'ok'; readonly data: T }
  | {
      readonly kind: 'refused';
      /** The code of the envelope; 1010 (too fast) for an HTTP 429 whose body holds no code. */
      readonly apiCode: number;
      /** The API's own words, cut to 200 characters; null when missing. May be Chinese. */
      readonly apiMessage: string | null;
      /** From a Retry-After header, capped at 60 s; null when absent. */
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'not_sent'; readonly reason: NotSentReason; readonly detail: string }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly detail: string;
      /** With reason `server_error`: the ambiguous code (1004, 1011 or 1016) where the API sent one. */
      readonly apiCode?: number;
    };

type NotSentReason = 'connection_refused' | 'name_not_resolved' | 'connect_timed_out' | 'cancelled';

export type UnknownReason =
  | 'timed_out'
  | 'connection_lost'
  /** Not HTTP, not JSON, not the contract's shape, too large or too deep: maybe another program. */
  | 'unreadable_reply'
  /** HTTP 500 to 599, or codes 1004, 1011, 1016 on a write: it may have acted. */
  | 'server_error';

/** One page of a list whose rows are not parsed yet, so that an unreadable row does not cost the others. */
export interface ListPage {
  /** Matching rows over all pages, as the API counts them. */
  readonly total: number;
  /** As the API sent them, with passwords, logins and supplier links already taken out. */
  readonly rows: readonly unknown[];
}

/** Limits of waiting for one call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onSend?: () => void;
}

/** Reads pages of a list without judging their rows. The same promises as `LocalApiClient.call`. */
export interface ListReader {
  readPage(
    action: PagedActionId,
    body: { readonly page: number; readonly limit: number },
    options?: CallOptions,
  ): Promise<ApiOutcome<ListPage>>;
}

/** One request with the reply as it came. */
export interface RawExchange<T> {
  readonly outcome: ApiOutcome<T>;
  /** Whole, secrets included: it stays in the main process. Null when no complete reply came. */
  readonly reply: RawReply | null;
  /** From sending to the complete reply, in milliseconds. */
  readonly durationMs: number;
}

/** Sends what somebody wrote by hand. The same promises as `LocalApiClient.call`, but for the check of the body. */
export interface RawSender {
  sendRaw(action: ActionId, body: object, options?: CallOptions): Promise<RawExchange<unknown>>;
}

/** Reads rows with the logins, passwords and links in them, for showing or copying one of them on a click. */
export interface SecretReader {
  /** Nothing of it may be kept, logged or sent to the window as a whole. */
  readPageWithSecrets<A extends 'profile-list' | 'proxy-list' | 'profile-transfer-record-list'>(
    action: A,
    body: ActionRequests[A],
    options?: CallOptions,
  ): Promise<ApiOutcome<ListPage>>;
}

/** Actions that answer with `{total, data: []}`. */
export type PagedActionId = {
  [A in ActionId]: ActionResponses[A] extends { readonly total: number; readonly data: readonly unknown[] }
    ? A
    : never;
}[ActionId];

/** What one finished request was. Only the plain ones may be logged: see `body`. */
export interface RequestFacts extends RequestContext {
  readonly action: ActionId;
  readonly access: 'read' | 'write';
  /** Epoch milliseconds of sending. */
  readonly at: number;
  /** The first 100 of the profiles that the request names. */
  readonly profileIds: readonly number[];
  /** As it was sent, secrets included: never to be logged or shown as it is. */
  readonly body: object;
  /** What was seen in place of a success, in English, without secrets. */
  readonly detail: string | null;
  /** Profiles that the request names. */
  readonly idCount: number;
  readonly outcome: ApiOutcome<unknown>['kind'];
  /** Reason of `not_sent` and `unknown`. */
  readonly reason: NotSentReason | UnknownReason | null;
  readonly apiCode: number | null;
  /** From the moment of sending, without the wait for a place. */
  readonly durationMs: number;
}

/** Everything the app asks of the Local API goes through one of these. One call is at most one send. */
export interface LocalApiClient {
  /**
   * Sends one action. Never throws for what the network or the API does. Waits for one of the three places
   * (the API takes 3 requests at the same time); `signal` gives up waiting (`not_sent`, `cancelled`) but
   * never cuts a request that was sent. The deadline is 15 s for reads and 30 s plus 2 s for each profile
   * for writes, counted from the moment of sending. `onSend` is called when a place is free, just before the
   * connection is made. A body that does not fit the action's request schema, and an `onSend` that throws, are
   * bugs: nothing is sent and the promise rejects.
   */
  call<A extends ActionId>(
    action: A,
    body: ActionRequests[A],
    options?: CallOptions,
  ): Promise<ApiOutcome<ActionResponses[A]>>;
}
