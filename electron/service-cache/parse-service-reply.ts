import { z } from 'zod';
import type { ServiceOutcome, ServiceProbe, ServiceProblem } from '../../shared/service-cache.ts';
import { type RawReply, readJsonBody } from '../local-api/parse-reply.ts';
import { excerpt } from '../support/redact.ts';

/** The path of the one call, as it stands in the service's own description. */
export const clearPath = '/api/system/cache/clear';

const longestText = 500;
const mostItems = 100;
const mostProblems = 20;

/** Samples are in camelCase, the list of fields is in snake_case; other keys are none of ours. */
const replyBody = z
  .record(z.string(), z.unknown())
  .transform((body) => ({
    status: body.status,
    message: body.message,
    clearedItems: body.clearedItems ?? body.cleared_items ?? [],
    entriesCleared: body.entriesCleared ?? body.entries_cleared ?? null,
    timestamp: body.timestamp ?? null,
  }))
  .pipe(
    z.object({
      status: z.string().min(1),
      message: z.string(),
      clearedItems: z.array(z.unknown()),
      entriesCleared: z.number().nullable(),
      timestamp: z.string().nullable(),
    }),
  );

const problemList = z.object({
  detail: z
    .array(z.object({ loc: z.array(z.unknown()).catch([]), msg: z.string(), type: z.string().catch('') }))
    .min(1),
});

const description = z.object({
  openapi: z.string(),
  info: z.object({ title: z.string().catch('') }).catch({ title: '' }),
  paths: z.record(z.string(), z.unknown()),
});

/** Reads a whole HTTP reply to the call that clears. Never throws. */
export function parseServiceReply(reply: RawReply): ServiceOutcome {
  const { status } = reply;
  const body = readBody(reply);
  if (status === 422 && body.ok) {
    const list = problemList.safeParse(body.value);
    if (list.success)
      return { kind: 'invalid', problems: list.data.detail.slice(0, mostProblems).map(toProblem) };
  }
  if (status < 200 || status > 299)
    return { kind: 'http_error', status, detail: `HTTP ${status}. ${describe(reply)}`.trim() };
  if (!body.ok) return { kind: 'unreadable', detail: `HTTP ${status}. ${body.problem}` };
  const read = replyBody.safeParse(body.value);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') || 'the body';
    return { kind: 'unreadable', detail: `HTTP ${status}. ${field} does not fit the contract.` };
  }
  const { clearedItems, message, timestamp } = read.data;
  return {
    kind: 'answered',
    reply: {
      status: read.data.status.slice(0, 40),
      message: message.slice(0, longestText),
      clearedItems: clearedItems.slice(0, mostItems).map((item) => toText(item).slice(0, 200)),
      clearedItemCount: clearedItems.length,
      entriesCleared: read.data.entriesCleared,
      timestamp: timestamp?.slice(0, 60) ?? null,
    },
  };
}

/** Reads a whole HTTP reply to the request for the service's own description. Never throws. */
export function parseDescription(reply: RawReply): ServiceProbe {
  const body = readBody(reply);
  const read = body.ok ? description.safeParse(body.value) : null;
  if (reply.status !== 200 || !read?.success) return { kind: 'no_description', status: reply.status };
  const title = excerpt(read.data.info.title, 80);
  return { kind: Object.hasOwn(read.data.paths, clearPath) ? 'ready' : 'no_clear_call', title };
}

function readBody(reply: RawReply) {
  const encoding = reply.contentEncoding?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity')
    return { ok: false, problem: 'The body is compressed, which was not asked for.' } as const;
  return readJsonBody(reply.body);
}

/** `body.serviceName` and `body.service_name` both mean the one field that the form has. */
function toProblem({ loc, msg, type }: z.infer<typeof problemList>['detail'][number]): ServiceProblem {
  const parts = loc.map(toText);
  const isName = parts.some((part) => part === 'serviceName' || part === 'service_name');
  return {
    field: isName ? 'serviceName' : null,
    path: parts.join('.').slice(0, 200),
    message: msg.slice(0, longestText),
    type: type.slice(0, 80),
  };
}

function describe({ body }: RawReply): string {
  return excerpt(body.toString('utf8', 0, 1_024), 80);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
