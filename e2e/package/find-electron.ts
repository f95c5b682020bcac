import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The folder of an unpacked Electron, or why there is none, as the end of a sentence. */
export type FoundElectron =
  | { readonly isFound: true; readonly folder: string }
  | { readonly isFound: false; readonly reason: string };

/**
 * Looks for Electron's own binary: in `ELECTRON_OVERRIDE_DIST_PATH`, else in the `electron` package. With
 * `mayDownload` the package's installer is run when it is absent. `PROFILE_PANEL_ELECTRON=stand-in` finds
 * none. Unlike running the app, packaging it needs no display.
 */
export function findElectron(root: string, mayDownload: boolean): FoundElectron {
  if (process.env.PROFILE_PANEL_ELECTRON === 'stand-in') {
    return { isFound: false, reason: 'PROFILE_PANEL_ELECTRON=stand-in asks for the stand-in' };
  }
  const packageFolder = path.join(root, 'node_modules', 'electron');
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(packageFolder, 'dist');
  // Every unpacked Electron has this file; the stand-in's own folder does not.
  const isThere = () => fs.existsSync(path.join(folder, 'version'));
  if (isThere()) return { isFound: true, folder };
  if (!mayDownload || process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return { isFound: false, reason: `there is no unpacked Electron in ${folder}` };
  }
  const { stderr } = spawnSync(process.execPath, [path.join(packageFolder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 180_000,
  });
  if (isThere()) return { isFound: true, folder };
  const cause = stderr
    .split('\n')
    .find((line) => /error|timed? ?out/i.test(line))
    ?.trim();
  return { isFound: false, reason: `the download of Electron failed (${cause ?? 'unknown cause'})` };
}
