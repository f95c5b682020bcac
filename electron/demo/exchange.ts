import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { actionById, actions } from '../../shared/local-api/catalogue.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import type { Answer } from './answer.ts';
import type { Control } from './control.ts';
import { deliver, htmlPage } from './deliver.ts';
import type { Engine } from './engine.ts';
import { type Faults, isEmptyBatch, letsAct, type MetFault, withoutOmitted } from './faults.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Limiter } from './limiter.ts';
import type { Reply } from './reply.ts';
import { type RequestBody, readBody } from './request-body.ts';

/** What an exchange of one request and one reply works with. */
export interface ExchangeTargets {
  readonly engine: Engine;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly limiter: Limiter;
  readonly control: Control;
  /** Milliseconds before every action. */
  readonly latencyMs: number;
  /** Aborted when the demo closes. */
  readonly closing: AbortSignal;
}

/** Answers one HTTP request of the API or of the service cache. Never rejects. */
export type Exchange = (
  service: 'api' | 'service',
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

const idsByPath: ReadonlyMap<string, ActionId> = new Map(actions.map((action) => [action.path, action.id]));

/** Ties journal, limits, faults and actions together for every request. */
export function createExchange(targets: ExchangeTargets): Exchange {
  return async (service, path, request, response) => {
    const body = await readBody(request);
    if (body === null) {
      response.destroy();
      return;
    }
    if (service === 'service' && path === '/openapi.json' && request.method === 'GET') {
      await sendDescription(targets, response);
      return;
    }
    const id = idsByPath.get(path);
    const isHere = id !== undefined && (id === 'system-cache-clear') === (service === 'service');
    if (!isHere || request.method !== 'POST') {
      sendUnknownPath(targets.engine, service, response);
      return;
    }
    const entry = targets.journal.start(id, body.value, Date.now);
    response.once('close', () => entry.finish('aborted'));
    try {
      await exchangeAction(targets, id, body, response, entry);
    } catch (error) {
      // The demo closes or the fault that waited was removed; anything else is a bug and must be seen.
      if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
      response.destroy();
    }
  };
}

/** Faults for the action `openapi.json` meet it; it is in no journal. */
async function sendDescription({ engine, faults, closing }: ExchangeTargets, response: ServerResponse) {
  const met = faults.meet('openapi.json', undefined);
  const signal = met === null ? closing : AbortSignal.any([closing, met.removed]);
  await deliver({
    response,
    reply: engine.describeService(),
    fault: met?.fault,
    signal,
    beforeEnd: () => {},
  });
}

async function exchangeAction(
  targets: ExchangeTargets,
  id: ActionId,
  body: RequestBody,
  response: ServerResponse,
  entry: JournalEntry,
): Promise<void> {
  const { engine, faults, limiter, control, closing } = targets;
  const isLimited = id !== 'system-cache-clear';
  if (isLimited && (await limiter.enter(engine.switches, Date.now())) === 'tooMany') {
    const reply = replyWith(engine, id, { ok: false, code: 1010 });
    await deliver({
      response,
      reply,
      fault: undefined,
      signal: closing,
      beforeEnd: () => entry.finish(reply.outcome),
    });
    return;
  }
  let hasLeft = !isLimited;
  const leave = (): void => {
    if (hasLeft) return;
    hasLeft = true;
    limiter.leave(engine.switches);
  };
  try {
    const met = faults.meet(id, body.value);
    const signal = met === null ? closing : AbortSignal.any([closing, met.removed]);
    await waitBefore(targets.latencyMs, met, signal);
    const reply = act(engine, id, body, met);
    const outcome = toOutcome(reply, met);
    control.noteAnswered(id);
    const beforeEnd = (): void => {
      leave();
      entry.finish(outcome);
    };
    await deliver({ response, reply, fault: met?.fault, signal, beforeEnd });
    entry.finish(outcome);
  } finally {
    // Also when the connection was reset or the client has gone: a place that is never given back blocks the API.
    leave();
  }
}

async function waitBefore(latencyMs: number, met: MetFault | null, signal: AbortSignal): Promise<void> {
  if (latencyMs > 0) await sleep(latencyMs, undefined, { signal });
  if (met?.fault.kind === 'delay') await sleep(met.fault.milliseconds, undefined, { signal });
}

function act(engine: Engine, id: ActionId, body: RequestBody, met: MetFault | null): Reply {
  const fault = met?.fault;
  const acted = fault === undefined || letsAct(fault) ? answer(engine, id, body, met) : null;
  if (fault?.kind === 'error') {
    const { code, message } = fault;
    return replyWith(engine, id, { ok: false, code, ...(message === undefined ? {} : { message }) });
  }
  return acted ?? { httpStatus: 200, body: null, outcome: 'not acted' };
}

function answer(engine: Engine, id: ActionId, body: RequestBody, met: MetFault | null): Reply {
  const value = withoutOmitted(body.value, met?.fault);
  // What is left of the request would be refused as empty, and that is not what a partial success looks like.
  if (value !== body.value && isEmptyBatch(value)) {
    const data = id === 'profile-update-groups-in-batches' ? 'success' : [];
    return replyWith(engine, id, { ok: true, data });
  }
  if (id === 'system-cache-clear') return engine.answerService(value, body.isJson);
  return engine.answer(id, body.isJson ? value : undefined);
}

function replyWith(engine: Engine, id: ActionId, given: Answer): Reply {
  if (id !== 'system-cache-clear') return engine.replyWith(actionById(id), given);
  return { httpStatus: 500, body: { detail: 'Internal Server Error' }, outcome: 'http 500' };
}

function toOutcome(reply: Reply, met: MetFault | null): string {
  const kind = met?.fault.kind;
  return kind === undefined || kind === 'error' || kind === 'delay' ? reply.outcome : `fault ${kind}`;
}

function sendUnknownPath(engine: Engine, service: 'api' | 'service', response: ServerResponse): void {
  if (service === 'service') {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ detail: 'Not Found' }));
    return;
  }
  if (engine.switches.unknownPath === 'html') {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(htmlPage.replaceAll('It works', 'Not Found'));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { code: 1001, message: 'Invalid request' }, data: null }));
}
