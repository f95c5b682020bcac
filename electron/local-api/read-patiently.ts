import type { Clock } from '../clock.ts';
import type { ApiOutcome } from './outcome.ts';
import { inRequestContext } from './request-context.ts';

/** Tries of one read in all, when the connection breaks or the API reports a passing fault. */
const maxTries = 3;
const firstPauseMs = 500;
/** Waiting for an API that is asked too fast ends after this many milliseconds in all. */
const maxSlowdownMs = 120_000;
const firstSlowdownMs = 250;
const longestSlowdownMs = 5_000;

const tooFast = 1010;
/** Passing faults. 1008 means missing rights, but was also seen when calls ran in parallel. */
const passingFaults: ReadonlySet<number> = new Set([1004, 1008, 1011, 1016]);

/**
 * Repeats a read, which changes nothing, until it gets through: up to 3 tries for broken connections, time-outs
 * and passing faults, with pauses that grow and vary; code 1010 is waited out for up to 2 minutes and does not
 * use up a try. Gives the last outcome. `onTooFast` is told each 1010.
 */
export async function readPatiently<T>(
  read: () => Promise<ApiOutcome<T>>,
  clock: Clock,
  onTooFast?: () => void,
): Promise<ApiOutcome<T>> {
  let tries = 1;
  let slowdowns = 0;
  let waitedMs = 0;
  for (;;) {
    const outcome = await inRequestContext({ attempt: tries + slowdowns }, read);
    if (outcome.kind === 'refused' && outcome.apiCode === tooFast) {
      onTooFast?.();
      if (waitedMs >= maxSlowdownMs) return outcome;
      const backoff = Math.min(firstSlowdownMs * 2 ** slowdowns, longestSlowdownMs);
      const pauseMs = Math.max(vary(backoff, clock), outcome.retryAfterMs ?? 0);
      slowdowns += 1;
      waitedMs += pauseMs;
      await clock.sleep(pauseMs);
    } else if (tries < maxTries && mayPass(outcome)) {
      await clock.sleep(vary(firstPauseMs * 3 ** (tries - 1), clock));
      tries += 1;
    } else return outcome;
  }
}

function mayPass(outcome: ApiOutcome<unknown>): boolean {
  switch (outcome.kind) {
    case 'ok':
      return false;
    case 'refused':
      return passingFaults.has(outcome.apiCode);
    case 'not_sent':
      return outcome.reason === 'connection_refused' || outcome.reason === 'connect_timed_out';
    case 'unknown':
      return true;
  }
}

/** Between one half and the whole of it, so that several readers do not come back at the same moment. */
function vary(ms: number, clock: Clock): number {
  return ms * (0.5 + clock.random() / 2);
}
