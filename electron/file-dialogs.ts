import fs from 'node:fs/promises';
import path from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { SavedFile } from '../shared/contract.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

/** What to write, and what the dialog proposes. */
interface FileToSave {
  readonly defaultName: string;
  readonly filter: FileFilter;
  /** Called when a place was chosen. */
  readonly write: () => string;
}

/**
 * Asks for a place and writes a file there that only its owner may read. Fails with `file_failed`, with the
 * system's code as `detail`.
 */
export async function saveFileAs(file: FileToSave, window: BrowserWindow | null): Promise<Result<SavedFile>> {
  const options = { defaultPath: file.defaultName, filters: [file.filter] };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return succeed({ savedTo: null });
  try {
    await writePrivately(filePath, file.write());
    return succeed({ savedTo: path.basename(filePath) });
  } catch (error) {
    return fail('file_failed', 'The file could not be saved.', {
      retryable: true,
      detail: error instanceof Error && 'code' in error ? String(error.code) : '',
    });
  }
}

/** A file that was there before keeps its rights when it is overwritten: they are narrowed before anything is in it. */
async function writePrivately(filePath: string, text: string): Promise<void> {
  const file = await fs.open(filePath, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

/** A file that the user chose. */
interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Asks for a file of at most `maxBytes` and reads it as text. Null when the dialog was cancelled. Fails with
 * `file_failed` when it cannot be read, with `invalid_input` (`detail` is `file`) when it is larger.
 */
export async function chooseFile(
  filter: FileFilter,
  maxBytes: number,
  window: BrowserWindow | null,
): Promise<Result<ChosenFile | null>> {
  const options = { properties: ['openFile' as const], filters: [filter] };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  const [filePath] = filePaths;
  if (canceled || filePath === undefined) return succeed(null);
  try {
    const { size } = await fs.stat(filePath);
    if (size > maxBytes) return fail('invalid_input', 'The file is too large.', { detail: 'file' });
    return succeed({ name: path.basename(filePath), text: await fs.readFile(filePath, 'utf8') });
  } catch (error) {
    return fail('file_failed', 'The file could not be read.', {
      retryable: true,
      detail: error instanceof Error && 'code' in error ? String(error.code) : '',
    });
  }
}
