import type { BrowserWindow } from 'electron';
import type { SavedFile } from '../shared/contract.ts';
import type { JobId } from '../shared/job.ts';
import { reasonWords } from '../shared/messages/job-words.ts';
import type { Language } from '../shared/messages/languages.ts';
import { nameCsvOutcome } from '../shared/messages/operation-words.ts';
import { createTranslate } from '../shared/messages/translate.ts';
import type { OperationKind } from '../shared/operation.ts';
import type { Result } from '../shared/result.ts';
import { saveFileAs } from './file-dialogs.ts';
import type { JobEngine } from './jobs/engine.ts';
import { type JobCsvWords, jobCsvColumns, writeJobCsv } from './jobs/job-csv.ts';

/** Asks for a place and writes a job's list there as CSV. Errors: `not_found`, and those of `saveFileAs`. */
export async function saveJobCsv(
  jobs: JobEngine,
  jobId: JobId,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<SavedFile>> {
  const items = jobs.readItems(jobId);
  if (!items.ok) return items;
  const job = jobs.get(jobId);
  if (!job.ok) return job;
  const t = createTranslate(language);
  return saveFileAs(
    {
      defaultName: t('jobs.csv.fileName', { date: new Date().toISOString().slice(0, 10) }),
      filter: { name: t('jobs.csv.fileKind'), extensions: ['csv'] },
      write: () => writeJobCsv(items.value, toCsvWords(language, job.value.operation.kind)),
    },
    window,
  );
}

function toCsvWords(language: Language, kind: OperationKind): JobCsvWords {
  const t = createTranslate(language);
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });
  return {
    headings: Object.fromEntries(
      jobCsvColumns.map((column) => [column, t(`jobs.csv.${column}`)]),
    ) as JobCsvWords['headings'],
    state: (state) => t(nameCsvOutcome(kind, state)),
    reason: (reason) => t(reasonWords[reason]),
    time: (epochMs) => time.format(epochMs),
  };
}
