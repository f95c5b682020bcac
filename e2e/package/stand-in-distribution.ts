import fs from 'node:fs';
import path from 'node:path';

/** Marks the fuses inside an Electron executable; `@electron/fuses` looks for it. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * The fuses of Electron 45 before packaging, in the order of its `fuses.json5`: run as node, cookie
 * encryption, NODE_OPTIONS, inspect arguments, asar integrity, only asar, browser snapshot, file
 * privileges, wasm trap handlers. `1` is on, `0` off.
 */
const unpackagedFuses = '101100011';

/**
 * Makes a folder that electron-builder takes for an unpacked Electron (`electronDist`), whose executable
 * is the stand-in. It serves for tests on this computer only: the executable names this checkout.
 */
export function makeStandInDistribution(options: {
  readonly folder: string;
  readonly root: string;
  readonly electronVersion: string;
}): void {
  const { folder, root, electronVersion } = options;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'locales'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'resources'));
  fs.writeFileSync(path.join(folder, 'electron'), toLauncher(root), { mode: 0o755 });
  fs.writeFileSync(path.join(folder, 'version'), electronVersion);
  fs.writeFileSync(path.join(folder, 'LICENSE'), 'The stand-in for Electron; not for distribution.\n');
  fs.writeFileSync(path.join(folder, 'LICENSES.chromium.html'), '<!doctype html><title>None</title>\n');
  fs.writeFileSync(path.join(folder, 'chrome-sandbox'), '');
  for (const locale of ['en-US', 'zh-CN'])
    fs.writeFileSync(path.join(folder, 'locales', `${locale}.pak`), '');
}

/**
 * A shell script with a real fuse wire in a comment, so that packaging sets the fuses as it does in
 * Electron's own executable. `--inspect=0` is the test driver's and goes to Node; the stand-in keeps it from
 * the app.
 */
function toLauncher(root: string): string {
  const standIn = path.join(root, 'e2e', 'stand-in');
  const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  return `#!/bin/sh
# ${fuseSentinel}\x01${String.fromCharCode(unpackagedFuses.length)}${unpackagedFuses}
here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd) || exit 1
inspect=
for argument in "$@"; do
  case $argument in
    --inspect=0) inspect=$argument ;;
  esac
done
exec ${quote(path.join(root, 'node_modules', '.bin', 'node'))} \${inspect:+"$inspect"} \\
  --import ${quote(path.join(standIn, 'register-electron.ts'))} \\
  ${quote(path.join(standIn, 'packaged.ts'))} "$here" "$@"
`;
}
