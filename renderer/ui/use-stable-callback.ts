import { useCallback, useLayoutEffect, useRef } from 'react';

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
