/** Time and chance, given as arguments so that tests need neither. */
export interface Clock {
  /** Wall clock in epoch milliseconds: for what is shown and stored, never for waiting. */
  now(): number;
  /** Milliseconds since an arbitrary start; never jumps when the wall clock is set. */
  monotonic(): number;
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted, before or meanwhile. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** 0 up to but not including 1, for jitter. */
  random(): number;
}

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
  sleep(ms, signal) {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const finish = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      signal?.addEventListener('abort', finish, { once: true });
    });
  },
};
