import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { keepCalledCommands } from './called-commands.ts';
import { type DemoProcess, type DemoStart, startDemoProcess } from './demo-process.ts';
import { type StartedPanel, startPanel } from './start-panel.ts';

/** A running panel with a data folder of its own. */
export interface RunningPanel extends StartedPanel {
  readonly userData: string;
  close(): Promise<void>;
}

/** Starts the built app. `address` is the Local API to talk to; without it, the one in its settings. */
export async function launchPanel(options: {
  readonly userData: string;
  readonly address?: { readonly host: string; readonly port: number };
  readonly args?: readonly string[];
  /** False to see the welcome of a first start. */
  readonly skipsWelcome?: boolean;
}): Promise<RunningPanel> {
  const { userData, address, args = [], skipsWelcome = true } = options;
  const panel = await startPanel(userData, [
    '--log-level=debug',
    ...(skipsWelcome ? ['--skip-welcome'] : []),
    ...(address ? [`--address=${address.host}:${address.port}`] : []),
    ...args,
  ]);
  return {
    ...panel,
    userData,
    close: async () => {
      await panel.app.close();
      keepCalledCommands(userData);
    },
  };
}

interface Fixtures {
  /** What the demo Local API of this test starts with. */
  readonly demoStart: DemoStart;
  /** Further switches of the panel. */
  readonly panelArgs: readonly string[];
  readonly demo: DemoProcess;
  /** A fresh folder for the app's data, removed afterwards. */
  readonly userData: string;
  /** The panel, connected to `demo`. */
  readonly panel: RunningPanel;
  readonly page: Page;
}

export const test = base.extend<Fixtures>({
  demoStart: [{}, { option: true }],
  panelArgs: [[], { option: true }],
  demo: async ({ demoStart }, use) => {
    const demo = await startDemoProcess(demoStart);
    await use(demo);
    await demo.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  userData: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-panel-'));
    await use(folder);
    fs.rmSync(folder, { recursive: true, force: true });
  },
  panel: async ({ demo, userData, panelArgs }, use) => {
    const panel = await launchPanel({ userData, address: demo, args: panelArgs });
    await use(panel);
    await panel.close();
  },
  page: async ({ panel }, use) => {
    await use(panel.page);
  },
});

export { expect } from '@playwright/test';
