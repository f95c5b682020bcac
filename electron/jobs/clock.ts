/** The time as the job engine sees it: an argument, so that tests need not wait. */
export interface Clock {
  /** Wall clock in epoch milliseconds: for what is shown and stored, never for waiting. */
  now(): number;
  /** Milliseconds since an arbitrary start; never jumps when the wall clock is set. */
  monotonic(): number;
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted, before or meanwhile. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
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
