/**
 * Writes `dist/THIRD-PARTY-LICENSES.txt` from the lists that the build made of the packages it really
 * bundled, and removes those lists. Ends with code 1 when a package has no licence at all.
 */
import fs from 'node:fs';
import path from 'node:path';

const dist = path.join(import.meta.dirname, '..', '..', 'dist');
const lists = ['electron', 'renderer'].map((folder) => path.join(dist, folder, 'licenses.json'));

/** One package as Vite's `build.license` lists it. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression from its package.json. */
  readonly identifier?: string;
  /** Content of its licence file. */
  readonly text?: string;
}

const bundled = new Map<string, BundledPackage>();
for (const list of lists) {
  for (const entry of JSON.parse(fs.readFileSync(list, 'utf8')) as BundledPackage[]) {
    bundled.set(`${entry.name} ${entry.version}`, entry);
  }
  fs.rmSync(list);
}

const unlicensed = [...bundled].filter(([, { identifier, text }]) => !identifier && !text);
if (unlicensed.length > 0) {
  console.error(`No licence is known for: ${unlicensed.map(([title]) => title).join(', ')}`);
  process.exit(1);
}

const rule = '-'.repeat(80);
const sections = [...bundled]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([title, { identifier, text }]) =>
    [
      rule,
      title,
      `Licence: ${identifier ?? 'see below'}`,
      '',
      text ?? 'The package holds no licence text.',
    ].join('\n'),
  );
fs.writeFileSync(
  path.join(dist, 'THIRD-PARTY-LICENSES.txt'),
  [
    'Profile Panel contains the following third-party packages.',
    'The licences of Electron and Chromium are in LICENSE.electron.txt and LICENSES.chromium.html, beside the program.',
    '',
    ...sections,
    '',
  ].join('\n'),
);
