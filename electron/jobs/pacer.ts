import type { Clock } from '../clock.ts';

/**
 * Decides when the next request may start. It is one for all jobs, because the API counts them together. It
 * sets no pace of its own until the API answers 1010; then the rate halves, and grows by 10 % a minute until
 * it is back where the trouble began.
 */
export interface Pacer {
  /** Waits for the next start. False when `signal` was aborted before its turn. */
  admit(signal: AbortSignal): Promise<boolean>;
  /**
   * The API answered 1010 to a request that started at `startedAt` (monotonic ms); `retryAfterMs` is its wish.
   * Answers to requests that were already under way at the last slow-down do not halve the rate again.
   */
  slowDown(startedAt: number, retryAfterMs: number | null): void;
  /** The API answered something other than 1010. */
  noteAccepted(): void;
  /** Starts nothing for `ms`. */
  hold(ms: number): void;
  /** For how long the API has answered nothing but 1010, in ms; 0 when the last answer was another one. */
  refusedForMs(): number;
  isSlowedDown(): boolean;
}

/** Slowest pace: one request in 5 seconds. */
const minPerSecond = 0.2;
/** What counts as the pace before the first slow-down when too few requests were seen to tell. */
const assumedPerSecond = 10;
const growthPerMinute = 1.1;
/** Starts that the present pace is measured over. */
const measuredStarts = 20;

/** Makes the pacer, which starts without a limit. */
export function createPacer(clock: Clock): Pacer {
  let starts: number[] = [];
  let nextStart = 0;
  let heldUntil = 0;
  let refusedSince: number | null = null;
  /** `perSecond` held at `since`; it grows from there up to `ceiling`, where the limit ends. */
  let limit: { readonly perSecond: number; readonly since: number; readonly ceiling: number } | null = null;

  function currentPerSecond(): number | null {
    if (limit === null) return null;
    const minutes = (clock.monotonic() - limit.since) / 60_000;
    const perSecond = limit.perSecond * growthPerMinute ** minutes;
    if (perSecond >= limit.ceiling) limit = null;
    return limit === null ? null : perSecond;
  }

  function measuredPerSecond(): number {
    const [first] = starts;
    const last = starts.at(-1);
    if (first === undefined || last === undefined || starts.length < 3 || last === first)
      return assumedPerSecond;
    return ((starts.length - 1) * 1_000) / (last - first);
  }

  return {
    async admit(signal) {
      for (;;) {
        if (signal.aborted) return false;
        const now = clock.monotonic();
        const wait = Math.max(nextStart, heldUntil) - now;
        if (wait <= 0) {
          const perSecond = currentPerSecond();
          nextStart = perSecond === null ? now : now + 1_000 / perSecond;
          starts = [...starts.slice(1 - measuredStarts), now];
          return true;
        }
        await clock.sleep(wait, signal);
      }
    },
    slowDown(startedAt, retryAfterMs) {
      const now = clock.monotonic();
      refusedSince ??= startedAt;
      if (retryAfterMs !== null) heldUntil = Math.max(heldUntil, now + retryAfterMs);
      if (limit !== null && startedAt < limit.since) return;
      const before = currentPerSecond() ?? measuredPerSecond();
      const ceiling = limit?.ceiling ?? before;
      limit = { perSecond: Math.max(minPerSecond, before / 2), since: now, ceiling: Math.max(ceiling, 1) };
      nextStart = Math.max(nextStart, now + 1_000 / limit.perSecond);
    },
    noteAccepted() {
      refusedSince = null;
    },
    hold(ms) {
      heldUntil = Math.max(heldUntil, clock.monotonic() + ms);
    },
    refusedForMs: () => (refusedSince === null ? 0 : clock.monotonic() - refusedSince),
    isSlowedDown: () => currentPerSecond() !== null,
  };
}
