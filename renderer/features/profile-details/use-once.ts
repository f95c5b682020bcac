import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/** Runs something once at a time: the second click of a double click finds the first one under way. */
export function useOnce<I, O>(run: (input: I) => Promise<O>, onSuccess: (output: O) => void) {
  // Beside the state, because the second click comes before the next rendering.
  const isSent = useRef(false);
  const mutation = useMutation({
    mutationFn: run,
    onSuccess,
    onSettled: () => {
      isSent.current = false;
    },
    // The input may hold a password.
    gcTime: 0,
  });
  return {
    run(input: I) {
      if (isSent.current) return;
      isSent.current = true;
      mutation.mutate(input);
    },
    isPending: mutation.isPending,
    error: mutation.error,
    output: mutation.data,
    reset: mutation.reset,
  };
}
