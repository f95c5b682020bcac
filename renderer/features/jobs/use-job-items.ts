import { useQuery } from '@tanstack/react-query';
import type { ItemState, JobId, JobItem, JobSnapshot } from '../../../shared/job.ts';
import { callCommand } from '../../api.ts';

/** Most items that one call may ask for. */
const pageSize = 2_000;

/**
 * All items of a finished job in the given states, read page by page. A result groups them by cause, so it
 * needs every one, not the first page.
 */
export function useJobItems(job: JobSnapshot, states: readonly ItemState[], isEnabled = true) {
  return useQuery({
    // A decision changes the counts, and may have the job run once more.
    queryKey: ['jobs.listItems', job.id, states, job.finishedAt, job.counts] as const,
    queryFn: () => readAllItems(job.id, states),
    enabled: isEnabled,
    staleTime: Number.POSITIVE_INFINITY,
    // Comparing 100,000 items with the ones before would cost more than rendering the visible ones.
    structuralSharing: false,
  });
}

async function readAllItems(jobId: JobId, states: readonly ItemState[]): Promise<readonly JobItem[]> {
  const items: JobItem[] = [];
  for (;;) {
    const page = await callCommand('jobs.listItems', {
      jobId,
      states: [...states],
      offset: items.length,
      limit: pageSize,
    });
    for (const item of page.items) items.push(item);
    if (items.length >= page.total || page.items.length === 0) return items;
  }
}
