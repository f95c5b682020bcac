import path from 'node:path';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import type { AppInfo } from '../shared/contract.ts';
import { succeed } from '../shared/result.ts';
import { toCommandHandlers } from './commands.ts';
import { startDemoApi } from './demo/server.ts';
import { emit, registerCommands } from './ipc.ts';
import { createJobEngine } from './jobs/engine.ts';
import { openJournal } from './jobs/journal.ts';
import { checkAddress } from './local-api/address.ts';
import { createLocalApiClient } from './local-api/client.ts';
import { createConnectionWatch } from './local-api/connection.ts';
import { readOpenedProfiles } from './local-api/opened-profiles.ts';
import { createProfileDirectory } from './local-api/profiles.ts';
import { openLog } from './log.ts';
import { createPreferences } from './preferences.ts';
import { saveJobCsv } from './save-job-csv.ts';
import { openSettings } from './settings.ts';
import { readStartOptions } from './start-options.ts';
import { lockDown, lockSession, openWindow, registerAppScheme, serveBundle } from './window.ts';

const options = readStartOptions(app.commandLine);
// Jobs on demo data must never stand in the history of real ones.
if (options.isDemo) app.setPath('userData', path.join(app.getPath('userData'), 'demo'));

let window: BrowserWindow | null = null;

app.enableSandbox();
registerAppScheme();
lockDown();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const userData = app.getPath('userData');
  const log = openLog(path.join(userData, 'logs'), options.logLevel);
}

function showWindow(): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
