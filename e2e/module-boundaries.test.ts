import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** A file and what it imports. */
type Import = readonly [file: string, imported: string];

const forbidden: readonly Import[] = [
  ['renderer/features/recipes/a.tsx', '../jobs/use-jobs.ts'],
  ['renderer/features/recipes/b.tsx', '../../features/jobs/use-jobs.ts'],
  ['renderer/features/recipes/c.tsx', '../../../electron/main.ts'],
  ['renderer/features/recipes/d.tsx', 'node:fs'],
  ['renderer/start-job/e.ts', '../features/jobs/use-jobs.ts'],
  ['renderer/f.ts', './features/jobs/use-jobs.ts'],
  ['shared/g.ts', '../renderer/api.ts'],
  ['electron/h.ts', '../renderer/api.ts'],
];

const allowed: readonly Import[] = [
  ['renderer/features/recipes/i.tsx', './recipe-card.tsx'],
  ['renderer/features/recipes/j.tsx', '../../ui/store.ts'],
  ['renderer/features/recipes/k.tsx', '../../../shared/job.ts'],
  ['renderer/app.tsx', './features/jobs/jobs-page.tsx'],
  ['renderer/main.tsx', './features/profiles/remember-view.ts'],
];

test('the linter refuses imports across the borders of the folders, and no others', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-panel-boundaries-'));
  const config = JSON.parse(fs.readFileSync(path.join(root, 'biome.json'), 'utf8')) as object;
  // The files lie outside the repository, so the linter cannot ask git about them.
  const changed = { ...config, $schema: undefined, vcs: { enabled: false } };
  fs.writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(changed));
  for (const [file, imported] of [...forbidden, ...allowed]) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), `import { a } from '${imported}';\na();\n`);
  }
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json'];
  // It ends with 1 where it found something, which is told by what it prints.
  const { stdout } = await promisify(execFile)(process.execPath, [biome, ...args], { cwd: folder }).catch(
    (failure: { readonly stdout: string }) => failure,
  );
  fs.rmSync(folder, { recursive: true });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: string } }[] };
  const refused = diagnostics.map(({ location }) => location.path);
  expect(refused.toSorted()).toEqual(forbidden.map(([file]) => file).toSorted());
});
