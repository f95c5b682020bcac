import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type DemoProcess, startDemoProcess } from './demo-process.ts';
import { resolveElectron } from './stand-in/resolve-electron.ts';

const appFolder = path.join(import.meta.dirname, '..');

/** The built app and its window. */
export interface StartedPanel {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Starts the built app in English with its data in `userData`; `args` are further switches. */
export async function startPanel(userData: string, args: readonly string[]): Promise<StartedPanel> {
  const executablePath = process.env.PROFILE_PANEL_E2E_EXECUTABLE ?? (await resolveElectron()).executablePath;
  const app = await _electron.launch({
    executablePath,
    args: [appFolder, `--user-data-dir=${userData}`, '--lang=en-US', ...args],
  });
  return { app, page: await app.firstWindow() };
}

/** A panel without the welcome, connected to a demo Local API of its own; `stop` ends both and leaves no file. */
export async function startPanelOnDemo(
  profiles: number,
): Promise<StartedPanel & { readonly demo: DemoProcess; stop(): Promise<void> }> {
  const demo = await startDemoProcess({ profiles });
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-panel-'));
  const panel = await startPanel(userData, ['--skip-welcome', `--address=${demo.host}:${demo.port}`]);
  return {
    ...panel,
    demo,
    async stop() {
      await panel.app.close();
      await demo.stop();
      fs.rmSync(userData, { recursive: true, force: true });
    },
  };
}
