import fs from 'node:fs';
import path from 'node:path';

/** Everything that the app has written into a folder, as bytes read one to one. */
export function readFolder(folder: string): string {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
