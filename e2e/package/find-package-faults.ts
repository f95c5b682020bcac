import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type ArchiveHeader, extractFile, getRawHeader, listPackage, uncache } from '@electron/asar';

/** Every file that a package may hold. */
const allowedFiles = [
  /^LICENSE$/,
  /^THIRD-PARTY-LICENSES\.txt$/,
  /^package\.json$/,
  /^dist\/electron\/main\.js$/,
  /^dist\/electron\/preload\.cjs$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/icon\.(svg|png)$/,
  /^dist\/renderer\/assets\/[\w-]+\.(js|css|woff2)$/,
];

const allowedManifestKeys = [
  'author',
  'description',
  'license',
  'main',
  'name',
  'productName',
  'type',
  'version',
];

/**
 * What distinguishes an `app.asar` from the one that the build in `root` must give: files that are not on
 * the list or missing, contents other than those just built, hashes in its header that do not fit its
 * files, references to source maps. One sentence each; empty when there is nothing.
 */
export function findPackageFaults(asar: string, root: string): string[] {
  // The library remembers headers by path, and the archive may have been built anew since.
  uncache(asar);
  const header = getRawHeader(asar).header;
  const names = listPackage(asar, { isPack: false })
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((name) => readEntry(header, name)?.size !== undefined);
  return [
    ...names
      .filter((name) => !allowedFiles.some((allowed) => allowed.test(name)))
      .map((name) => `${name} does not belong into the package.`),
    ...listExpectedFiles(root)
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is missing.`),
    ...names.flatMap((name) => findFileFaults(asar, header, name, root)),
  ];
}

function findFileFaults(asar: string, header: ArchiveHeader['header'], name: string, root: string): string[] {
  const content = extractFile(asar, path.normalize(name), false);
  const faults: string[] = [];
  const expectedHash = readEntry(header, name)?.integrity?.hash;
  const actualHash = createHash('sha256').update(content).digest('hex');
  if (actualHash !== expectedHash) faults.push(`${name} does not have the hash that the header names.`);
  if (name === 'package.json') {
    const keys = Object.keys(JSON.parse(content.toString('utf8'))).sort();
    if (keys.join() !== allowedManifestKeys.join()) faults.push(`${name} has the keys ${keys.join(', ')}.`);
    return faults;
  }
  const source = toSource(root, name);
  if (!fs.existsSync(source)) return faults;
  if (!fs.readFileSync(source).equals(content)) faults.push(`${name} is not the one just built.`);
  if (/\.(js|cjs|css)$/.test(name) && content.includes('sourceMappingURL='))
    faults.push(`${name} refers to a source map.`);
  return faults;
}

function toSource(root: string, name: string): string {
  return name === 'THIRD-PARTY-LICENSES.txt' ? path.join(root, 'dist', name) : path.join(root, name);
}

function listExpectedFiles(root: string): string[] {
  const built = fs
    .readdirSync(path.join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((name) => (name === 'dist/THIRD-PARTY-LICENSES.txt' ? 'THIRD-PARTY-LICENSES.txt' : name));
  return ['LICENSE', 'package.json', ...built];
}

/** The part of an entry of the archive's header that is read. */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly integrity?: { readonly hash: string };
}

function readEntry(header: unknown, name: string): Entry | undefined {
  return name.split('/').reduce<Entry | undefined>((entry, part) => entry?.files?.[part], header as Entry);
}
