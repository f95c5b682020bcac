import { useThrottledCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConnectionState } from '../../shared/connection.ts';
import type { JobSnapshot } from '../../shared/job.ts';
import { callCommand, onEvent } from '../api.ts';
import { commandQuery } from '../command-query.ts';
import {
  addJobStates,
  applyJobProgress,
  hasOpenedOrClosed,
  noteFailures,
  setOpenProfiles,
} from './live-state-store.ts';

/** How often the opened lists are read while the window is visible, in milliseconds. */
const openedInterval = 5_000;

/** How often they are read at most while a job opens and closes profiles, in milliseconds. */
const refreshInterval = 1_000;

/** Feeds the live state of the rows. `hasFailed` holds while it is not known which profiles are open. */
export function useLiveState(connection: ConnectionState | undefined): { readonly hasFailed: boolean } {
  const isConnected = connection?.kind === 'connected';
  const { data, isError } = useQuery({
    ...commandQuery('profiles.listOpened', {}),
    enabled: isConnected,
    refetchInterval: openedInterval,
  });
  useEffect(() => {
    if (data) setOpenProfiles(data);
  }, [data]);
  const client = useQueryClient();
  const readOpened = useThrottledCallback(
    () => void client.invalidateQueries({ queryKey: commandQuery('profiles.listOpened', {}).queryKey }),
    refreshInterval,
  );
  useEffect(
    () =>
      onEvent('jobs.progressed', (progress) => {
        applyJobProgress(progress);
        if (hasOpenedOrClosed(progress)) readOpened();
      }),
    [readOpened],
  );
  useQuery({ queryKey: ['jobs.listItems', 'unfinished'], queryFn: loadUnfinishedJobs });
  return { hasFailed: isConnected && isError };
}

/** Items a call. */
const pageSize = 2_000;

/** Brings the marks of running jobs back into the rows after a reload of the window. Returns their number. */
async function loadUnfinishedJobs(): Promise<number> {
  const jobs = await callCommand('jobs.list', {});
  const [last] = jobs;
  if (last) await loadFailures(last);
  let count = 0;
  for (const job of jobs) {
    const { id, total } = job;
    if (job.state === 'finished') continue;
    for (let offset = 0; offset < total; offset += pageSize) {
      const page = await callCommand('jobs.listItems', { jobId: id, states: null, offset, limit: pageSize });
      addJobStates(job, page.items);
      count += page.items.length;
    }
  }
  return count;
}

/** What failed in the newest job, for the quick filter: an earlier start of the app may have run it. */
async function loadFailures(job: JobSnapshot): Promise<void> {
  const most = job.counts.failed + job.counts.uncertain;
  for (let offset = 0; offset < most; offset += pageSize) {
    const states: ('failed' | 'uncertain')[] = ['failed', 'uncertain'];
    const page = await callCommand('jobs.listItems', { jobId: job.id, states, offset, limit: pageSize });
    noteFailures(job, page.items);
  }
}
