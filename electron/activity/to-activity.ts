import type { ActivityOutcome } from '../../shared/activity.ts';
import type { LinkTestResult } from '../../shared/extraction/link-test.ts';
import type { Result } from '../../shared/result.ts';
import type { RequestFacts } from '../local-api/outcome.ts';
import type { ServiceRequestFacts } from '../service-cache/service-cache.ts';
import { redact } from '../support/redact.ts';
import type { EndedRequest } from './activity.ts';
import { toBodyShape } from './to-body-shape.ts';

const plain = {
  apiCode: null,
  httpStatus: null,
  detail: null,
  reason: null,
  profileIds: [],
  profileCount: 0,
  attempt: 1,
  jobId: null,
  isBackground: false,
  body: null,
  target: null,
} as const;

/** A request to the Local API. */
export function fromLocalApi({ idCount, body, detail, ...facts }: RequestFacts): EndedRequest {
  return { ...plain, ...facts, detail: hide(detail), profileCount: idCount, body: toBodyShape(body) };
}

/** The other side may repeat anything that it was sent. */
function hide(detail: string | null): string | null {
  return detail === null ? null : redact(detail);
}

/** A request to the service with a cache of its own. */
export function fromService(facts: ServiceRequestFacts): EndedRequest {
  const request = describeService(facts);
  return { ...request, detail: hide(request.detail) };
}

function describeService({ answer, address, body, ...facts }: ServiceRequestFacts): EndedRequest {
  const common = {
    ...plain,
    ...facts,
    target: address,
    body: body === null ? null : toBodyShape(body),
    access: answer.kind === 'probe' ? 'read' : 'write',
  } as const;
  if (answer.kind === 'probe') {
    const { probe } = answer;
    switch (probe.kind) {
      case 'ready':
      case 'no_clear_call':
        return { ...common, outcome: 'ok', httpStatus: 200 };
      case 'no_description':
        return { ...common, outcome: 'refused', reason: probe.kind, httpStatus: probe.status || null };
      case 'not_answering':
        return { ...common, outcome: 'unknown', reason: probe.kind, detail: probe.detail };
      default:
        return { ...common, outcome: 'not_sent', reason: probe.kind, detail: probe.detail };
    }
  }
  const { outcome } = answer;
  switch (outcome.kind) {
    case 'answered': {
      const { status, message } = outcome.reply;
      const isDone = status === 'success';
      return {
        ...common,
        outcome: isDone ? 'ok' : 'refused',
        reason: isDone ? null : status,
        detail: isDone ? null : message,
        httpStatus: 200,
      };
    }
    case 'invalid':
      return {
        ...common,
        outcome: 'refused',
        httpStatus: 422,
        detail: outcome.problems.map(({ path, message }) => `${path}: ${message}`).join(' · '),
      };
    case 'http_error':
      return {
        ...common,
        outcome: outcome.status >= 500 ? 'unknown' : 'refused',
        reason: 'http_error',
        httpStatus: outcome.status,
        detail: outcome.detail,
      };
    case 'not_sent':
      return { ...common, outcome: 'not_sent', reason: outcome.reason, detail: outcome.detail };
    case 'unreadable':
      return { ...common, outcome: 'unknown', reason: 'unreadable_reply', detail: outcome.detail };
    case 'unknown':
      return { ...common, outcome: 'unknown', reason: outcome.reason, detail: outcome.detail };
  }
}

/** Sent or not, and what came back, in terms of a test of a supplier's link; null when nothing was tried. */
export function fromLinkTest(
  link: string,
  result: Result<LinkTestResult>,
  at: number,
  durationMs: number,
): EndedRequest | null {
  if (!result.ok) return null;
  const { value } = result;
  const common = {
    ...plain,
    action: 'supplier-link-test',
    access: 'read',
    at,
    durationMs,
    // Path and query may hold the key.
    target: hostOf(link),
  } as const;
  if (value.outcome === 'failed')
    return {
      ...common,
      outcome: unsentFaults.has(value.fault) ? 'not_sent' : 'unknown',
      reason: value.fault,
    };
  const outcome: ActivityOutcome = value.outcome === 'refused' || value.status >= 400 ? 'refused' : 'ok';
  return { ...common, outcome, httpStatus: value.status };
}

/** A request for the newest version. `failure` is null when it was answered. */
export function fromUpdateCheck(
  address: string,
  failure: string | null,
  at: number,
  durationMs: number,
): EndedRequest {
  return {
    ...plain,
    action: 'update-check',
    access: 'read',
    outcome: failure === null ? 'ok' : 'unknown',
    reason: failure,
    at,
    durationMs,
    target: hostOf(address),
  };
}

const unsentFaults: ReadonlySet<string> = new Set([
  'link',
  'blocked_target',
  'local_api_port',
  'unreachable',
  'name_not_found',
]);

function hostOf(link: string): string | null {
  return URL.parse(link.trim())?.hostname ?? null;
}
