import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** A function that stays the same over all renders and does what the latest one does. For events only. */
export function useStableCallback<A extends readonly unknown[], R>(
  callback: (...args: A) => R,
): (...args: A) => R {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}

/** The same for an object of functions: it is the same object over all renders. */
export function useStableCallbacks<T extends { readonly [K in keyof T]: (...args: never[]) => unknown }>(
  callbacks: T,
): T {
  const latest = useRef(callbacks);
  useLayoutEffect(() => {
    latest.current = callbacks;
  });
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(callbacks).map((name) => [
          name,
          (...args: never[]) => latest.current[name as keyof T](...args),
        ]),
      ) as T,
  );
  return stable;
}
