import fs from 'node:fs';
import path from 'node:path';

/** What Electron and the desktop read from package.json; scripts and dependencies stay out of the package. */
const keptManifestKeys = [
  'name',
  'productName',
  'version',
  'description',
  'license',
  'author',
  'type',
  'main',
];

/** Copies the build and what belongs beside it to `out/app`, the folder that becomes `app.asar`. */
export function layOutApp(root: string): void {
  const target = path.join(root, 'out', 'app');
  fs.rmSync(target, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'dist'), path.join(target, 'dist'), { recursive: true });
  fs.renameSync(
    path.join(target, 'dist', 'THIRD-PARTY-LICENSES.txt'),
    path.join(target, 'THIRD-PARTY-LICENSES.txt'),
  );
  fs.copyFileSync(path.join(root, 'LICENSE'), path.join(target, 'LICENSE'));
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const kept = Object.fromEntries(keptManifestKeys.map((key) => [key, manifest[key]]));
  fs.writeFileSync(path.join(target, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`);
}
