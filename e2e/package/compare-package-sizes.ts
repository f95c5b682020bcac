import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { findPackage } from './find-package.ts';

/** Bytes of the archive, and of the page's scripts, styles and HTML after gzip. */
export interface PackageSizes {
  readonly asarBytes: number;
  readonly rendererGzipBytes: number;
}

/** Growth that needs no word. */
const allowedGrowth = 1.1;

/**
 * Prints the sizes of the package in `out/package` beside the committed ones in `package-sizes.json`.
 * False when one grew by more than 10 %; `npm run dist:sizes` commits to the new ones.
 */
export function comparePackageSizes(root: string): boolean {
  const committed = JSON.parse(fs.readFileSync(toSizesFile(root), 'utf8')) as PackageSizes;
  const { lines, isWithin } = judgeSizes(measurePackage(root), committed);
  for (const line of lines) console.log(line);
  if (!isWithin)
    console.error('Grown by more than 10 %. If that is meant: npm run dist:sizes, and commit the file.');
  return isWithin;
}

/** Writes the sizes of the package in `out/package` into `package-sizes.json`. */
export function commitPackageSizes(root: string): void {
  fs.writeFileSync(toSizesFile(root), `${JSON.stringify(measurePackage(root), null, 2)}\n`);
}

/** One line a size, and whether all of them are within the allowed growth. */
export function judgeSizes(
  actual: PackageSizes,
  committed: PackageSizes,
): { readonly lines: readonly string[]; readonly isWithin: boolean } {
  const rows = [
    { title: 'app.asar', now: actual.asarBytes, before: committed.asarBytes },
    { title: 'renderer, gzip', now: actual.rendererGzipBytes, before: committed.rendererGzipBytes },
  ];
  return {
    lines: rows.map(({ title, now, before }) => {
      const change = ((now / before - 1) * 100).toFixed(1);
      return `${title}: ${now} bytes (committed ${before}, ${now < before ? '' : '+'}${change} %)`;
    }),
    isWithin: rows.every(({ now, before }) => now <= before * allowedGrowth),
  };
}

function measurePackage(root: string): PackageSizes {
  const assets = path.join(root, 'dist', 'renderer');
  const texts = fs
    .readdirSync(assets, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(html|js|css)$/.test(name));
  return {
    asarBytes: fs.statSync(findPackage(root).asar).size,
    rendererGzipBytes: texts.reduce(
      (sum, name) => sum + gzipSync(fs.readFileSync(path.join(assets, name))).length,
      0,
    ),
  };
}

function toSizesFile(root: string): string {
  return path.join(root, 'e2e', 'package', 'package-sizes.json');
}
