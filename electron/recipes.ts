import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import {
  type Recipe,
  type RecipeDraft,
  type RecipeId,
  type RecipeImport,
  type RecipePart,
  recipe as recipeSchema,
} from '../shared/recipe.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

/** The recipes of this computer. What is written fails with `file_failed`; then nothing of it holds. */
export interface Recipes {
  /** By title. */
  list(): readonly Recipe[];
  find(id: RecipeId): Recipe | null;
  /** Fails with `not_found` when a draft names a recipe that is not there. */
  save(draft: RecipeDraft): Result<Recipe>;
  /** Deleting what is not there changes nothing. */
  delete(id: RecipeId): Result<{ readonly id: RecipeId }>;
  /**
   * Reads the text of a recipe file and keeps it until it is confirmed or another one is read. Fails with
   * `invalid_input`, `detail` names the first field that does not fit.
   */
  readImport(fileName: string, text: string): Result<RecipeImport>;
  /** Stores what was read. Fails with `not_found` when that is no longer the last file that was read. */
  confirmImport(importId: string): Result<Recipe>;
}

/** Largest recipe file that is read, in bytes. */
export const largestRecipeFile = 256 * 1024;

const storedFile = z.object({ version: z.literal(1), recipes: z.array(z.unknown()) });
const parts = [
  'title',
  'sentence',
  'filter',
  'operation',
  'options',
  'limits',
] as const satisfies RecipePart[];

/**
 * Opens `recipes.json` in `folder`. A file that cannot be read is moved to `recipes.corrupt-<time>.json`; a recipe
 * that does not fit costs that recipe only. `now` gives epoch milliseconds.
 */
export function openRecipes(folder: string, now: () => number = Date.now): Recipes {
  const file = path.join(folder, 'recipes.json');
  let recipes: ReadonlyMap<RecipeId, Recipe> = readStored(file, now);
  let waiting: RecipeImport | null = null;

  function store(next: ReadonlyMap<RecipeId, Recipe>): Result<null> {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      const content = JSON.stringify({ version: 1, recipes: [...next.values()] }, null, 2);
      writeFileAtomic.sync(file, `${content}\n`, { mode: 0o600 });
    } catch (error) {
      return fail('file_failed', 'The recipes could not be saved.', {
        retryable: true,
        detail: error instanceof Error && 'code' in error ? String(error.code) : '',
      });
    }
    recipes = next;
    return succeed(null);
  }

  function put(recipe: Recipe): Result<Recipe> {
    const stored = store(new Map([...recipes, [recipe.id, recipe]]));
    return stored.ok ? succeed(recipe) : stored;
  }

  return {
    list: () => [...recipes.values()].sort((a, b) => a.title.localeCompare(b.title)),
    find: (id) => recipes.get(id) ?? null,
    save({ id, ...content }) {
      if (id !== null && !recipes.has(id)) return fail('not_found', 'There is no such recipe.');
      return put(
        recipeSchema.parse({
          format: 'profile-panel-recipe',
          version: 1,
          id: id ?? randomUUID(),
          ...content,
          changedAt: now(),
        }),
      );
    },
    delete(id) {
      const stored = store(new Map([...recipes].filter(([key]) => key !== id)));
      return stored.ok ? succeed({ id }) : stored;
    },
    readImport(fileName, text) {
      const parsed = parseRecipe(text);
      if (!parsed.ok) return parsed;
      const recipe = parsed.value;
      const replaces = recipes.get(recipe.id) ?? null;
      const differences = parts.filter(
        (part) => JSON.stringify(recipe[part]) !== JSON.stringify(replaces?.[part]),
      );
      waiting = { importId: randomUUID(), fileName, recipe, replaces, differences };
      return succeed(waiting);
    },
    confirmImport(importId) {
      if (waiting?.importId !== importId) return fail('not_found', 'This file is not waiting any more.');
      const stored = put(waiting.recipe);
      if (stored.ok) waiting = null;
      return stored;
    },
  };
}

function parseRecipe(text: string): Result<Recipe> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Any text can be chosen in the dialog.
    return fail('invalid_input', 'The file is not JSON.', { detail: 'file' });
  }
  const parsed = recipeSchema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  return fail('invalid_input', 'The file is not a recipe.', {
    detail: parsed.error.issues[0]?.path.join('.') || 'file',
  });
}

function readStored(file: string, now: () => number): ReadonlyMap<RecipeId, Recipe> {
  if (!fs.existsSync(file)) return new Map();
  try {
    const { recipes } = storedFile.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
    const readable = recipes.flatMap((entry) => recipeSchema.safeParse(entry).data ?? []);
    return new Map(readable.map((recipe) => [recipe.id, recipe]));
  } catch {
    // Unreadable or not JSON: kept for its owner, and out of the way.
    fs.renameSync(file, file.replace(/\.json$/, `.corrupt-${now()}.json`));
    return new Map();
  }
}
