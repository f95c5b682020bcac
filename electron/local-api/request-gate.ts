/**
 * Lets a fixed number of requests run at the same time; the others wait in the order they came. The Local API
 * takes 3 at the same time and answers 1010 beyond that.
 */
export interface RequestGate {
  /**
   * Waits for a place. Resolves to the function that gives it back, or to null when `signal` gave up first.
   * Giving a place back twice changes nothing.
   */
  enter(signal?: AbortSignal): Promise<(() => void) | null>;
}

/** A gate with `places` places. */
export function createRequestGate(places: number): RequestGate {
  let free = places;
  const waiting = new Set<() => void>();

  function take(): () => void {
    free -= 1;
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      free += 1;
      const [next] = waiting;
      next?.();
    };
  }

  return {
    enter(signal) {
      if (signal?.aborted === true) return Promise.resolve(null);
      if (free > 0) return Promise.resolve(take());
      return new Promise((resolve) => {
        const proceed = () => {
          waiting.delete(proceed);
          signal?.removeEventListener('abort', giveUp);
          resolve(take());
        };
        const giveUp = () => {
          waiting.delete(proceed);
          resolve(null);
        };
        waiting.add(proceed);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
  };
}
