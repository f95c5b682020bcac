import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useErrorText } from './use-error-text.ts';
import { useShowFailure, useShowSuccess } from './use-toasts.ts';

interface ChangeOptions<Input, Output> {
  readonly run: (input: Input) => Promise<Output>;
  /** Queries to be read again after every end, also a failed one: the change is over when they are. */
  readonly rereads: readonly QueryKey[];
  /** Queries that need not be waited for, read again after a success. */
  readonly alsoRereads?: readonly QueryKey[];
  /** Whether those show what this change is about; without it, always. */
  readonly needsRereading?: (input: Input) => boolean;
  /** Says that it worked. */
  readonly describeDone: (input: Input) => string;
  /** Says that it did not, where the dialog is gone by then. */
  readonly failedTitle: string;
  readonly onDone?: (output: Output) => void;
}

/**
 * A change that a button sends: once, however often the button is pressed. Success is told by a short message. A
 * failure is the caller's to show; only when the caller is gone it becomes a message as well.
 */
export function useChange<Input, Output>(options: ChangeOptions<Input, Output>) {
  const { run, rereads, alsoRereads = [], needsRereading, describeDone, failedTitle, onDone } = options;
  const client = useQueryClient();
  const showSuccess = useShowSuccess();
  const showFailure = useShowFailure();
  const errorText = useErrorText();
  const isRunning = useRef(false);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const mutation = useMutation({
    mutationFn: run,
    onSuccess: (_output, input) => {
      showSuccess(describeDone(input));
      if (needsRereading && !needsRereading(input)) return;
      for (const queryKey of alsoRereads) void client.invalidateQueries({ queryKey });
    },
    onError: (error) => {
      if (isShown.current) return;
      const { title, isUnknown } = errorText(error);
      showFailure(isUnknown ? title : failedTitle, error);
    },
    onSettled: async () => {
      await Promise.all(rereads.map((queryKey) => client.invalidateQueries({ queryKey })));
      isRunning.current = false;
    },
  });
  const send = (input: Input) => {
    if (isRunning.current) return;
    isRunning.current = true;
    mutation.mutate(input, { onSuccess: (output) => onDone?.(output) });
  };
  return { send, isPending: mutation.isPending, error: mutation.error };
}
