/**
 * `npm run dist:checksums [-- FOLDER]`: writes `SHA256SUMS` for the installers in the folder (by default
 * `out/package`), in the form that `sha256sum --check` reads. Ends with code 1 when there are none.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..', '..', 'out', 'package'));
const installers = fs
  .readdirSync(folder)
  .filter((name) => /\.(AppImage|deb|dmg|zip|exe)$/.test(name))
  .sort();
if (installers.length === 0) {
  console.error(`There are no installers in ${folder}.`);
  process.exit(1);
}
const lines = installers.map((name) => {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(folder, name)));
  return `${hash.digest('hex')}  ${name}\n`;
});
fs.writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''));
console.log(`${installers.length} checksums are in ${path.join(folder, 'SHA256SUMS')}.`);
