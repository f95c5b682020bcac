import http from 'node:http';
import type { Socket } from 'node:net';
import axios, { AxiosHeaders } from 'axios';
import { z } from 'zod';
import { type ApiAddress, formatAddress } from '../../shared/connection.ts';
import { isReadAction } from '../../shared/console/call-rules.ts';
import { actionById } from '../../shared/local-api/catalogue.ts';
import { pageSchema, requestSchema, responseSchema } from '../../shared/local-api/schemas.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import { createGuardedLookup, isHostAllowed } from './address.ts';
import { type FailedSend, HostRefusedError, toFailedSend } from './errors.ts';
import type {
  ApiOutcome,
  CallOptions,
  ListReader,
  LocalApiClient,
  RawExchange,
  RawSender,
  RequestFacts,
  SecretReader,
} from './outcome.ts';
import { parseReply, type RawReply } from './parse-reply.ts';
import { getRequestContext } from './request-context.ts';
import { createRequestGate } from './request-gate.ts';

/** What the client needs from its surroundings. */
export interface LocalApiClientOptions {
  /** Asked before every request, so that a changed setting holds from the next request on. */
  readonly getAddress: () => ApiAddress;
  /** The one host outside this computer that the user confirmed; without it only loopback is contacted. */
  readonly getConfirmedRemoteHost?: () => string | null;
  /** Requests at the same time; the API takes 3. */
  readonly maxInFlight?: number;
  /** Told once for each request, also for one that never got a place. */
  readonly onRequest?: (facts: RequestFacts) => void;
  /** Deadlines other than the published ones, in milliseconds; for tests. */
  readonly limits?: Partial<ClientLimits>;
}

/** Deadlines in milliseconds and sizes in bytes. */
export interface ClientLimits {
  readonly connectMs: number;
  readonly readMs: number;
  readonly writeMs: number;
  readonly writeMsPerId: number;
  readonly maxReplyBytes: number;
}

/** The limits that the product promises. */
const publishedLimits: ClientLimits = {
  connectMs: 2_000,
  readMs: 15_000,
  writeMs: 30_000,
  writeMsPerId: 2_000,
  maxReplyBytes: 16 * 1024 * 1024,
};

/** Serial numbers that the observer is told; the count is always told in full. */
const mostIdsTold = 100;

/** Sockets of finished reads are kept this long, which spans a burst of pages and not the wait between two probes. */
const idleSocketMs = 1_000;

/** One request of HTTP. `totalMs` counts from now to the last byte of the reply. */
interface HttpRequest {
  readonly address: ApiAddress;
  readonly method: 'GET' | 'POST';
  /** Begins with a slash. */
  readonly path: string;
  /** JSON text; null sends no body. */
  readonly body: string | null;
  /** Only for what changes nothing: see `createLocalApiClient`. */
  readonly isSocketReused: boolean;
  readonly totalMs: number;
}

/** Sends one request at most once and gives the complete reply, whatever its status, or why there is none. */
export type HttpSender = (request: HttpRequest) => Promise<RawReply | FailedSend>;

/**
 * Makes the one sender that everything on this computer is asked through: no redirects, no proxy from the
 * environment, no retries, no cookies, and only loopback or the host that the user confirmed.
 */
export function createHttpSender(
  getConfirmedRemoteHost: () => string | null,
  given: Partial<Pick<ClientLimits, 'connectMs' | 'maxReplyBytes'>> = {},
): HttpSender {
  const limits = { ...publishedLimits, ...given };
  const lookup = createGuardedLookup(getConfirmedRemoteHost);
  const readAgent = new http.Agent({
    keepAlive: true,
    timeout: idleSocketMs,
    // The value that axios sets on every socket: another one would cost system calls for each request.
    keepAliveMsecs: 60_000,
  });
  const writeAgent = new http.Agent({ keepAlive: false });
  // The adapter itself: merging defaults, interceptors and transforms, of which none is wanted here, would cost
  // half of what a request costs. Everything that matters is set for each request below.
  const sendHttp = axios.getAdapter('http');

  return async ({ address, method, path, body, isSocketReused, totalMs }) => {
    const target = formatAddress(address);
    const startedAt = performance.now();
    const ended = Promise.withResolvers<never>();
    let sending: http.ClientRequest | undefined;
    let hasConnected = false;
    let endedBy: 'connect_deadline' | 'total_deadline' | null = null;
    let incoming: http.IncomingMessage | undefined;

    const endBy = (cause: 'connect_deadline' | 'total_deadline') => {
      endedBy = cause;
      sending?.destroy();
      ended.reject(new Error(cause));
    };
    const connectTimer = setTimeout(() => endBy('connect_deadline'), limits.connectMs);
    // A timer runs on the monotonic clock: a changed wall clock neither shortens nor lengthens it.
    const totalTimer = setTimeout(() => endBy('total_deadline'), totalMs);
    const onConnected = () => {
      hasConnected = true;
      clearTimeout(connectTimer);
    };

    // axios shows neither the socket nor whether the reply was complete; its transport option is the way to both.
    const transport = {
      request(requestOptions: http.RequestOptions, onResponse: (reply: http.IncomingMessage) => void) {
        // Judged here because URL parsing turns notations such as 0x7f.1 into plain addresses.
        if (!isHostAllowed(requestOptions.hostname ?? '', getConfirmedRemoteHost()))
          throw new HostRefusedError();
        const request = http.request({ ...requestOptions, lookup }, (reply) => {
          incoming = reply;
          onResponse(reply);
        });
        request.once('socket', (socket: Socket) => {
          if (socket.connecting) socket.once('connect', onConnected);
          else onConnected();
        });
        // Some ends give neither a reply nor an error, a switch of protocols for one: axios would wait for ever.
        request.once('close', () => {
          if (incoming === undefined) ended.reject(new Error('closed without a reply'));
        });
        sending = request;
        return request;
      },
    };

    try {
      const answered = sendHttp({
        method,
        url: `http://${target}${path}`,
        ...(body === null ? {} : { data: body }),
        headers: new AxiosHeaders({
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'Accept-Encoding': 'identity',
          'User-Agent': 'profile-panel',
        }),
        transport,
        httpAgent: isSocketReused ? readAgent : writeAgent,
        proxy: false,
        maxRedirects: 0,
        decompress: false,
        responseType: 'arraybuffer',
        maxContentLength: limits.maxReplyBytes,
        maxBodyLength: Number.POSITIVE_INFINITY,
        validateStatus: null,
      });
      const response = await Promise.race([answered, ended.promise]);
      if (incoming?.complete !== true)
        return { kind: 'unknown', reason: 'connection_lost', detail: `The reply of ${target} was cut.` };
      return {
        status: response.status,
        contentEncoding: incoming.headers['content-encoding'],
        retryAfter: incoming.headers['retry-after'],
        body: response.data,
      };
    } catch (error) {
      const elapsedMs = Math.round(performance.now() - startedAt);
      return toFailedSend(error, { target, hasConnected, endedBy, elapsedMs });
    } finally {
      clearTimeout(connectTimer);
      clearTimeout(totalTimer);
    }
  };
}

/**
 * The one way to the Local API. One call is at most one send: a fresh socket for each write, no redirects, no
 * proxy from the environment, no retries. Reads may reuse a socket; Node never sends again by itself when such a
 * socket turns out to be dead, the read ends as `connection_lost` and its caller decides.
 */
export function createLocalApiClient(
  options: LocalApiClientOptions,
): LocalApiClient & ListReader & SecretReader & RawSender {
  const { getAddress, onRequest } = options;
  const getConfirmedRemoteHost = options.getConfirmedRemoteHost ?? (() => null);
  const limits: ClientLimits = { ...publishedLimits, ...options.limits };
  const gate = createRequestGate(options.maxInFlight ?? 3);
  const sendHttp = createHttpSender(getConfirmedRemoteHost, limits);

  async function call<T>(
    action: ActionId,
    body: object,
    schema: z.ZodType<T>,
    callOptions: CallOptions,
    secrets: 'dropped' | 'kept' = 'dropped',
  ): Promise<ApiOutcome<T>> {
    const request = requestSchema(action).safeParse(body);
    if (!request.success) {
      const path = request.error.issues[0]?.path.join('.') ?? '';
      throw new TypeError(`The body for ${action} does not fit its request schema at "${path}".`);
    }
    return (await exchange(action, body, schema, callOptions, secrets)).outcome;
  }

  async function exchange<T>(
    action: ActionId,
    body: object,
    schema: z.ZodType<T>,
    { signal, onSend }: CallOptions,
    secrets: 'dropped' | 'kept' = 'dropped',
  ): Promise<RawExchange<T>> {
    const ids = listIds(body);
    const context = getRequestContext();
    let at = Date.now();
    const tell = (outcome: ApiOutcome<unknown>, durationMs: number) =>
      onRequest?.({
        ...{ action, access: accessOf(action), at, durationMs, body },
        ...{ profileIds: ids.slice(0, mostIdsTold), idCount: ids.length },
        ...context,
        ...readOutcome(outcome),
      });
    const leave = await gate.enter(signal);
    if (leave === null) {
      const outcome = {
        kind: 'not_sent',
        reason: 'cancelled',
        detail: 'Given up before it was sent.',
      } as const;
      tell(outcome, 0);
      return { outcome, reply: null, durationMs: 0 };
    }
    let received: RawReply | FailedSend;
    const startedAt = performance.now();
    try {
      onSend?.();
      at = Date.now();
      received = await send(action, body, ids.length);
    } finally {
      leave();
    }
    const durationMs = Math.round(performance.now() - startedAt);
    // The next request in the queue goes out before this reply is parsed: the API works meanwhile.
    await new Promise(setImmediate);
    const outcome =
      'kind' in received ? received : parseReply(received, schema, accessOf(action), Date.now(), secrets);
    tell(outcome, durationMs);
    return { outcome, reply: 'kind' in received ? null : received, durationMs };
  }

  function send(action: ActionId, body: object, idCount: number): Promise<RawReply | FailedSend> {
    const access = accessOf(action);
    return sendHttp({
      address: getAddress(),
      method: 'POST',
      path: actionById(action).path,
      body: JSON.stringify(body),
      isSocketReused: access === 'read',
      totalMs: access === 'read' ? limits.readMs : limits.writeMs + limits.writeMsPerId * idCount,
    });
  }

  return {
    call: (action, body, callOptions = {}) => call(action, body, responseSchema(action), callOptions),
    async readPage(action, body, callOptions = {}) {
      const outcome = await call(action, body, pageSchema, callOptions);
      if (outcome.kind !== 'ok') return outcome;
      return { kind: 'ok', data: { total: outcome.data.total, rows: outcome.data.data } };
    },
    sendRaw: (action, body, callOptions = {}) => exchange(action, body, z.unknown(), callOptions),
    async readPageWithSecrets(action, body, callOptions = {}) {
      const outcome = await call(action, body, pageSchema, callOptions, 'kept');
      if (outcome.kind !== 'ok') return outcome;
      return { kind: 'ok', data: { total: outcome.data.total, rows: outcome.data.data } };
    },
  };
}

/** A read changes nothing, so that sending it twice does no harm; every other action is a write. */
function accessOf(action: ActionId): 'read' | 'write' {
  return isReadAction(action) ? 'read' : 'write';
}

/** Profiles named in a body; some actions take them as text. */
function listIds(body: object): readonly number[] {
  const ids: unknown = 'profile_id' in body ? body.profile_id : undefined;
  if (ids === undefined) return [];
  return (Array.isArray(ids) ? ids : [ids]).map(Number);
}

function readOutcome(
  outcome: ApiOutcome<unknown>,
): Pick<RequestFacts, 'outcome' | 'reason' | 'apiCode' | 'detail'> {
  switch (outcome.kind) {
    case 'ok':
      return { outcome: 'ok', reason: null, apiCode: 0, detail: null };
    case 'refused':
      return { outcome: 'refused', reason: null, apiCode: outcome.apiCode, detail: outcome.apiMessage };
    case 'not_sent':
    case 'unknown': {
      const { kind, reason, detail } = outcome;
      const apiCode = kind === 'unknown' ? (outcome.apiCode ?? null) : null;
      return { outcome: kind, reason, apiCode, detail };
    }
  }
}
