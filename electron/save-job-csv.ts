import fs from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { JobId } from '../shared/job.ts';
import { reasonWords } from '../shared/messages/job-words.ts';
import type { Language } from '../shared/messages/languages.ts';
import { nameCsvOutcome } from '../shared/messages/operation-words.ts';
import { createTranslate } from '../shared/messages/translate.ts';
import type { OperationKind } from '../shared/operation.ts';
import { type Result, succeed } from '../shared/result.ts';
import { failForFile } from './file-failure.ts';
import type { JobEngine } from './jobs/engine.ts';
import { type JobCsvWords, jobCsvColumns, writeJobCsv } from './jobs/job-csv.ts';

/**
 * Asks for a place and writes a job's list there as CSV. `savedTo` is the file's name without its folder, or
 * null when the dialog was cancelled. Errors: `not_found`, and `file_failed` with the system's code as `detail`.
 */
export async function saveJobCsv(
  jobs: JobEngine,
  jobId: JobId,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<{ readonly savedTo: string | null }>> {
  const items = jobs.readItems(jobId);
  if (!items.ok) return items;
  const job = jobs.get(jobId);
  if (!job.ok) return job;
  const t = createTranslate(language);
  const options = {
    defaultPath: t('jobs.csv.fileName', { date: new Date().toISOString().slice(0, 10) }),
    filters: [{ name: t('jobs.csv.fileKind'), extensions: ['csv'] }],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return succeed({ savedTo: null });
  try {
    await fs.writeFile(filePath, writeJobCsv(items.value, toCsvWords(language, job.value.operation.kind)), {
      mode: 0o600,
    });
    return succeed({ savedTo: path.basename(filePath) });
  } catch (error) {
    return failForFile('The list could not be saved.', error);
  }
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
