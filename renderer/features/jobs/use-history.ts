import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JobFilter, JobId, JobSnapshot } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';
import { historyKey, useJobs } from './use-jobs.ts';

/** Jobs a page. */
export const historyPageSize = 50;

/** Typing asks once it has paused for this long, in milliseconds. */
const quiet = 200;

/**
 * One page of the jobs that match, newest first. Jobs that are under way are shown as they are at this moment;
 * the page is read again when a job begins or ends.
 *
 * @param page from 0
 */
export function useHistory(filter: JobFilter, page: number) {
  const [asked] = useDebouncedValue(JSON.stringify({ filter, page }), quiet);
  const { jobs: live = [] } = useJobs();
  const query = useQuery({
    queryKey: [...historyKey, asked],
    queryFn: () => {
      const { filter: wanted, page: number } = JSON.parse(asked) as { filter: JobFilter; page: number };
      return callCommand('jobs.history', {
        filter: wanted,
        offset: number * historyPageSize,
        limit: historyPageSize,
      });
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const liveById = new Map(live.map((job) => [job.id, job]));
  return {
    jobs: query.data?.jobs.map((job) => liveById.get(job.id) ?? job),
    total: query.data?.total ?? 0,
    error: query.error,
    refetch: () => void query.refetch(),
  };
}

/** A job that is not on the page in view, for example an old one after a reload; undefined until it is read. */
export function useSingleJob(id: JobId | null, known: readonly JobSnapshot[]): JobSnapshot | undefined {
  const { jobs: live = [] } = useJobs();
  const isWanted = id !== null && !known.some((job) => job.id === id);
  const query = useQuery({
    queryKey: ['jobs.get', id],
    queryFn: () => (id === null ? null : callCommand('jobs.get', { jobId: id })),
    enabled: isWanted,
    staleTime: 0,
  });
  if (!isWanted) return undefined;
  return live.find((job) => job.id === id) ?? query.data ?? undefined;
}
