/**
 * Runs a package that was built on the stand-in: unpacks `resources/app.asar` of the folder named first
 * into a temporary folder, because plain Node cannot read inside an archive, and starts it as packaged.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { app } from './app.ts';
import { runtime } from './runtime.ts';

const prefix = 'profile-panel-stand-in-app-';
/**
 * With these a test driver speaks to the stand-in, not to the app, which would refuse to start with them.
 * Any other port reaches the app.
 */
const driverSwitches = ['--inspect=0', '--remote-debugging-port=0'];
const [packageFolder = '', ...given] = process.argv.slice(2);
const args = given.filter((argument) => !driverSwitches.includes(argument));
runtime.isDriven = args.length < given.length;
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
