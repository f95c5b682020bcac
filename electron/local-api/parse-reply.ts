import type { z } from 'zod';
import { excerpt } from '../support/redact.ts';
import { dropSecrets } from './drop-secrets.ts';
import type { ApiOutcome } from './outcome.ts';

/** A complete HTTP reply as it came over the wire. Header names are in lower case. */
export interface RawReply {
  readonly status: number;
  readonly contentEncoding: string | undefined;
  readonly retryAfter: string | undefined;
  readonly body: Buffer;
}

/** Deepest nesting of a reply. The documented ones have 5 levels; a million levels break structured cloning. */
const maxDepth = 64;
/**
 * Larger bodies are scanned for their depth before they are parsed, because parsing one that is nested millions
 * deep takes gigabytes. Smaller ones, and so every page of a list, are judged after parsing.
 */
const scannedFromBytes = 256 * 1024;
const maxMessageLength = 200;
const maxRetryAfterMs = 60_000;
const excerptLength = 40;

/** "System error", "request timeout" and the like: after a write they do not say whether it acted. */
const ambiguousAfterWrite: ReadonlySet<number> = new Set([1004, 1011, 1016]);
const tooFast = 1010;
/** Strips a byte order mark, and refuses bytes that are not UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a reply of the Local API. The envelope decides, not the HTTP status: one documented failure comes as 404.
 * Anything that is not the contract's envelope is `unknown`; `schema` reads its `data`. `now` is the epoch time
 * in milliseconds for a Retry-After that is a date. Logins, passwords and links are dropped unless they are asked
 * for.
 */
export function parseReply<T>(
  reply: RawReply,
  schema: z.ZodType<T>,
  access: 'read' | 'write',
  now: number,
  secrets: 'dropped' | 'kept' = 'dropped',
): ApiOutcome<T> {
  const { status } = reply;
  const encoding = reply.contentEncoding?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity')
    return unreadable(`HTTP ${status} with a compressed body, which was not asked for.`);
  if (status >= 300 && status < 400)
    return unreadable(`HTTP ${status}: a redirection, which is never followed.`);
  const envelope = readEnvelope(reply, secrets);
  if (!envelope.ok) {
    if (status >= 500)
      return { kind: 'unknown', reason: 'server_error', detail: `HTTP ${status}. ${envelope.problem}` };
    if (status === 429)
      return {
        kind: 'refused',
        apiCode: tooFast,
        apiMessage: null,
        retryAfterMs: parseRetryAfter(reply.retryAfter, now),
      };
    return unreadable(`HTTP ${status}. ${envelope.problem}`);
  }
  const { code, message, data } = envelope;
  if (code === 0) {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { kind: 'ok', data: parsed.data };
    const path = ['data', ...(parsed.error.issues[0]?.path ?? [])].map(String).join('.');
    return unreadable(`The field ${path} does not fit the contract.`);
  }
  if (access === 'write' && ambiguousAfterWrite.has(code))
    return { kind: 'unknown', reason: 'server_error', apiCode: code, detail: `Code ${code} after a write.` };
  return {
    kind: 'refused',
    apiCode: code,
    apiMessage: message,
    retryAfterMs: parseRetryAfter(reply.retryAfter, now),
  };
}

type Envelope =
  | { readonly ok: true; readonly code: number; readonly message: string | null; readonly data: unknown }
  | { readonly ok: false; readonly problem: string };

function readEnvelope({ body }: RawReply, secrets: 'dropped' | 'kept'): Envelope {
  const read = readJsonBody(body, secrets);
  if (!read.ok) return read;
  const { value } = read;
  if (!isRecord(value) || !Object.hasOwn(value, 'error') || !isRecord(value.error))
    return { ok: false, problem: `The body has no "error" object${shown(body)}` };
  const { error } = value;
  const code = Object.hasOwn(error, 'code') ? parseCode(error.code) : null;
  if (code === null) return { ok: false, problem: 'The field error.code is not a whole number.' };
  const message = Object.hasOwn(error, 'message') ? error.message : null;
  return {
    ok: true,
    code,
    message:
      typeof message === 'string'
        ? Array.from(message.slice(0, 2 * maxMessageLength))
            .slice(0, maxMessageLength)
            .join('')
        : null,
    data: Object.hasOwn(value, 'data') ? value.data : undefined,
  };
}

/** Parsed JSON, or in English why the body is none. */
export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the body of any reply as JSON: UTF-8 text, at most 64 levels deep, secrets taken out unless they are asked
 * for. Never throws.
 */
export function readJsonBody(body: Buffer, secrets: 'dropped' | 'kept' = 'dropped'): JsonBody {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    // The decoder's error says no more than this; replacement characters would corrupt names silently.
    return { ok: false, problem: `The body is not UTF-8 text${shown(body)}` };
  }
  const tooDeep = { ok: false, problem: `The body is nested deeper than ${maxDepth} levels.` } as const;
  if (body.length > scannedFromBytes && isDeeperThan(body, maxDepth)) return tooDeep;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message quotes the body, which may hold secrets.
    return { ok: false, problem: `The body is not JSON${shown(body)}` };
  }
  const isShallow = secrets === 'kept' ? !isDeeperThan(body, maxDepth) : dropSecrets(value, maxDepth);
  return isShallow ? { ok: true, value } : tooDeep;
}

function parseCode(code: unknown): number | null {
  if (typeof code === 'number') return Number.isSafeInteger(code) ? code : null;
  return typeof code === 'string' && /^\d{1,9}$/.test(code) ? Number(code) : null;
}

/** Milliseconds to wait as a Retry-After header says (seconds or an HTTP date), 0 to 60,000; null without one. */
function parseRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), maxRetryAfterMs) : null;
}

const quote = 0x22;
const backslash = 0x5c;
const openList = 0x5b;
const openObject = 0x7b;
const closeList = 0x5d;
const closeObject = 0x7d;

/**
 * Tells whether JSON text nests lists and objects deeper than `limit`, without recursion and before it is parsed.
 * On text that is not JSON the answer has no meaning and does no harm.
 */
function isDeeperThan(json: Uint8Array, limit: number): boolean {
  let depth = 0;
  const { length } = json;
  for (let at = 0; at < length; at += 1) {
    const byte = json[at];
    if (byte === quote) {
      at += 1;
      while (at < length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
    } else if (byte === openList || byte === openObject) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
  }
  return false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(body: Buffer): string {
  const text = excerpt(body.toString('utf8', 0, 4096), excerptLength);
  return text === '' ? ' (empty).' : `: ${text}`;
}

function unreadable(detail: string): ApiOutcome<never> {
  return { kind: 'unknown', reason: 'unreadable_reply', detail };
}
