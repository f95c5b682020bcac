import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';

/** A Linux machine on which `present` are the executables; each run command may add one. */
function makeMachine(overrides: Partial<Machine> & { present?: string[]; adds?: Record<string, string> }): {
  machine: Machine;
  commands: string[];
} {
  const { present = [], adds = {}, ...rest } = overrides;
  const executables = new Set(present);
  const commands: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/opt/bin:/usr/bin' },
    isRoot: false,
    isDebian: true,
    playwrightPath: '/playwright/chrome',
    isExecutable: (path) => executables.has(path),
    run: (command, args) => {
      const line = [
        command === process.execPath ? 'node' : command,
        ...args.filter((arg) => !arg.includes('/')),
      ].join(' ');
      commands.push(line);
      const added = adds[line];
      if (added !== undefined) executables.add(added);
      return added !== undefined;
    },
    say: () => undefined,
    ...rest,
  };
  return { machine, commands };
}

describe('findBrowser', () => {
  test('takes an installed browser and runs nothing', async () => {
    const { machine, commands } = makeMachine({ present: ['/usr/bin/google-chrome', '/opt/bin/chromium'] });
    expect(await findBrowser(machine)).toEqual({ isOk: true, executablePath: '/opt/bin/chromium' });
    expect(commands).toEqual([]);
  });

  test.each([
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', {}],
    ['win32', 'C:\\PF\\Google\\Chrome\\Application\\chrome.exe', { PROGRAMFILES: 'C:\\PF' }],
    ['linux', '/own/chrome', { PROFILE_PANEL_BROWSER: '/own/chrome' }],
  ] as const)('knows where browsers are on %s', async (platform, path, env) => {
    const { machine } = makeMachine({ platform, env, present: [path] });
    expect(await findBrowser(machine)).toEqual({ isOk: true, executablePath: path });
  });

  test('downloads when none is installed', async () => {
    const { machine, commands } = makeMachine({ adds: { 'node install chromium': '/playwright/chrome' } });
    expect(await findBrowser(machine)).toEqual({ isOk: true, executablePath: '/playwright/chrome' });
    expect(commands).toEqual(['node install chromium']);
  });

  test('installs the package as root on Debian when the download fails', async () => {
    const { machine, commands } = makeMachine({
      isRoot: true,
      adds: { 'apt-get install -y chromium': '/usr/bin/chromium' },
    });
    expect(await findBrowser(machine)).toEqual({ isOk: true, executablePath: '/usr/bin/chromium' });
    expect(commands).toEqual(['node install chromium', 'apt-get update', 'apt-get install -y chromium']);
  });

  test('otherwise names the command to run, in one sentence', async () => {
    const { machine, commands } = makeMachine({});
    expect(await findBrowser(machine)).toEqual({
      isOk: false,
      message:
        'No Chrome, Chromium or Edge was found and none could be installed: run "sudo apt-get install chromium", then start again.',
    });
    expect(commands).toEqual(['node install chromium']);
  });
});
