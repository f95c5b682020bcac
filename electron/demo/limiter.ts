import type { DemoSwitches } from '../../shared/demo-switches.ts';

/** Why a request may not start. */
type Admission = 'admitted' | 'tooMany';

/** Holds the limits of requests at a time and per second. */
export interface Limiter {
  /** Waits for its turn where requests queue; `tooMany` means that the answer is 1010. */
  readonly enter: (switches: DemoSwitches, now: number) => Promise<Admission>;
  /** Gives an admitted request's place to the next one. */
  readonly leave: (switches: DemoSwitches) => void;
}

/** A limiter without requests. */
export function createLimiter(): Limiter {
  let running = 0;
  let starts: number[] = [];
  const waiting: (() => void)[] = [];
  const hasRoom = (switches: DemoSwitches): boolean =>
    switches.maxConcurrent === null || running < switches.maxConcurrent;
  return {
    enter: async (switches, now) => {
      starts = starts.filter((start) => start > now - 1000);
      if (switches.maxPerSecond !== null && starts.length >= switches.maxPerSecond) return 'tooMany';
      if (!hasRoom(switches)) {
        if (switches.tooManyRequests === 'reject') return 'tooMany';
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      running += 1;
      starts.push(now);
      return 'admitted';
    },
    leave: (switches) => {
      running -= 1;
      if (hasRoom(switches)) waiting.shift()?.();
    },
  };
}
