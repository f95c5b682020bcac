import { stringify } from 'csv-stringify/sync';
import { type JobFilter, type JobSnapshot, jobHistoryQuery } from '../../shared/job.ts';
import type { JobEngine } from './engine.ts';

const pageSize = 200;

/** Matching jobs, newest first, one at a time. */
function* listHistory(jobs: JobEngine, filter: JobFilter): Iterable<JobSnapshot> {
  for (let offset = 0; ; offset += pageSize) {
    const query = jobHistoryQuery.parse({ filter, offset, limit: pageSize });
    const page = jobs.findHistory(query);
    yield* page.jobs;
    if (offset + pageSize >= page.total) return;
  }
}

/**
 * The jobs that match as text. JSON holds the items of each job, too; CSV has one line a job and starts with a
 * byte order mark, as Excel needs it. Neither holds a secret, because the journal does not.
 */
export function writeHistory(jobs: JobEngine, filter: JobFilter, format: 'json' | 'csv'): string {
  const list = [...listHistory(jobs, filter)];
  if (format === 'json') {
    const entries = list.map((job) => {
      const items = jobs.readItems(job.id);
      return { ...job, items: items.ok ? [...items.value] : [] };
    });
    return `${JSON.stringify({ format: 'profile-panel-history', version: 1, jobs: entries }, null, 2)}\n`;
  }
  const rows = list.map((job) => ({
    id: job.id,
    operation: job.operation.kind,
    state: job.state,
    total: job.total,
    ...job.counts,
    created: toIso(job.createdAt),
    started: toIso(job.startedAt),
    finished: toIso(job.finishedAt),
    retryOf: job.retryOf ?? '',
    undoOf: job.undoOf ?? '',
  }));
  return stringify(rows, {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const columns = [
  'id',
  'operation',
  'state',
  'total',
  'done',
  'failed',
  'skipped',
  'cancelled',
  'uncertain',
  'queued',
  'created',
  'started',
  'finished',
  'retryOf',
  'undoOf',
] as const;

function toIso(epochMs: number | null): string {
  return epochMs === null ? '' : new Date(epochMs).toISOString();
}
