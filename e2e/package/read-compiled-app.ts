import fs from 'node:fs';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import type { CompiledApp } from './checklist/compiled-app.ts';

const pageFolder = 'dist/renderer/';

/** Reads out of a package what the security checklist looks at. */
export function readCompiledApp(asar: string, root: string): CompiledApp {
  const read = (name: string) => extractFile(asar, path.normalize(name)).toString('utf8');
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return {
    main: read('dist/electron/main.js'),
    preload: read('dist/electron/preload.cjs'),
    page: new Map(
      listPackage(asar, { isPack: false })
        .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
        .filter((name) => name.startsWith(pageFolder) && /\.(html|js|css)$/.test(name))
        .map((name) => [name.slice(pageFolder.length), read(name)]),
    ),
    electronRange: manifest.devDependencies.electron ?? '',
  };
}
