import type { ApiAddress, ConnectionState, DisconnectCause } from '../../shared/connection.ts';
import type { Result } from '../../shared/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { ApiOutcome, ListPage, ListReader } from './outcome.ts';
import { inRequestContext } from './request-context.ts';

/** What the watch needs. */
export interface ConnectionWatchOptions {
  readonly client: ListReader;
  readonly getAddress: () => ApiAddress;
  /** Judges the address before each probe; a failure becomes `bad_address`. */
  readonly checkAddress: (address: ApiAddress) => Promise<Result<unknown>>;
  /** Told when something visible changed: kind, address, cause, code or number of profiles. */
  readonly onChange: (state: ConnectionState) => void;
  readonly clock?: Clock;
}

/** Probes the Local API now and then and keeps what is known about the connection. */
export interface ConnectionWatch {
  /** The state after the last probe that told something. */
  getState(): ConnectionState;
  /** Probes at once, or joins the probe of the same address that is under way, and gives the state after it. */
  check(): Promise<ConnectionState>;
  /** Probes now and then every 5 s, or every 2 s while not connected. A second call changes nothing. */
  start(): void;
  /** Ends the probing; one that is under way is not waited for. */
  stop(): void;
}

const connectedPauseMs = 5_000;
const disconnectedPauseMs = 2_000;
/** A probe that gets no place among the 3 requests for so long says nothing about the connection. */
const longestQueueMs = 5_000;

interface Finding {
  readonly cause: DisconnectCause;
  readonly apiCode: number | null;
  readonly detail: string;
  /** May be a passing disturbance: believed at once only when not connected, else at its second time in a row. */
  readonly isDoubtful: boolean;
}

/**
 * Creates a watch in the state `checking`. A probe asks for one profile and accepts only the documented envelope
 * with its page. Code 1010, and a probe that found no place in the queue, leave the state as it is. While
 * connected, a time-out, a broken connection, a passing error code or 1008 (which was seen under load too) count
 * only when the next probe fails as well, so that one slow reply does not flip the state.
 */
export function createConnectionWatch(options: ConnectionWatchOptions): ConnectionWatch {
  const { client, getAddress, checkAddress, onChange, clock = systemClock } = options;
  let state: ConnectionState = { kind: 'checking', address: getAddress() };
  let lastConnectedAt: number | null = null;
  let firstFailureAt: number | null = null;
  let running: { readonly address: ApiAddress; readonly probe: Promise<void> } | null = null;
  let loop: AbortController | null = null;

  function setState(next: ConnectionState): void {
    const isVisible = isVisiblyDifferent(state, next);
    state = next;
    if (isVisible) onChange(next);
  }

  async function probe(address: ApiAddress): Promise<void> {
    const checked = await checkAddress(address);
    const outcome: ApiOutcome<ListPage> | null = checked.ok ? await askForOne() : null;
    // A reply from an address that was changed meanwhile says nothing about the new one.
    if (!isSameAddress(address, getAddress())) return;
    if (outcome?.kind === 'ok') {
      const now = clock.now();
      lastConnectedAt = now;
      firstFailureAt = null;
      setState({ kind: 'connected', address, profileCount: Math.max(outcome.data.total, 0), checkedAt: now });
      return;
    }
    const finding: Finding | null =
      outcome === null
        ? {
            cause: 'bad_address',
            apiCode: null,
            detail: checked.ok ? '' : checked.error.message,
            isDoubtful: false,
          }
        : judge(outcome);
    if (finding === null) return;
    const isFirstFailure = firstFailureAt === null;
    firstFailureAt ??= clock.now();
    if (finding.isDoubtful && isFirstFailure && state.kind === 'connected') return;
    setState({
      kind: 'disconnected',
      address,
      cause: finding.cause,
      apiCode: finding.apiCode,
      detail: finding.detail,
      since: firstFailureAt,
      lastConnectedAt,
    });
  }

  async function askForOne(): Promise<ApiOutcome<ListPage>> {
    const queue = new AbortController();
    const sent = new AbortController();
    void clock.sleep(longestQueueMs, sent.signal).then(() => queue.abort());
    return inRequestContext({ isBackground: true }, () =>
      client.readPage(
        'profile-list',
        { page: 1, limit: 1 },
        { signal: queue.signal, onSend: () => sent.abort() },
      ),
    );
  }

  async function check(): Promise<ConnectionState> {
    const address = getAddress();
    if (!isSameAddress(state.address, address)) {
      lastConnectedAt = null;
      firstFailureAt = null;
      setState({ kind: 'checking', address });
    }
    if (running === null || !isSameAddress(running.address, address)) {
      const started = {
        address,
        probe: probe(address).finally(() => {
          if (running === started) running = null;
        }),
      };
      running = started;
    }
    await running.probe;
    return state;
  }

  async function keepChecking(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await check();
      await clock.sleep(state.kind === 'connected' ? connectedPauseMs : disconnectedPauseMs, signal);
    }
  }

  return {
    getState: () => state,
    check,
    start() {
      if (loop !== null) return;
      loop = new AbortController();
      void keepChecking(loop.signal);
    },
    stop() {
      loop?.abort();
      loop = null;
    },
  };
}

/** What an unsuccessful probe means; null when it says nothing new. */
function judge(outcome: Exclude<ApiOutcome<unknown>, { kind: 'ok' }>): Finding | null {
  switch (outcome.kind) {
    case 'refused':
      return judgeCode(outcome.apiCode);
    case 'not_sent':
      if (outcome.reason === 'cancelled') return null;
      return {
        cause: outcome.reason === 'name_not_resolved' ? 'bad_address' : 'not_running',
        apiCode: null,
        detail: outcome.detail,
        isDoubtful: false,
      };
    case 'unknown': {
      const isForeign = outcome.reason === 'unreadable_reply';
      return {
        cause: isForeign ? 'other_program' : 'not_answering',
        apiCode: outcome.apiCode ?? null,
        detail: outcome.detail,
        isDoubtful: !isForeign,
      };
    }
  }
}

function judgeCode(apiCode: number): Finding | null {
  const detail = `The Local API answered with code ${apiCode}.`;
  switch (apiCode) {
    case 1010:
      return null;
    case 1002:
      return { cause: 'signed_out', apiCode, detail, isDoubtful: false };
    case 1005:
      return { cause: 'update_needed', apiCode, detail, isDoubtful: false };
    case 1006:
      return { cause: 'no_rights', apiCode, detail, isDoubtful: false };
    case 1008:
      return { cause: 'no_rights', apiCode, detail, isDoubtful: true };
    default:
      return { cause: 'not_answering', apiCode, detail, isDoubtful: true };
  }
}

function isSameAddress(a: ApiAddress, b: ApiAddress): boolean {
  return a.host === b.host && a.port === b.port;
}

function isVisiblyDifferent(a: ConnectionState, b: ConnectionState): boolean {
  if (!isSameAddress(a.address, b.address)) return true;
  if (a.kind === 'connected' && b.kind === 'connected') return a.profileCount !== b.profileCount;
  if (a.kind === 'disconnected' && b.kind === 'disconnected')
    return a.cause !== b.cause || a.apiCode !== b.apiCode;
  return a.kind !== b.kind;
}
