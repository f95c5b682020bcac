/** Measures how fast a job gets on, over its last 50 items. Times are ms of the monotonic clock. */
export interface RateMeter {
  /** `count` items became final at `at`. */
  note(count: number, at: number): void;
  /** Items a second; null before enough are known to tell. */
  perSecond(): number | null;
  /** Forgets everything, for example after a pause. */
  reset(): void;
}

const window = 50;
const fewest = 5;

/** Makes an empty meter. */
export function createRateMeter(): RateMeter {
  let times: number[] = [];
  return {
    note(count, at) {
      times = [...times, ...Array<number>(Math.min(count, window)).fill(at)].slice(-window);
    },
    perSecond() {
      const [first] = times;
      const last = times.at(-1);
      if (first === undefined || last === undefined) return null;
      // What became final at the first moment took its time before it, which was not measured.
      const measured = times.filter((time) => time > first).length;
      return measured < fewest ? null : (measured * 1_000) / (last - first);
    },
    reset() {
      times = [];
    },
  };
}
