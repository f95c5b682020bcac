/** Lets no more requests go at the same time than allowed; the others wait in the order in which they came. */
export interface Turns {
  /** Resolves when it is the caller's turn. */
  take(): Promise<void>;
  /** Ends a turn. True when somebody waited and goes now. */
  end(): boolean;
}

/** `getMost` is asked for each turn, so that a changed setting holds from the next one on. */
export function createTurns(getMost: () => number): Turns {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    async take() {
      while (taken >= getMost()) await new Promise<void>((resolve) => waiting.push(resolve));
      taken += 1;
    },
    end() {
      taken -= 1;
      const next = waiting.shift();
      next?.();
      return next !== undefined;
    },
  };
}
