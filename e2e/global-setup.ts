import fs from 'node:fs';
import { calledCommandsFolder } from './called-commands.ts';
import { resolveElectron } from './stand-in/resolve-electron.ts';

/** Says once which Electron the specs run on, and forgets which commands an earlier run called. */
export default async function globalSetup(): Promise<void> {
  const electron = await resolveElectron();
  process.env.PROFILE_PANEL_E2E_EXECUTABLE = electron.executablePath;
  process.env.PROFILE_PANEL_E2E_KIND = electron.kind;
  console.log(`Specs run on ${electron.kind}: ${electron.reason}`);
  fs.rmSync(calledCommandsFolder, { recursive: true, force: true });
}
