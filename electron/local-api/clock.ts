/** Time and chance, given as an argument so that tests need neither. */
export interface Clock {
  /** Epoch milliseconds, for what is shown and stored. */
  now(): number;
  /** Resolves after so many milliseconds of the monotonic clock, or as soon as `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** 0 up to but not including 1, for jitter. */
  random(): number;
}

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const finish = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      signal?.addEventListener('abort', finish, { once: true });
    }),
  random: () => Math.random(),
};
