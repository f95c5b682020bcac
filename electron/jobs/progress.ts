import type { JobId, JobProgress, JobSnapshot } from '../../shared/job.ts';
import type { Clock } from '../clock.ts';

type ChangedItem = JobProgress['changed'][number];

/** Tells the window what changed, seldom enough that it can follow. */
export interface ProgressFeed {
  /** Something of the job changed; `items` are by place in the job. */
  note(id: JobId, items: Iterable<readonly [seq: number, item: ChangedItem]>): void;
}

/** At most ten events a second and job. */
const intervalMs = 100;
/** Items in one event; more wait for the next one. */
const mostItems = 2_000;

interface Pending {
  readonly items: Map<number, ChangedItem>;
  lastSentAt: number;
  isScheduled: boolean;
}

/**
 * Makes a feed. Every event holds the job as it is when the event is sent, so the last one holds its end.
 * After `signal` is aborted it stays silent.
 */
export function createProgressFeed(
  clock: Clock,
  getSnapshot: (id: JobId) => JobSnapshot | null,
  onProgress: (progress: JobProgress) => void,
  signal: AbortSignal,
): ProgressFeed {
  const pendingByJob = new Map<JobId, Pending>();

  async function sendLater(id: JobId, pending: Pending): Promise<void> {
    pending.isScheduled = true;
    await clock.sleep(Math.max(0, pending.lastSentAt + intervalMs - clock.monotonic()), signal);
    pending.isScheduled = false;
    if (signal.aborted) return;
    const job = getSnapshot(id);
    if (job === null) return;
    const changed: ChangedItem[] = [];
    for (const [seq, item] of pending.items) {
      if (changed.length === mostItems) break;
      changed.push(item);
      pending.items.delete(seq);
    }
    pending.lastSentAt = clock.monotonic();
    onProgress({ job, changed });
    if (pending.items.size > 0) void sendLater(id, pending);
    else if (job.state === 'finished') pendingByJob.delete(id);
  }

  return {
    note(id, items) {
      const pending = pendingByJob.get(id) ?? {
        items: new Map(),
        lastSentAt: Number.NEGATIVE_INFINITY,
        isScheduled: false,
      };
      pendingByJob.set(id, pending);
      for (const [seq, item] of items) pending.items.set(seq, item);
      if (!pending.isScheduled) void sendLater(id, pending);
    },
  };
}
