import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ElectronSurroundings, resolveElectron } from './resolve-electron.ts';

let folder: string;
let downloads: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resolve-electron-'));
  downloads = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function installBinary(): void {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'electron'), '');
  writeFileSync(join(folder, 'path.txt'), 'electron');
}

function surround(overrides: Partial<ElectronSurroundings> = {}): ElectronSurroundings {
  return {
    env: {},
    platform: 'linux',
    hasDisplay: true,
    packageFolder: folder,
    memoryFile: join(folder, 'cache', 'download.json'),
    now: () => 1_000_000,
    tryRun: () => undefined,
    download: () => {
      downloads += 1;
      return 'getaddrinfo ENOTFOUND';
    },
    ...overrides,
  };
}

describe('resolveElectron', () => {
  test('uses the binary that is present', async () => {
    installBinary();
    expect(await resolveElectron(surround())).toEqual({
      executablePath: join(folder, 'dist', 'electron'),
      kind: 'electron',
      reason: 'its binary is present',
    });
    expect(downloads).toBe(0);
  });

  test('downloads an absent binary', async () => {
    const download = (): undefined => installBinary() as undefined;
    expect(await resolveElectron(surround({ download }))).toMatchObject({
      kind: 'electron',
      reason: 'its binary was downloaded',
    });
  });

  test('falls back to the stand-in and remembers the failed download for a day', async () => {
    const first = await resolveElectron(surround());
    expect(first).toMatchObject({
      kind: 'stand-in',
      reason: 'Electron could not be downloaded (getaddrinfo ENOTFOUND)',
    });
    expect(basename(first.executablePath)).toMatch(/^electron(\.cmd)?$/);
    expect(await resolveElectron(surround())).toMatchObject({
      kind: 'stand-in',
      reason: 'Electron could not be downloaded in the last 24 hours (getaddrinfo ENOTFOUND)',
    });
    expect(downloads).toBe(1);
    await resolveElectron(surround({ now: () => 1_000_000 + 25 * 60 * 60 * 1000 }));
    expect(downloads).toBe(2);
  });

  test('uses the stand-in without a display on Linux, and tries no download', async () => {
    installBinary();
    expect(await resolveElectron(surround({ hasDisplay: false }))).toMatchObject({ kind: 'stand-in' });
    expect(await resolveElectron(surround({ hasDisplay: false, platform: 'darwin' }))).toMatchObject({
      kind: 'electron',
    });
    expect(downloads).toBe(0);
  });

  test('uses the stand-in where the binary does not start', async () => {
    installBinary();
    const tryRun = () => 'libgtk-3.so.0: cannot open shared object file';
    expect(await resolveElectron(surround({ tryRun }))).toMatchObject({
      kind: 'stand-in',
      reason: 'Electron does not start on this machine (libgtk-3.so.0: cannot open shared object file)',
    });
  });

  test('obeys PROFILE_PANEL_ELECTRON', async () => {
    installBinary();
    expect(await resolveElectron(surround({ env: { PROFILE_PANEL_ELECTRON: 'stand-in' } }))).toMatchObject({
      kind: 'stand-in',
    });
    const tryRun = () => 'it crashed';
    await expect(
      resolveElectron(surround({ env: { PROFILE_PANEL_ELECTRON: 'electron' }, tryRun })),
    ).rejects.toThrow(
      'PROFILE_PANEL_ELECTRON=electron asks for Electron itself, but Electron does not start on this machine (it crashed).',
    );
  });
});
