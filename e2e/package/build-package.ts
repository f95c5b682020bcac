/**
 * `npm run dist:dir`: the unpacked package of this system. On Linux, where Electron's own binary is not
 * there, it is built without any download on the Electron stand-in, for tests only.
 * `npm run dist`: the installers of this system; needs Electron's own binary.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Configuration } from 'electron-builder';
import { comparePackageSizes } from './compare-package-sizes.ts';
import { describeSigning } from './describe-signing.ts';
import { findElectron } from './find-electron.ts';
import { layOutApp } from './lay-out-app.ts';
import { makeStandInDistribution } from './stand-in-distribution.ts';

const root = path.join(import.meta.dirname, '..', '..');
const { values } = parseArgs({ options: { installers: { type: 'boolean', default: false } } });
const isLinux = process.platform === 'linux';
const needsElectron = values.installers || !isLinux || process.env.PROFILE_PANEL_ELECTRON === 'electron';

const electron = findElectron(root, needsElectron);
if (needsElectron && !electron.isFound) {
  console.error(
    `This package needs Electron's own binary, but ${electron.reason}.\n` +
      'Run this where the binary can be downloaded, or name the folder of an unpacked one in ELECTRON_OVERRIDE_DIST_PATH.' +
      (isLinux ? '\nWithout it, an unpacked package for tests can be built: npm run dist:dir' : ''),
  );
  process.exit(1);
}

layOutApp(root);
fs.rmSync(path.join(root, 'out', 'package'), { recursive: true, force: true });
const signing = describeSigning(process.platform, process.env);
console.log(signing.line);
await build({
  projectDir: root,
  dir: !values.installers,
  publish: 'never',
  // `beforeBuild` answers that no node_modules are to be collected.
  config: { ...toElectronDist(), beforeBuild: async () => false, ...(signing.isSigned ? {} : unsigned()) },
});
console.log(
  electron.isFound
    ? 'The package holds Electron.'
    : `The package holds the Electron stand-in, for tests on this computer only: ${electron.reason}.`,
);
process.exitCode = comparePackageSizes(root) ? 0 : 1;

function toElectronDist(): Configuration {
  if (electron.isFound) {
    // A Mac's installers are built for two kinds of processors; each needs an Electron of its own.
    return process.platform === 'darwin' && values.installers ? {} : { electronDist: electron.folder };
  }
  const folder = path.join(root, 'out', 'stand-in-distribution');
  const { version } = JSON.parse(
    fs.readFileSync(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string };
  makeStandInDistribution({ folder, root, electronVersion: version });
  return { electronDist: folder };
}

/** Without a certificate a Mac still wants a signature that fits the changed executable: an ad-hoc one. */
function unsigned(): Configuration {
  process.env.CSC_IDENTITY_AUTO_DISCOVERY = 'false';
  return { mac: { identity: '-' } };
}
