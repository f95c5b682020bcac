import { stringify } from 'csv-stringify/sync';
import type { ItemReason, ItemState, JobItem } from '../../shared/job.ts';

/** The words of the file, in the language of the window. */
export interface JobCsvWords {
  /** Headings in the order of the columns. */
  readonly headings: Record<JobCsvColumn, string>;
  state(state: ItemState): string;
  reason(reason: ItemReason): string;
  /** A moment in epoch milliseconds, as the reader knows it. */
  time(epochMs: number): string;
}

/** The columns, in their order. */
export const jobCsvColumns = [
  'number',
  'name',
  'group',
  'copyNumber',
  'copyName',
  'result',
  'reason',
  'code',
  'attempts',
  'time',
] as const;
type JobCsvColumn = (typeof jobCsvColumns)[number];

/** Only for jobs that make copies. */
const copyColumns: ReadonlySet<JobCsvColumn> = new Set(['copyNumber', 'copyName']);

/**
 * Writes the items of a job as CSV text, one line each; those of copies say the new number and name, too. It begins with a byte order mark, because Excel takes a
 * file without one for the computer's old code page; a text that a spreadsheet would run as a formula, which a
 * profile's name can be, is made harmless.
 */
export function writeJobCsv(items: Iterable<JobItem>, words: JobCsvWords): string {
  let hasCopies = false;
  const rows = Array.from(items, (item): Record<JobCsvColumn, string | number> => {
    hasCopies ||= item.plannedName !== null;
    return {
      number: item.profileId,
      name: item.profileName,
      group: item.groupName,
      copyNumber: item.resultId ?? '',
      copyName: item.plannedName ?? '',
      result: words.state(item.state),
      reason: item.reason === null ? '' : words.reason(item.reason),
      code: item.apiCode ?? '',
      attempts: item.attempts,
      time: words.time(item.updatedAt),
    };
  });
  const columns = jobCsvColumns.filter((key) => hasCopies || !copyColumns.has(key));
  return stringify(rows, {
    header: true,
    columns: columns.map((key) => ({ key, header: words.headings[key] })),
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
