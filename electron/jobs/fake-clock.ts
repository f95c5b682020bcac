import type { Clock } from '../clock.ts';

/** A clock that stands still until a test moves it. Everything under test must wait on this clock only. */
export interface FakeClock extends Clock {
  /** Moves on by `ms`, waking every sleeper at its time and letting it run before the next one. */
  advance(ms: number): Promise<void>;
  /** Moves from sleeper to sleeper until `isReached`; throws when nobody sleeps any more or after `limitMs`. */
  runUntil(isReached: () => boolean, limitMs?: number): Promise<void>;
  /** Sets the wall clock alone, as a user does. */
  setWallClock(epochMs: number): void;
}

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/** Makes a clock that shows `startMs` (epoch milliseconds). */
export function createFakeClock(startMs = 1_760_000_000_000): FakeClock {
  let elapsed = 0;
  let wallStart = startMs;
  let order = 0;
  const sleepers = new Set<Sleeper>();

  const nextSleeper = () => {
    let next: Sleeper | null = null;
    for (const sleeper of sleepers) {
      if (next === null || sleeper.at < next.at || (sleeper.at === next.at && sleeper.order < next.order))
        next = sleeper;
    }
    return next;
  };
  const letOthersRun = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    now: () => Math.round(wallStart + elapsed),
    monotonic: () => elapsed,
    random: () => 0.5,
    sleep(ms, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        order += 1;
        const sleeper: Sleeper = {
          at: elapsed + Math.max(0, ms),
          order,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      });
    },
    async advance(ms) {
      const end = elapsed + ms;
      await letOthersRun();
      for (let next = nextSleeper(); next !== null && next.at <= end; next = nextSleeper()) {
        elapsed = next.at;
        next.wake();
        await letOthersRun();
      }
      elapsed = end;
    },
    async runUntil(isReached, limitMs = 86_400_000) {
      const end = elapsed + limitMs;
      await letOthersRun();
      while (!isReached()) {
        const next = nextSleeper();
        if (next === null) throw new Error('Nobody sleeps, and what the test waits for has not come.');
        if (next.at > end) throw new Error(`Not reached within ${limitMs} ms of the fake clock.`);
        elapsed = next.at;
        next.wake();
        await letOthersRun();
      }
    },
    setWallClock(epochMs) {
      wallStart = epochMs - elapsed;
    },
  };
}
