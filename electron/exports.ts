import type { BrowserWindow } from 'electron';
import type { SavedFile } from '../shared/contract.ts';
import type { Preset, PresetId } from '../shared/extraction/preset.ts';
import type { JobFilter } from '../shared/job.ts';
import type { Language } from '../shared/messages/languages.ts';
import { createTranslate } from '../shared/messages/translate.ts';
import type { ProfileId } from '../shared/profile.ts';
import type { CookieExportResult, CookieFile } from '../shared/profile-details.ts';
import type { RecipeId, RecipeImport } from '../shared/recipe.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { CookieExchange } from './cookies/cookie-exchange.ts';
import { chooseFile, saveFileAs } from './file-dialogs.ts';
import type { JobEngine } from './jobs/engine.ts';
import { writeHistory } from './jobs/write-history.ts';
import { largestPresetFile, type Presets } from './presets.ts';
import { largestRecipeFile, type Recipes } from './recipes.ts';

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
  const name = toFileName(recipe.title) || 'recipe';
  return saveFileAs(
    {
      defaultName: `${name}.json`,
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

/** Asks for a place and writes a preset there, without its link. Errors: `not_found`, and those of `saveFileAs`. */
export async function exportPreset(
  presets: Presets,
  id: PresetId,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<SavedFile>> {
  const content = presets.toFile(id);
  if (content === null) return fail('not_found', 'There is no such preset.');
  return saveFileAs(
    {
      defaultName: `${toFileName(content.name) || 'preset'}.json`,
      filter: toPresetFilter(language),
      write: () => `${JSON.stringify(content, null, 2)}\n`,
    },
    window,
  );
}

/** Asks for a preset file and stores it. Errors as for `chooseFile` and `Presets.readFile`. */
export async function importPreset(
  presets: Presets,
  language: Language,
  window: BrowserWindow | null,
): Promise<Result<{ readonly preset: Preset | null }>> {
  const chosen = await chooseFile(toPresetFilter(language), largestPresetFile, window);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return succeed({ preset: null });
  const read = presets.readFile(chosen.value.text);
  return read.ok ? succeed({ preset: read.value }) : read;
}

function toFileName(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N} _-]/gu, '_').trim();
}

function toPresetFilter(language: Language) {
  return { name: createTranslate(language)('app.dialog.presetKind'), extensions: ['json'] };
}

function toRecipeFilter(language: Language) {
  return { name: createTranslate(language)('app.dialog.recipeKind'), extensions: ['json'] };
}

/** Largest file of cookies that is read, in bytes. */
const largestCookieFile = 8 * 1024 * 1024;

/** Reads the cookies of a profile, then asks for a place and writes them there. Errors as for a read and `saveFileAs`. */
export async function exportCookies(
  cookies: CookieExchange,
  id: ProfileId,
  window: BrowserWindow | null,
): Promise<Result<CookieExportResult>> {
  const read = await cookies.read(id);
  if (!read.ok) return read;
  const { text, count } = read.value;
  if (count === 0) return succeed({ savedTo: null, count });
  const saved = await saveFileAs(
    {
      defaultName: `cookies-${id}.json`,
      filter: { name: 'JSON', extensions: ['json'] },
      write: () => text,
    },
    window,
  );
  return saved.ok ? succeed({ ...saved.value, count }) : saved;
}

/** Asks for a file with cookies and judges it. Errors as for `chooseFile`. */
export async function chooseCookies(
  cookies: CookieExchange,
  window: BrowserWindow | null,
): Promise<Result<{ readonly found: CookieFile | null }>> {
  const filter = { name: 'JSON, cookies.txt', extensions: ['json', 'txt'] };
  const chosen = await chooseFile(filter, largestCookieFile, window);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return succeed({ found: null });
  return succeed({ found: cookies.judge(chosen.value.name, chosen.value.text) });
}
