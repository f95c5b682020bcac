import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { JobSnapshot } from '../../../shared/job.ts';
import type { ProfileId } from '../../../shared/profile.ts';
import { callCommand } from '../../api.ts';
import { useRefreshJobs } from '../../use-refresh-jobs.ts';

/** Some profiles of a finished job that are to be tried again. */
export interface RetryRequest {
  /** Which part of the result it is, so that a second click does not start it again. */
  readonly target: string;
  readonly profileIds: readonly ProfileId[];
  /** Close those that the API may close first. */
  readonly closeOpened: boolean;
}

/** Tries profiles of a finished job again, each part of the result once. */
export function useRetry(job: JobSnapshot, onError: (error: Error) => void) {
  const refreshJobs = useRefreshJobs();
  // Beside the state, because the second click of a double click comes before the next rendering.
  const sent = useRef(new Set<string>());
  const [startedTargets, setStartedTargets] = useState<ReadonlySet<string>>(new Set());
  const mutation = useMutation({
    mutationFn: ({ request, typedCount }: { request: RetryRequest; typedCount: number | null }) =>
      callCommand('jobs.retry', {
        jobId: job.id,
        profileIds: [...request.profileIds],
        closeOpened: request.closeOpened,
        typedCount,
      }),
    onSuccess: async (_started, { request }) => {
      setStartedTargets((targets) => new Set([...targets, request.target]));
      await refreshJobs();
    },
    onError: (error, { request }) => {
      sent.current.delete(request.target);
      onError(error);
    },
  });
  const retry = (request: RetryRequest, typedCount: number | null) => {
    if (sent.current.has(request.target)) return;
    sent.current.add(request.target);
    mutation.mutate({ request, typedCount });
  };
  return { retry, startedTargets };
}
