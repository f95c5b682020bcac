import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The executable of an installed Chromium, or one sentence that names the command to run. */
export type FoundBrowser =
  | { readonly isOk: true; readonly executablePath: string }
  | { readonly isOk: false; readonly message: string };

/** The machine as {@link findBrowser} sees it; tests pass their own. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  readonly isExecutable: (path: string) => boolean;
  readonly isDebian: boolean;
  /** Where Playwright keeps, or would keep, its own Chromium. */
  readonly playwrightPath: string;
  /** Runs a command to its end, at most for `timeoutMs`; true when it succeeded. */
  readonly run: (command: string, args: readonly string[], timeoutMs: number) => boolean;
  readonly say: (line: string) => void;
};

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function listCandidates({ platform, env, playwrightPath }: Machine): string[] {
  const named =
    env.PROFILE_PANEL_BROWSER === undefined || env.PROFILE_PANEL_BROWSER === ''
      ? []
      : [env.PROFILE_PANEL_BROWSER];
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return [
      ...named,
      ...folders.flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)),
      playwrightPath,
    ];
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return [
      ...named,
      ...folders.flatMap((folder) => WINDOWS_PATHS.map((path) => `${folder}\\${path}`)),
      playwrightPath,
    ];
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [
    ...named,
    ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    playwrightPath,
  ];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent or not executable: not a candidate either way.
    return false;
  }
}

function describeMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    isExecutable,
    isDebian: existsSync('/etc/debian_version'),
    playwrightPath: chromium.executablePath(),
    run: (command, args, timeoutMs) =>
      spawnSync(command, args, {
        stdio: 'ignore',
        timeout: timeoutMs,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
    say: (line) => console.error(line),
  };
}

/**
 * Finds Chrome, Chromium or Edge (`PROFILE_PANEL_BROWSER` names another executable). When none is
 * installed it tries Playwright's download, then, as root on Debian, the package `chromium`.
 */
export async function findBrowser(machine: Machine = describeMachine()): Promise<FoundBrowser> {
  const lookUp = (): string | undefined => listCandidates(machine).find((path) => machine.isExecutable(path));
  const installed = lookUp();
  if (installed !== undefined) return { isOk: true, executablePath: installed };
  machine.say('No Chrome, Chromium or Edge is installed; trying to download Chromium.');
  const playwright = new URL('../../node_modules/@playwright/test/cli.js', import.meta.url).pathname;
  machine.run(process.execPath, [playwright, 'install', 'chromium'], 300_000);
  const downloaded = lookUp();
  if (downloaded !== undefined) return { isOk: true, executablePath: downloaded };
  if (machine.platform === 'linux' && machine.isRoot && machine.isDebian) {
    machine.say('The download failed; installing the package chromium.');
    machine.run('apt-get', ['update'], 300_000);
    machine.run('apt-get', ['install', '-y', 'chromium'], 600_000);
    const packaged = lookUp();
    if (packaged !== undefined) return { isOk: true, executablePath: packaged };
  }
  const command =
    machine.platform === 'linux' && machine.isDebian
      ? `run "${machine.isRoot ? '' : 'sudo '}apt-get install chromium"`
      : 'run "npx playwright install chromium" or install Chrome, Chromium or Edge';
  return {
    isOk: false,
    message: `No Chrome, Chromium or Edge was found and none could be installed: ${command}, then start again.`,
  };
}
