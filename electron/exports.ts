import type { BrowserWindow } from 'electron';
import type { SavedFile } from '../shared/contract.ts';
import type { JobFilter } from '../shared/job.ts';
import { createTranslate } from '../shared/messages/translate.ts';
import type { SavedView, ViewId } from '../shared/profile-view.ts';
import type { RecipeId, RecipeImport } from '../shared/recipe.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Language } from '../shared/settings.ts';
import { chooseFile, saveFileAs } from './file-dialogs.ts';
import type { JobEngine } from './jobs/engine.ts';
import { writeHistory } from './jobs/write-history.ts';
import { largestRecipeFile, type Recipes } from './recipes.ts';
import { largestViewFile, type WindowMemory } from './window-memory.ts';

/** Asks for a place and writes the matching jobs there. Errors as for `saveFileAs`. */
export function exportHistory(
  jobs: JobEngine,
  { filter, format }: { readonly filter: JobFilter; readonly format: 'json' | 'csv' },
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<SavedFile>> {
  const t = createTranslate(language);
  const name = t('app.dialog.historyName', { date: new Date().toISOString().slice(0, 10) });
  return saveFileAs(
    {
      defaultName: `${name}.${format}`,
      filter: { name: format.toUpperCase(), extensions: [format] },
      write: () => writeHistory(jobs, filter, format),
    },
    window,
  );
}

/** Asks for a place and writes a recipe there. Errors: `not_found`, and those of `saveFileAs`. */
export async function exportRecipe(
  recipes: Recipes,
  id: RecipeId,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<SavedFile>> {
  const recipe = recipes.find(id);
  if (recipe === null) return fail('not_found', 'There is no such recipe.');
  return saveFileAs(
    {
      defaultName: `${toFileName(recipe.title) || 'recipe'}.json`,
      filter: toRecipeFilter(language),
      write: () => `${JSON.stringify(recipe, null, 2)}\n`,
    },
    window,
  );
}

/** Asks for a recipe file and reads it. Errors as for `chooseFile` and `Recipes.readImport`. */
export async function chooseRecipe(
  recipes: Recipes,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<{ readonly found: RecipeImport | null }>> {
  const chosen = await chooseFile(toRecipeFilter(language), largestRecipeFile, window);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return succeed({ found: null });
  const read = recipes.readImport(chosen.value.name, chosen.value.text);
  return read.ok ? succeed({ found: read.value }) : read;
}

function toRecipeFilter(language: Language) {
  return { name: createTranslate(language)('app.dialog.recipeKind'), extensions: ['json'] };
}

/** Asks for a place and writes a saved view there. Errors: `not_found`, and those of `saveFileAs`. */
export async function exportView(
  memory: WindowMemory,
  id: ViewId,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<SavedFile>> {
  const view = memory.find(id);
  if (view === null) return fail('not_found', 'There is no such view.');
  return saveFileAs(
    {
      defaultName: `${toFileName(view.name) || 'view'}.json`,
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

/** Without what a file system might refuse; may be empty. */
function toFileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N} _-]/gu, '_').trim();
}
