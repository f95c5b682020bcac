import { z } from 'zod';
import type { ApiAddress } from './connection.ts';

/**
 * The cache of another service on this computer, which has nothing to do with the caches of profiles. The service
 * documents its one call as having no effect since its cache module was removed, so nothing here may claim more
 * than what the service itself said.
 */

/** Where the service listens unless told otherwise: the address that its own documentation gives. */
export const defaultServiceAddress: ApiAddress = { host: '127.0.0.1', port: 37_737 };

/** Name of one service, as it is sent. */
export const serviceName = z.string().trim().min(1).max(100);

/** Whose cache is meant. All services are a choice of their own and never the meaning of an empty field. */
export const serviceTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('service'), name: serviceName }),
]);
export type ServiceTarget = z.infer<typeof serviceTarget>;

/** What the service answered, in its own words; long texts are cut. */
const serviceReply = z.object({
  /** `success` and `error` are documented; another word is kept as it came. */
  status: z.string(),
  message: z.string(),
  clearedItems: z.array(z.string()),
  /** How many items it named, also those beyond the ones kept here. */
  clearedItemCount: z.int().nonnegative(),
  /** Null when the service did not say; it need not fit the number of items. */
  entriesCleared: z.number().nullable(),
  /** Time text as the service sent it; null when it sent none. */
  timestamp: z.string().nullable(),
});
export type ServiceReply = z.infer<typeof serviceReply>;

/** One entry of the `detail` list of a 422. */
const serviceProblem = z.object({
  /** The field of the form that it speaks of; null when it is about something else. */
  field: z.enum(['serviceName']).nullable(),
  /** Where the service saw it, for example `body.serviceName`. */
  path: z.string(),
  message: z.string(),
  type: z.string(),
});
export type ServiceProblem = z.infer<typeof serviceProblem>;

const detail = z.string();

/** What is known after one call. */
const serviceOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), reply: serviceReply }),
  z.object({ kind: z.literal('invalid'), problems: z.array(serviceProblem) }),
  /** Another HTTP status than 200 and 422. From 500 on it is not known whether something was done. */
  z.object({ kind: z.literal('http_error'), status: z.int(), detail }),
  /** No connection stood, so that nothing can have happened. */
  z.object({
    kind: z.literal('not_sent'),
    reason: z.enum(['connection_refused', 'name_not_resolved', 'connect_timed_out', 'cancelled']),
    detail,
  }),
  /** An answer that is not the documented one: maybe another program listens there. */
  z.object({ kind: z.literal('unreadable'), detail }),
  /** It was sent, and no whole answer came. */
  z.object({ kind: z.literal('unknown'), reason: z.enum(['timed_out', 'connection_lost']), detail }),
]);
export type ServiceOutcome = z.infer<typeof serviceOutcome>;

/** One call as the history keeps it. */
export const serviceClear = z.object({
  id: z.string().max(40),
  /** Epoch milliseconds when it was sent. */
  at: z.number(),
  durationMs: z.number(),
  /** `host:port`. */
  address: z.string().max(300),
  target: serviceTarget,
  outcome: serviceOutcome,
});
export type ServiceClear = z.infer<typeof serviceClear>;

/** What the page shows before anything is sent. */
export interface ServiceCacheView {
  readonly address: ApiAddress;
  /** On demo data the address is that of the demo and cannot be changed. */
  readonly isAddressFixed: boolean;
  /** Newest first, at most 200. */
  readonly history: readonly ServiceClear[];
  /** Names used before, the one used last first. */
  readonly names: readonly string[];
}

/** What a look at the address found. Looking reads the service's own description and clears nothing. */
export type ServiceProbe =
  /** It describes itself and lists the call. */
  | { readonly kind: 'ready'; readonly title: string }
  /** It describes itself and does not list the call. */
  | { readonly kind: 'no_clear_call'; readonly title: string }
  /** It answers in HTTP without a description: it may be the service or another program. */
  | { readonly kind: 'no_description'; readonly status: number }
  | { readonly kind: 'not_running'; readonly detail: string }
  | { readonly kind: 'bad_address'; readonly detail: string }
  | { readonly kind: 'not_answering'; readonly detail: string };
