import { isAxiosError } from 'axios';
import { errorEntry } from '../../shared/local-api/error-catalogue.ts';
import type { AppError } from '../../shared/result.ts';
import { excerpt } from '../support/redact.ts';
import type { ApiOutcome } from './outcome.ts';

/** What the client saw of one request that failed below the level of HTTP. */
export interface SendFacts {
  /** `host:port` for the detail text. */
  readonly target: string;
  /** The TCP connection stood: from then on the request may have acted. */
  readonly hasConnected: boolean;
  /** Which of the client's own deadlines ended it. */
  readonly endedBy: 'connect_deadline' | 'total_deadline' | null;
  readonly elapsedMs: number;
}

/** Outcomes without a reply. */
export type FailedSend = Extract<ApiOutcome<never>, { kind: 'not_sent' | 'unknown' }>;

/** Thrown by the client's own name look-up when a host may not be contacted. */
export class HostRefusedError extends Error {
  readonly code = 'ERR_HOST_REFUSED';
}

/**
 * Turns what axios or Node reported into an outcome. `not_sent` is claimed only when the connection never stood;
 * the error code alone does not prove it, because ECONNRESET can come before and after.
 */
export function toFailedSend(error: unknown, facts: SendFacts): FailedSend {
  const code = findCode(error);
  const { target } = facts;
  if (!facts.hasConnected) {
    if (facts.endedBy !== null || code === 'ETIMEDOUT')
      return notSent('connect_timed_out', `No connection to ${target} within ${facts.elapsedMs} ms.`);
    if (code === 'ERR_HOST_REFUSED')
      return notSent('name_not_resolved', `${target} is not an address of this computer.`);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA')
      return notSent('name_not_resolved', `The host of ${target} has no address (${code}).`);
    return notSent('connection_refused', `${target} refused the connection (${code}).`);
  }
  if (facts.endedBy !== null)
    return unknown('timed_out', `No complete reply from ${target} within ${facts.elapsedMs} ms.`);
  if (code.startsWith('HPE_'))
    return unknown('unreadable_reply', `The reply is not HTTP (${code})${firstBytes(error)}`);
  if (isTooLarge(error)) return unknown('unreadable_reply', 'The reply is larger than 16 MiB.');
  return unknown(
    'connection_lost',
    `The connection to ${target} broke before the reply was complete (${code}).`,
  );
}

/**
 * The expected failure that a command reports for an outcome. For a write every `unknown` becomes
 * `outcome_unknown`, since it may have acted; for a read nothing can have happened.
 */
export function toAppError(
  outcome: Exclude<ApiOutcome<unknown>, { kind: 'ok' }>,
  access: 'read' | 'write',
): AppError {
  switch (outcome.kind) {
    case 'refused':
      return {
        code: 'api_rejected',
        message: `The Local API refused the request with code ${outcome.apiCode}.`,
        retryable: outcome.retryAfterMs !== null || (errorEntry(outcome.apiCode)?.retryable ?? false),
        apiCode: outcome.apiCode,
      };
    case 'not_sent':
      return {
        code: 'api_unreachable',
        message: 'The request was not sent: no connection to the Local API.',
        retryable: true,
        detail: outcome.detail,
      };
    case 'unknown': {
      const detail = outcome.detail;
      if (access === 'write')
        return {
          code: 'outcome_unknown',
          message: 'The request was sent and its effect is not known.',
          retryable: false,
          detail,
          ...(outcome.apiCode === undefined ? {} : { apiCode: outcome.apiCode }),
        };
      if (outcome.reason === 'timed_out')
        return {
          code: 'api_timeout',
          message: 'The Local API did not answer in time.',
          retryable: true,
          detail,
        };
      return {
        code: 'unexpected_response',
        message: 'The reply is not what the Local API is documented to send.',
        retryable: outcome.reason !== 'unreadable_reply',
        detail,
      };
    }
  }
}

function notSent(reason: Extract<FailedSend, { kind: 'not_sent' }>['reason'], detail: string): FailedSend {
  return { kind: 'not_sent', reason, detail };
}

function unknown(reason: Extract<FailedSend, { kind: 'unknown' }>['reason'], detail: string): FailedSend {
  return { kind: 'unknown', reason, detail };
}

/** The code of Node or its HTTP parser; axios wraps it and keeps its own code for its own failures. */
function findCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  for (const candidate of [cause, error])
    if (candidate instanceof Error && 'code' in candidate && typeof candidate.code === 'string')
      return candidate.code;
  return 'no code';
}

function isTooLarge(error: unknown): boolean {
  // axios has no code of its own for this: it shares ERR_BAD_RESPONSE with an aborted stream.
  return isAxiosError(error) && error.message.startsWith('maxContentLength');
}

/** Node's parser keeps the bytes it could not read: an SSH server, for one, names itself in them. */
function firstBytes(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error && 'rawPacket' in cause && Buffer.isBuffer(cause.rawPacket))) return '.';
  const text = excerpt(cause.rawPacket.toString('latin1', 0, 512), 40);
  return text === '' ? '.' : `: ${text}`;
}
