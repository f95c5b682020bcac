import { z } from 'zod';
import { demoSwitches } from './demo-switches.ts';

/**
 * The control plane of the demo Local API: `POST /demo/<command>` with a JSON body, on the API's own port and on
 * the port of the service cache. A good call answers 200 with the command's reply, a bad one 400 with
 * `{ message }`. Control calls do not count towards the limit of requests and are in no journal.
 */

/** Profile serial number on this plane. */
const profileIds = z.array(z.int());

/**
 * What happens to a request that meets a fault. Faults that replace the reply (`error`, `html`, `httpStatus`,
 * `redirect`, `hang`, `resetBefore`) do not act; the others act first and spoil the reply. `acts` overrides that.
 */
const demoFault = z.intersection(
  z.object({ acts: z.boolean().optional() }),
  z.discriminatedUnion('kind', [
    /** Waits before it acts. */
    z.object({ kind: z.literal('delay'), milliseconds: z.int().nonnegative() }),
    /** Resets the connection without acting. */
    z.object({ kind: z.literal('resetBefore') }),
    /** Acts, then resets the connection instead of answering. */
    z.object({ kind: z.literal('resetAfter') }),
    /** Announces the whole body, sends half of it and closes. */
    z.object({ kind: z.literal('cutBody') }),
    /** Answers with text that is not JSON under a JSON content type. */
    z.object({ kind: z.literal('malformedBody') }),
    /** Answers 200 with a page of HTML, as another program on the port would. */
    z.object({ kind: z.literal('html') }),
    /** Answers an envelope whose `data` has a type no contract names. */
    z.object({ kind: z.literal('wrongType') }),
    /** Answers the right body under `text/plain`. */
    z.object({ kind: z.literal('wrongContentType') }),
    /** Answers with an error code of the API, in the failure envelope of the action; the service cache answers 500. */
    z.object({ kind: z.literal('error'), code: z.int(), message: z.string().optional() }),
    /** Batch calls leave these ids alone and out of the reply; other calls are not touched. */
    z.object({ kind: z.literal('partial'), omit: profileIds }),
    /** Adds ids to the reply of a batch call that nobody asked for. */
    z.object({ kind: z.literal('extraIds'), ids: profileIds }),
    /** Names every id of a batch call, or every row of a page, twice. */
    z.object({ kind: z.literal('duplicateIds') }),
    /** Never answers. */
    z.object({ kind: z.literal('hang') }),
    /** Answers with this HTTP status and a short text body. */
    z.object({ kind: z.literal('httpStatus'), status: z.int().min(100).max(599) }),
    /** Answers 302 to this address. */
    z.object({ kind: z.literal('redirect'), location: z.string() }),
    /** Answers a valid envelope of about this many bytes. */
    z.object({ kind: z.literal('hugeBody'), bytes: z.int().positive() }),
    /** Answers valid JSON with arrays nested this deep. */
    z.object({ kind: z.literal('deepBody'), depth: z.int().positive() }),
    /** Sends the right body in this many pieces with a pause between them. */
    z.object({
      kind: z.literal('slowBody'),
      pieces: z.int().min(2),
      pauseMilliseconds: z.int().nonnegative(),
    }),
    /** Breaks one row (from 0) of a list: its id, its name, or the whole row. */
    z.object({
      kind: z.literal('malformedRow'),
      row: z.int().nonnegative().default(0),
      part: z.enum(['id', 'nullName', 'name', 'row']).default('id'),
    }),
    /** Sends the right body gzip-encoded without having been asked. */
    z.object({ kind: z.literal('gzip') }),
    /** Puts a byte order mark before the right body. */
    z.object({ kind: z.literal('bom') }),
    /** Puts a byte that is not UTF-8 inside the message of the right body. */
    z.object({ kind: z.literal('invalidUtf8') }),
  ]),
);
export type DemoFault = z.infer<typeof demoFault>;

/** A change to profiles that does not come through the API, as if somebody used the desktop client. */
const demoTouch = z.discriminatedUnion('kind', [
  /** Opens by hand: shown by the account's list of opened profiles only. `throughApi` makes it an API opening. */
  z.object({
    kind: z.literal('open'),
    profileIds,
    user: z.string().optional(),
    throughApi: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('close'), profileIds }),
  z.object({ kind: z.literal('rename'), profileId: z.int(), name: z.string() }),
  z.object({ kind: z.literal('delete'), profileIds }),
  z.object({ kind: z.literal('add'), count: z.int().positive(), namePrefix: z.string().optional() }),
  /** Fills the cache again, as browsing does. */
  z.object({ kind: z.literal('fillCache'), profileIds }),
  z.object({ kind: z.literal('emptyCache'), profileIds }),
]);
export type DemoTouch = z.infer<typeof demoTouch>;

/** State of the account that the simulated client is signed in with. */
const demoAccount = z.object({
  /** `signedOut` answers 1002 to everything, `versionTooLow` 1005, `noRights` 1008. */
  state: z.enum(['ok', 'signedOut', 'versionTooLow', 'noRights']).optional(),
  /** `second` has the same serial numbers with other profiles behind them. */
  account: z.enum(['first', 'second']).optional(),
});
export type DemoAccount = z.infer<typeof demoAccount>;

/** The whole state of the account, nothing left out. */
const demoAccountState = demoAccount.required();
export type DemoAccountState = z.infer<typeof demoAccountState>;

/** One API request the demo received. Bodies are as sent, secrets included: this is a test tool. */
const demoRequest = z.object({
  seq: z.int(),
  /** Last part of the path; for the service cache `system-cache-clear`. */
  action: z.string(),
  /** The parsed body, or the raw text when it is not JSON. */
  body: z.unknown(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  /** Epoch milliseconds; null while it runs. */
  finishedAt: z.number().nullable(),
  /** `ok`, `code <n>`, `fault <kind>`, `http <n>` or `aborted`; null while it runs. */
  outcome: z.string().nullable(),
  /** API requests in progress when it arrived, itself included. */
  concurrent: z.int(),
});
export type DemoRequest = z.infer<typeof demoRequest>;

const none = z.object({});

/** Every command of the control plane with the schema of its request and its reply. */
export const demoCommands = {
  /** Adds a fault. Faults are tried in the order they were added; the first that fits is used. */
  'faults.add': {
    request: z.object({
      /** Id of an action, `openapi.json` for the description of the service, or `*` for all. */
      action: z.string(),
      fault: demoFault,
      /** How many requests it meets; without it, all. */
      times: z.int().positive().optional(),
      /** How many matching requests pass first. */
      after: z.int().nonnegative().optional(),
      /** Only requests that name one of these. */
      profileIds: profileIds.optional(),
    }),
    response: z.object({ id: z.int() }),
  },
  /** Removes one fault, or all. Hanging requests of removed faults are reset. */
  'faults.clear': { request: z.object({ id: z.int().optional() }), response: none },
  /** Sets some switches and tells all. */
  'switches.set': { request: demoSwitches.partial(), response: demoSwitches },
  'account.set': { request: demoAccount, response: demoAccountState },
  /** The last 20,000 API requests, oldest first. */
  'requests.list': {
    request: z.object({ action: z.string().optional(), sinceSeq: z.int().optional() }),
    response: z.object({ requests: z.array(demoRequest), maxConcurrent: z.int(), received: z.int() }),
  },
  'requests.clear': { request: none, response: none },
  'state.get': {
    request: z.object({ profileIds: profileIds.optional(), name: z.string().optional() }),
    response: z.object({
      profileCount: z.int(),
      /** How many profiles have the asked name; null when none was asked. */
      profilesNamed: z.int().nullable(),
      groupCount: z.int(),
      tagCount: z.int(),
      proxyCount: z.int(),
      openProfileIds: profileIds,
      recycleBinIds: profileIds,
      /** Codes of other accounts that can be imported here. */
      foreignTransferCodes: z.array(z.string()),
      /** How often each asked profile was cleared. Profiles that do not exist are left out. */
      profiles: z.array(
        z.object({
          profileId: z.int(),
          name: z.string(),
          groupName: z.string(),
          hasCache: z.boolean(),
          cookieCount: z.int(),
          cacheClears: z.int(),
          cookieClears: z.int(),
          isOpen: z.boolean(),
        }),
      ),
    }),
  },
  /** Changes profiles at once, or right after the n-th further request of an action was answered. */
  'profiles.touch': {
    request: z.object({
      changes: z.array(demoTouch).min(1),
      after: z.object({ action: z.string(), requests: z.int().positive() }).optional(),
    }),
    response: z.object({ addedIds: profileIds }),
  },
  /**
   * Stops listening on the API port and drops its connections, keeping the state. Starts again after the given
   * time, or when `server.resume` comes in on the service port, which stays up.
   */
  'server.pause': { request: z.object({ milliseconds: z.int().positive().optional() }), response: none },
  'server.resume': { request: none, response: none },
} as const;

type DemoCommands = typeof demoCommands;
export type DemoCommandName = keyof DemoCommands;
export type DemoCommandInput<Name extends DemoCommandName> = z.input<DemoCommands[Name]['request']>;
export type DemoCommandRequest<Name extends DemoCommandName> = z.output<DemoCommands[Name]['request']>;
export type DemoCommandReply<Name extends DemoCommandName> = z.output<DemoCommands[Name]['response']>;

/** The one line that the command line prints once it listens. */
export const demoAddresses = z.object({
  /** Such as `http://127.0.0.1:53200`; control calls go to `<baseUrl>/demo/<command>`. */
  baseUrl: z.string(),
  port: z.int(),
  serviceUrl: z.string(),
  servicePort: z.int(),
  profiles: z.int(),
  seed: z.int(),
});
export type DemoAddresses = z.infer<typeof demoAddresses>;
