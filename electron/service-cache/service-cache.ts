import { randomUUID } from 'node:crypto';
import { type ApiAddress, formatAddress } from '../../shared/connection.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import {
  type ServiceCacheView,
  type ServiceClear,
  type ServiceOutcome,
  type ServiceProbe,
  type ServiceTarget,
  serviceName,
} from '../../shared/service-cache.ts';
import type { HttpSender } from '../local-api/client.ts';
import type { FailedSend } from '../local-api/errors.ts';
import type { RawReply } from '../local-api/parse-reply.ts';
import { clearPath, parseDescription, parseServiceReply } from './parse-service-reply.ts';
import type { ServiceHistory } from './service-history.ts';

/** The cache of the other service. */
export interface ServiceCache {
  view(): ServiceCacheView;
  /**
   * Looks at the address with one `GET /openapi.json`: the description that the service itself calls
   * authoritative. It changes nothing, and nothing is cleared by it.
   */
  probe(): Promise<ServiceProbe>;
  /**
   * Sends the call once and keeps it in the history. Fails with `wrong_state` while another one is under way, and
   * with `invalid_input`, `detail` `host` or `port`, when the address may not be contacted; then nothing was sent.
   * A history that could not be written does not spoil the outcome: `isKept` is then false.
   */
  clear(target: ServiceTarget): Promise<Result<{ readonly entry: ServiceClear; readonly isKept: boolean }>>;
  /**
   * Sends a body as it stands, once, keeps the call in the history and gives what came back whole. Null when the
   * address may not be contacted.
   */
  sendRaw(body: Readonly<Record<string, unknown>>): Promise<ServiceExchange | null>;
  /** Forgets all calls and names. Fails with `file_failed`. */
  clearHistory(): Result<ServiceCacheView>;
}

/** What a finished request to the service was, without what it held. */
export interface ServiceRequestFacts {
  readonly action: 'system-cache-clear' | 'service-probe';
  /** Null for the probe, which sends no body. */
  readonly body: { readonly serviceName: string | null } | null;
  readonly address: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly durationMs: number;
  readonly answer:
    | { readonly kind: 'clear'; readonly outcome: ServiceOutcome }
    | { readonly kind: 'probe'; readonly probe: ServiceProbe };
}

/** One call with the reply as it came; null without a complete one. */
export interface ServiceExchange {
  readonly outcome: ServiceOutcome;
  readonly reply: RawReply | null;
  readonly durationMs: number;
}

/** Milliseconds for a whole exchange. */
export interface ServiceDeadlines {
  readonly clearMs: number;
  readonly probeMs: number;
}

interface ServiceCacheOptions {
  readonly send: HttpSender;
  readonly getAddress: () => ApiAddress;
  readonly isAddressFixed: boolean;
  /** Judges the address before each request. */
  readonly checkAddress: (address: ApiAddress) => Promise<Result<unknown>>;
  readonly history: ServiceHistory;
  readonly onRequest?: (facts: ServiceRequestFacts) => void;
  readonly deadlines?: ServiceDeadlines;
  readonly now?: () => number;
}

const publishedDeadlines: ServiceDeadlines = { clearMs: 15_000, probeMs: 5_000 };

/** Creates the tool. It sends nothing by itself. */
export function createServiceCache(options: ServiceCacheOptions): ServiceCache {
  const { send, getAddress, isAddressFixed, checkAddress, history, onRequest } = options;
  const { deadlines = publishedDeadlines, now = Date.now } = options;
  let isClearing = false;

  const view = (): ServiceCacheView => ({
    address: getAddress(),
    isAddressFixed,
    history: history.list(),
    names: history.listNames(),
  });

  async function exchange(
    address: ApiAddress,
    body: Readonly<Record<string, unknown>>,
  ): Promise<ServiceExchange & { readonly at: number }> {
    const at = now();
    const startedAt = performance.now();
    const received = await send({
      address,
      method: 'POST',
      path: clearPath,
      body: JSON.stringify(body),
      isSocketReused: false,
      totalMs: deadlines.clearMs,
    });
    const outcome = 'kind' in received ? toOutcome(received) : parseServiceReply(received);
    const durationMs = Math.round(performance.now() - startedAt);
    const facts = {
      action: 'system-cache-clear',
      body: { serviceName: nameIn(body) },
      address: formatAddress(address),
    } as const;
    onRequest?.({ ...facts, at, durationMs, answer: { kind: 'clear', outcome } });
    return { outcome, reply: 'kind' in received ? null : received, durationMs, at };
  }

  async function sendClear(address: ApiAddress, target: ServiceTarget): Promise<ServiceClear> {
    const body = { serviceName: target.kind === 'all' ? null : target.name };
    const { outcome, durationMs, at } = await exchange(address, body);
    return { id: randomUUID(), at, durationMs, address: formatAddress(address), target, outcome };
  }

  return {
    view,
    async probe() {
      const address = getAddress();
      const checked = await checkAddress(address);
      if (!checked.ok) return { kind: 'bad_address', detail: checked.error.message };
      const at = now();
      const startedAt = performance.now();
      const received = await send({
        address,
        method: 'GET',
        path: '/openapi.json',
        body: null,
        isSocketReused: false,
        totalMs: deadlines.probeMs,
      });
      const probe = 'kind' in received ? toProbe(received) : parseDescription(received);
      const durationMs = Math.round(performance.now() - startedAt);
      const facts = { action: 'service-probe', body: null, address: formatAddress(address) } as const;
      onRequest?.({ ...facts, at, durationMs, answer: { kind: 'probe', probe } });
      return probe;
    },
    async clear(target) {
      if (isClearing) return fail('wrong_state', 'Another clearing of the service cache is under way.');
      isClearing = true;
      try {
        const address = getAddress();
        const checked = await checkAddress(address);
        if (!checked.ok && checked.error.code === 'invalid_input') return checked;
        const entry = await sendClear(address, target);
        return succeed({ entry, isKept: history.add(entry).ok });
      } finally {
        isClearing = false;
      }
    },
    async sendRaw(body) {
      const address = getAddress();
      const checked = await checkAddress(address);
      if (!checked.ok && checked.error.code === 'invalid_input') return null;
      const { at, ...exchanged } = await exchange(address, body);
      const { outcome, durationMs } = exchanged;
      const target = toTarget(body);
      // A name that the form would not take stands in no history, because the history would not read it again.
      if (target !== null)
        history.add({ id: randomUUID(), at, durationMs, address: formatAddress(address), target, outcome });
      return exchanged;
    },
    clearHistory() {
      const cleared = history.clear();
      return cleared.ok ? succeed(view()) : cleared;
    },
  };
}

/** The service takes both spellings, as the one of its samples and the one of its list of fields. */
function nameIn(body: Readonly<Record<string, unknown>>): string | null {
  const name = body.serviceName ?? body.service_name;
  return typeof name === 'string' ? name : null;
}

/** Null for a name that is none. */
function toTarget(body: Readonly<Record<string, unknown>>): ServiceTarget | null {
  const name = nameIn(body);
  if (name === null) return { kind: 'all' };
  const read = serviceName.safeParse(name);
  return read.success ? { kind: 'service', name: read.data } : null;
}

function toOutcome(failed: FailedSend): ServiceOutcome {
  if (failed.kind === 'not_sent') return failed;
  const { reason, detail } = failed;
  return reason === 'timed_out' || reason === 'connection_lost'
    ? { kind: 'unknown', reason, detail }
    : { kind: 'unreadable', detail };
}

function toProbe(failed: FailedSend): ServiceProbe {
  const { detail } = failed;
  if (failed.kind === 'unknown')
    return failed.reason === 'unreadable_reply'
      ? { kind: 'no_description', status: 0 }
      : { kind: 'not_answering', detail };
  return { kind: failed.reason === 'name_not_resolved' ? 'bad_address' : 'not_running', detail };
}
