import fs from 'node:fs';
import path from 'node:path';

/** The unpacked package of this system. */
export interface PackageFolder {
  /** What a user starts. */
  readonly executable: string;
  readonly asar: string;
  /** It was built on the Electron stand-in: for tests only. */
  readonly isStandIn: boolean;
}

/** Finds the unpacked package that `npm run dist:dir` left in `out/package`; throws when there is none. */
export function findPackage(root: string): PackageFolder {
  const output = path.join(root, 'out', 'package');
  const folder = fs.readdirSync(output).find((name) => /^(linux|win)(-.+)?-unpacked$|^mac(-.+)?$/.test(name));
  if (!folder) throw new Error('There is no unpacked package; make it first: npm run dist:dir');
  const base = path.join(output, folder);
  const contents = path.join(base, 'Profile Panel.app', 'Contents');
  const names = folder.startsWith('mac')
    ? {
        executable: path.join(contents, 'MacOS', 'Profile Panel'),
        asar: path.join(contents, 'Resources', 'app.asar'),
      }
    : {
        executable: path.join(base, folder.startsWith('win') ? 'Profile Panel.exe' : 'profile-panel'),
        asar: path.join(base, 'resources', 'app.asar'),
      };
  // Electron is a binary of many megabytes; the stand-in's executable is a script.
  return { ...names, isStandIn: fs.statSync(names.executable).size < 100_000 };
}
