import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { JobStartInput } from '../../shared/job.ts';
import type { StartableOperation } from '../../shared/operation.ts';
import { callCommand } from '../api.ts';
import { useRefreshJobs } from '../use-refresh-jobs.ts';

/** What is to be started. `prepare` may first hand over what the operation only refers to, such as a login. */
export interface StartRequest extends Omit<JobStartInput, 'operation'> {
  readonly prepare: () => Promise<StartableOperation>;
}

/** Starts a job once: the second click of a double click finds the first one under way and does nothing. */
export function useStartJob(onStarted: () => void) {
  const refreshJobs = useRefreshJobs();
  const isSent = useRef(false);
  const mutation = useMutation({
    mutationFn: async ({ prepare, ...input }: StartRequest) =>
      callCommand('jobs.start', { ...input, operation: await prepare() }),
    onSuccess: async () => {
      onStarted();
      await refreshJobs();
    },
    onError: () => {
      isSent.current = false;
    },
    // The request may lead to a login, which is not kept longer than needed.
    gcTime: 0,
  });
  const start = (request: StartRequest) => {
    if (isSent.current) return;
    isSent.current = true;
    mutation.mutate(request);
  };
  return { start, isStarting: mutation.isPending, error: mutation.error };
}
