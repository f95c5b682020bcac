import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FetchFault } from '../../shared/extraction/link-test.ts';
import {
  createTargetLookup,
  findTargetFault,
  TargetBlockedError,
  type TargetRules,
} from './blocked-targets.ts';
import { type DecodedReply, decodeReply } from './decode-reply.ts';

/**
 * Node's own http and https rather than a fetch: they take the guarded name look-up for exactly this connection, open
 * a fresh socket, follow no redirect, read no proxy from the environment, store no cookie and decompress nothing by
 * themselves, so that every limit below is in one place. Nothing here logs, and no error carries the link.
 */

/** Limits of one test; tests of this module set smaller ones. */
export interface FetchLimits {
  /** Milliseconds for everything together: name look-up, redirects and the last byte. */
  readonly totalMs: number;
  /** Bytes of the reply, both as sent and decompressed; what goes beyond is not read. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

const defaultLimits: FetchLimits = { totalMs: 10_000, maxBytes: 64 * 1024, maxRedirects: 3 };

/** A reply that announces more than so many times the limit is no list of proxies: it is not read at all. */
const hopelessFactor = 16;

export interface FetchOptions extends TargetRules {
  /** Aborts the test: the outcome is `cancelled`. */
  readonly signal: AbortSignal;
  readonly limits?: Partial<FetchLimits>;
  /** Replaces the name look-up of the operating system in tests. */
  readonly lookup?: LookupFunction;
}

/** A reply, whatever its status: complete, or its beginning. */
export interface FetchedReply extends DecodedReply {
  readonly status: number;
  readonly bytes: number;
  readonly redirects: number;
  /** There was more than the limit: `text` is the beginning. */
  readonly isCut: boolean;
  /** Seconds that `Retry-After` names, at most an hour; null without one. */
  readonly retryAfter: number | null;
}

export type FetchOutcome =
  | { readonly ok: true; readonly reply: FetchedReply }
  | { readonly ok: false; readonly fault: FetchFault };

/** Stops a reading with a fault of its own. */
class FetchStop extends Error {
  override readonly name = 'FetchStop';
  readonly fault: FetchFault;

  constructor(fault: FetchFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Fetches a supplier link with one GET, plus one for each of at most three redirects, every one of which is judged
 * like the link itself. It never throws; the outcome names a fault instead.
 */
export async function fetchLink(link: string, options: FetchOptions): Promise<FetchOutcome> {
  const limits = { ...defaultLimits, ...options.limits };
  const deadline = AbortSignal.timeout(limits.totalMs);
  const signal = AbortSignal.any([options.signal, deadline]);
  try {
    return { ok: true, reply: await followLink(link, options, limits, signal) };
  } catch (error) {
    if (options.signal.aborted) return { ok: false, fault: 'cancelled' };
    return { ok: false, fault: deadline.aborted ? 'timed_out' : toFault(error) };
  }
}

async function followLink(
  link: string,
  options: FetchOptions,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchedReply> {
  let url = parseUrl(link, undefined);
  for (let redirects = 0; ; redirects += 1) {
    const fault = findTargetFault(url, options);
    if (fault !== null) throw new FetchStop(fault);
    const response = await send(url, options, signal);
    const { statusCode: status = 0, headers } = response;
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      response.destroy();
      if (redirects === limits.maxRedirects) throw new FetchStop('too_many_redirects');
      const next = parseUrl(headers.location, url);
      if (losesEncryption(url, next)) throw new FetchStop('redirect_to_http');
      url = next;
      continue;
    }
    const { bytes, isCut } = await readBody(response, limits.maxBytes, signal);
    const decoded = decodeReply(bytes, headers['content-type'] ?? '', isCut);
    return {
      ...decoded,
      ...{ status, isCut },
      bytes: bytes.length,
      redirects,
      retryAfter: readRetryAfter(headers['retry-after']),
    };
  }
}

/**
 * A redirect from https to http: the supplier's key, which such redirects carry along, would travel readable for
 * everybody on the way. Whoever wants that pastes the http link itself.
 */
export function losesEncryption(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol === 'http:';
}

function parseUrl(text: string, base: URL | undefined): URL {
  const url = URL.parse(text, base?.href);
  if (url === null) throw new FetchStop('link');
  return url;
}

function send(
  url: URL,
  { allowLoopback, lookup }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isHttps = url.protocol === 'https:';
  const agent = isHttps ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = (isHttps ? requestHttps : requestHttp)(
      url,
      {
        ...{ agent, signal, maxHeaderSize: 16_384, lookup: lookup ?? createTargetLookup(allowLoopback) },
        headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'ProfilePanel' },
      },
      resolve,
    );
    request.on('error', reject);
    request.end();
  });
}

interface Body {
  readonly bytes: Buffer;
  readonly isCut: boolean;
}

async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Body> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes * hopelessFactor) {
    response.destroy();
    throw new FetchStop('too_large');
  }
  const decoder = createDecoder(response.headers['content-encoding'] ?? '');
  const source = decoder === null ? response : decompress(response, decoder, maxBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop destroys the stream, and with it the connection.
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxBytes) break;
    }
  } catch (error) {
    if (signal.aborted || error instanceof FetchStop || isZlibError(error)) throw error;
    throw new FetchStop('cut_off');
  } finally {
    response.destroy();
  }
  // A body that ends with the connection looks complete when the deadline is what closed it.
  signal.throwIfAborted();
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isCut: size > maxBytes };
}

/** What is sent is limited too: endless compressed data can decompress to nothing. */
function decompress(response: IncomingMessage, decoder: Duplex, maxBytes: number): Duplex {
  async function* limit(chunks: AsyncIterable<Buffer>) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw new FetchStop('too_large');
      yield chunk;
    }
  }
  // A failure reaches the reader through the decoder, which the pipeline destroys with it.
  pipeline(response, limit, decoder, () => {});
  return decoder;
}

/** Null for a reply that is not compressed. */
function createDecoder(encoding: string): Duplex | null {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new FetchStop('bad_encoding');
  }
}

function readRetryAfter(header: string | undefined): number | null {
  const seconds = /^\d{1,9}$/.test(header ?? '')
    ? Number(header)
    : (Date.parse(header ?? '') - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3600) : null;
}

function isZlibError(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const unreachableCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'ETIMEDOUT',
]);

function toFault(error: unknown): FetchFault {
  if (error instanceof FetchStop) return error.fault;
  if (error instanceof TargetBlockedError) return 'blocked_target';
  const code = codeOf(error);
  if (unreachableCodes.has(code)) return 'unreachable';
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'name_not_found';
  if (code.startsWith('HPE_') || code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'not_http';
  if (isZlibError(error)) return 'bad_encoding';
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/.test(code))
    return 'tls_failed';
  return 'connection_lost';
}
