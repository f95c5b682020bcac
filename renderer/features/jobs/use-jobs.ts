import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ItemDecision, JobItem, JobSnapshot } from '../../../shared/job.ts';
import type { OperationKind } from '../../../shared/operation.ts';
import { callCommand, onEvent } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { profileListKey } from '../../known-profiles.ts';
import { mergeJob, mergeJobLists } from './merge-jobs.ts';

const jobsQuery = commandQuery('jobs.list', {});

/** All pages of the history, whatever the filter. */
export const historyKey = ['jobs.history'] as const;

/** Operations after which the list of profiles shows other values. */
const changesList: ReadonlySet<OperationKind> = new Set([
  'move_to_group',
  'set_proxy',
  'copy',
  'delete',
  'restore_group',
  'restore_proxy',
]);

/** Snapshots that came while the list was still being read: without them the end of a job could be missed. */
const earlyKey = ['jobs.progressed'] as const;

/** All jobs that the main process knows, newest first; undefined until they are read. */
export interface Jobs {
  readonly jobs: readonly JobSnapshot[] | undefined;
  /** What the reading threw, or null. */
  readonly error: Error | null;
  readonly refetch: () => void;
}

/**
 * The jobs, read once and kept up by events (see `useJobEvents`). After a reload of the window this is how
 * running jobs are found again.
 */
export function useJobs(): Jobs {
  const client = useQueryClient();
  const query = useQuery({
    ...jobsQuery,
    queryFn: async () => {
      const fetched = await callCommand('jobs.list', {});
      const early = client.getQueryData<readonly JobSnapshot[]>(earlyKey);
      return mergeJobLists(client.getQueryData(jobsQuery.queryKey) ?? early ?? [], fetched);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { jobs: query.data, error: query.error, refetch: () => void query.refetch() };
}

/** Writes every progress event into the list of jobs. Used once, by the tray. */
export function useJobEvents(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onEvent('jobs.progressed', ({ job }) => {
        const key = client.getQueryData(jobsQuery.queryKey) ? jobsQuery.queryKey : earlyKey;
        const before = client.getQueryData<readonly JobSnapshot[]>(key)?.find(({ id }) => id === job.id);
        client.setQueryData<readonly JobSnapshot[]>(key, (jobs) => mergeJob(jobs ?? [], job));
        // A short job may have ended before this event came, and then the list that was asked for meanwhile says so
        // already: its end counts whatever was known before.
        const hasEnded = job.state === 'finished';
        if (hasEnded || before?.state !== job.state) void client.invalidateQueries({ queryKey: historyKey });
        if (hasEnded && changesList.has(job.operation.kind)) {
          void client.invalidateQueries({ queryKey: profileListKey });
        }
      }),
    [client],
  );
}

/**
 * Tells the engine what became of uncertain items of a finished job, which may run again for them. The snapshot
 * that comes back holds fewer settled items than the one on screen, so it is taken over unless a newer end of
 * the job has arrived in the meantime.
 */
export function useDecide(job: JobSnapshot, onError: (error: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ items, decision }: { items: readonly JobItem[]; decision: ItemDecision }) =>
      callCommand('jobs.decide', { jobId: job.id, seqs: items.map(({ seq }) => seq), decision }),
    onSuccess: async (snapshot) => {
      client.setQueryData(jobsQuery.queryKey, (jobs) =>
        jobs?.map((known) => (known.id === job.id && known.finishedAt === job.finishedAt ? snapshot : known)),
      );
      await client.invalidateQueries({ queryKey: historyKey });
    },
    onError,
  });
}

/** Pauses, resumes or stops a job; the snapshot that comes back is shown at once. */
export function useJobAction(job: JobSnapshot, onError: (error: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: 'jobs.pause' | 'jobs.resume' | 'jobs.stop') =>
      callCommand(command, { jobId: job.id }),
    onSuccess: (snapshot) => {
      client.setQueryData(jobsQuery.queryKey, (jobs) => jobs && mergeJob(jobs, snapshot));
    },
    onError,
  });
}
