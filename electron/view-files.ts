import type { BrowserWindow } from 'electron';
import type { SavedFile } from '../shared/contract.ts';
import type { Language } from '../shared/messages/languages.ts';
import { createTranslate } from '../shared/messages/translate.ts';
import type { SavedView, ViewId } from '../shared/profile-view.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { chooseFile, saveFileAs } from './file-dialogs.ts';
import { largestViewFile, type WindowMemory } from './window-memory.ts';

/** Asks for a place and writes a saved view there. Errors: `not_found`, and those of `saveFileAs`. */
export async function exportView(
  memory: WindowMemory,
  id: ViewId,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<SavedFile>> {
  const view = memory.find(id);
  if (view === null) return fail('not_found', 'There is no such view.');
  const name = view.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '_').trim() || 'view';
  return saveFileAs(
    {
      defaultName: `${name}.json`,
      filter: toViewFilter(language),
      write: () => `${JSON.stringify(view, null, 2)}\n`,
    },
    window,
  );
}

/** Asks for a file and stores its view. Errors as for `chooseFile` and `WindowMemory.importView`. */
export async function importView(
  memory: WindowMemory,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<{ readonly imported: SavedView | null }>> {
  const chosen = await chooseFile(toViewFilter(language), largestViewFile, window);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return succeed({ imported: null });
  const stored = memory.importView(chosen.value.text);
  return stored.ok ? succeed({ imported: stored.value }) : stored;
}

function toViewFilter(language: Language) {
  return { name: createTranslate(language)('app.dialog.viewKind'), extensions: ['json'] };
}
