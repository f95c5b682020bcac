import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { JobStartInput } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';
import { useRefreshJobs } from './use-jobs.ts';

/** Starts a job once: the second click of a double click finds the first one under way and does nothing. */
export function useStartJob(onStarted: () => void) {
  const refreshJobs = useRefreshJobs();
  const isSent = useRef(false);
  const mutation = useMutation({
    mutationFn: (input: JobStartInput) => callCommand('jobs.start', input),
    onSuccess: async () => {
      onStarted();
      await refreshJobs();
    },
    onError: () => {
      isSent.current = false;
    },
  });
  const start = (input: JobStartInput) => {
    if (isSent.current) return;
    isSent.current = true;
    mutation.mutate(input);
  };
  return { start, isStarting: mutation.isPending, error: mutation.error };
}
