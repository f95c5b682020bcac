/**
 * Runs a package that was built on the stand-in: unpacks `resources/app.asar` of the folder named first
 * into a temporary folder, because plain Node cannot read inside an archive, and starts it as packaged.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { app } from './app.ts';

const prefix = 'profile-panel-stand-in-app-';
const [packageFolder = '', ...args] = process.argv.slice(2);
const archive = join(packageFolder, 'resources', 'app.asar');
if (!existsSync(archive)) {
  console.error(`There is no package: ${archive} does not exist.`);
  process.exit(1);
}

/** Killed processes leave their folder behind; its name holds their process id. */
function removeStaleFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    try {
      process.kill(Number(name.slice(prefix.length).split('-')[0]), 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') {
        rmSync(join(tmpdir(), name), { recursive: true, force: true });
      }
    }
  }
}

removeStaleFolders();
const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
extractAll(archive, folder);
Object.assign(app, { isPackaged: true });
process.argv = [process.argv[0] ?? '', process.argv[1] ?? '', folder, ...args];
await import('./boot.ts');
