import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type RecipeDraft, recipeDraft } from '../shared/recipe.ts';
import { openRecipes } from './recipes.ts';

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function draft(more: Partial<RecipeDraft> = {}): RecipeDraft {
  return recipeDraft.parse({
    id: null,
    title: 'Clear the shops',
    sentence: 'Clears the cache of all shops.',
    filter: { search: '', groups: ['Shop-EU'], tags: [], proxyModes: [], openKinds: ['closed'] },
    operation: { kind: 'clear_cache' },
    options: { closeOpened: false },
    limits: { mostProfiles: 500 },
    ...more,
  });
}

function expectOk<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

test('recipes are kept over a restart, sorted by title, for the eyes of their owner', () => {
  const folder = makeFolder();
  const recipes = openRecipes(folder);
  expectOk(recipes.save(draft({ title: 'Second' })));
  expectOk(recipes.save(draft({ title: 'First' })));
  expect(
    openRecipes(folder)
      .list()
      .map(({ title }) => title),
  ).toEqual(['First', 'Second']);
  expect(statSync(join(folder, 'recipes.json')).mode & 0o777).toBe(0o600);
});

test('a recipe is changed under its id, deleted, and not changed when it is gone', () => {
  const recipes = openRecipes(makeFolder());
  const { id } = expectOk(recipes.save(draft()));
  expectOk(recipes.save(draft({ id, title: 'Other' })));
  expect(recipes.list().map(({ title }) => title)).toEqual(['Other']);
  expectOk(recipes.delete(id));
  expect(recipes.list()).toEqual([]);
  expect(recipes.save(draft({ id }))).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test('an imported file shows what it would change and is stored only when confirmed', () => {
  const recipes = openRecipes(makeFolder());
  const saved = expectOk(recipes.save(draft()));
  const text = JSON.stringify({ ...saved, title: 'Imported', limits: { mostProfiles: null } });
  const read = expectOk(recipes.readImport('shops.json', `\uFEFF${text}`));
  expect(read).toMatchObject({ fileName: 'shops.json', differences: ['title', 'limits'] });
  expect(read.replaces?.title).toBe('Clear the shops');
  expect(recipes.list()[0]?.title).toBe('Clear the shops');
  expect(expectOk(recipes.confirmImport(read.importId)).title).toBe('Imported');
  expect(recipes.list()).toHaveLength(1);
  expect(recipes.confirmImport(read.importId)).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test.each([
  ['not JSON', 'file'],
  ['{}', 'format'],
  [JSON.stringify({ ...draft(), format: 'profile-panel-recipe', version: 2 }), 'version'],
])('a file that is no recipe is refused and the field is named: %s', (text, detail) => {
  const read = openRecipes(makeFolder()).readImport('x.json', text);
  expect(read).toMatchObject({ ok: false, error: { code: 'invalid_input', detail } });
});

test('a recipe cannot carry a login or a link', () => {
  const recipes = openRecipes(makeFolder());
  const proxy = {
    kind: 'custom',
    type: 'http',
    host: 'h',
    port: 1,
    checkLine: 'global_line',
    secret: null,
    password: 'canary',
  };
  const saved = expectOk(recipes.save(draft()));
  const text = JSON.stringify({ ...saved, operation: { kind: 'set_proxy', proxy } });
  expect(recipes.readImport('x.json', text)).toMatchObject({ ok: false });
});

test('a damaged file is put aside, and one damaged recipe costs only itself', () => {
  const folder = makeFolder();
  const file = join(folder, 'recipes.json');
  const recipes = openRecipes(folder);
  expectOk(recipes.save(draft()));
  const stored = JSON.parse(readFileSync(file, 'utf8')) as { recipes: object[] };
  writeFileSync(file, JSON.stringify({ ...stored, recipes: [...stored.recipes, { title: 'broken' }] }));
  expect(openRecipes(folder).list()).toHaveLength(1);
  writeFileSync(file, '{"version":1,"recipes":[');
  expect(openRecipes(folder, () => 5).list()).toEqual([]);
  expect(readdirSync(folder)).toEqual(['recipes.corrupt-5.json']);
});
