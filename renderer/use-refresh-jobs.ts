import { useQueryClient } from '@tanstack/react-query';
import { commandQuery } from './command-query.ts';

/** Asks for the list of jobs again, after one was started. */
export function useRefreshJobs(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: commandQuery('jobs.list', {}).queryKey });
}
