import type { ConsoleReply } from '../../shared/console/console-call.ts';
import { hideSecrets } from '../../shared/console/secret-fields.ts';
import type { AppError } from '../../shared/result.ts';
import type { ServiceOutcome } from '../../shared/service-cache.ts';
import { readJsonBody } from '../local-api/parse-reply.ts';
import type { ServiceExchange } from '../service-cache/service-cache.ts';
import { excerpt } from '../support/redact.ts';

const shownText = 2_000;

/** What the window may see of a call to the service of the other cache, whose replies have no envelope. */
export function toServiceReply({ outcome, reply, durationMs }: ServiceExchange): ConsoleReply {
  const error = toError(outcome);
  const json = reply && readJsonBody(reply.body);
  return {
    kind: toKind(outcome),
    httpStatus: reply?.status ?? null,
    durationMs,
    content:
      reply &&
      (json?.ok
        ? { kind: 'json', value: hideSecrets(json.value) }
        : { kind: 'text', text: excerpt(reply.body.toString('utf8', 0, 2 * shownText), shownText) }),
    error,
    apiMessage: outcome.kind === 'answered' && error ? outcome.reply.message : null,
    misfit: null,
  };
}

function toKind(outcome: ServiceOutcome): ConsoleReply['kind'] {
  switch (outcome.kind) {
    case 'answered':
      return outcome.reply.status === 'error' ? 'refused' : 'ok';
    case 'invalid':
      return 'refused';
    case 'http_error':
      return outcome.status >= 500 ? 'unknown' : 'refused';
    case 'not_sent':
      return 'not_sent';
    default:
      return 'unknown';
  }
}

function toError(outcome: ServiceOutcome): AppError | null {
  switch (toKind(outcome)) {
    case 'ok':
    case 'stopped':
      return null;
    case 'refused':
      return {
        code: 'api_rejected',
        message: 'The service refused.',
        retryable: false,
        detail: describe(outcome),
      };
    case 'not_sent':
      return {
        code: 'api_unreachable',
        message: 'The request was not sent: no connection to the service.',
        retryable: true,
        detail: describe(outcome),
      };
    case 'unknown':
      return {
        code: 'outcome_unknown',
        message: 'The request was sent and its effect is not known.',
        retryable: false,
        detail: describe(outcome),
      };
  }
}

function describe(outcome: ServiceOutcome): string {
  if (outcome.kind === 'answered') return outcome.reply.status;
  if (outcome.kind === 'invalid')
    return `HTTP 422 ${outcome.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`;
  return outcome.detail;
}
