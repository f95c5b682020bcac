import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createPackage, extractAll } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron } from '@playwright/test';
import { expect, test } from '../app-fixture.ts';
import { keepCalledCommands } from '../called-commands.ts';
import { findFaults } from './checklist/checklist.ts';
import { findPackage } from './find-package.ts';
import { findPackageFaults } from './find-package-faults.ts';
import { readCompiledApp } from './read-compiled-app.ts';

const root = path.join(import.meta.dirname, '..', '..');
const { executable, asar, isStandIn } = findPackage(root);

const needsElectron = 'the package holds the Electron stand-in, which has no fuses that act';
const needsStandIn =
  'a package with Electron itself lets no test driver in; its archive is driven on the stand-in';

test('the archive holds exactly the files just built, and nothing lies beside it', () => {
  expect(findPackageFaults(asar, root)).toEqual([]);
  const beside = fs.readdirSync(path.dirname(asar)).filter((name) => /^app\b|asar|\.js$/.test(name));
  expect(beside).toEqual(['app.asar']);
});

test('a changed byte in the archive is found', ({ userData }) => {
  const changed = path.join(userData, 'app.asar');
  const bytes = fs.readFileSync(asar);
  const at = bytes.lastIndexOf('app://bundle/index.html');
  expect(at).toBeGreaterThan(0);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  fs.writeFileSync(changed, bytes);
  expect(findPackageFaults(changed, root)).toEqual([
    'dist/electron/main.js does not have the hash that the header names.',
    'dist/electron/main.js is not the one just built.',
  ]);
});

test('files added to the archive, or taken out of it, are found', async ({ userData }) => {
  const content = path.join(userData, 'content');
  extractAll(asar, content);
  fs.writeFileSync(path.join(content, 'dist', 'electron', 'main.js.map'), '{}');
  fs.mkdirSync(path.join(content, 'node_modules', 'left-over'), { recursive: true });
  fs.writeFileSync(path.join(content, 'node_modules', 'left-over', 'index.js'), '');
  fs.rmSync(path.join(content, 'THIRD-PARTY-LICENSES.txt'));
  const changed = path.join(userData, 'app.asar');
  await createPackage(content, changed);
  expect(findPackageFaults(changed, root).sort()).toEqual([
    'THIRD-PARTY-LICENSES.txt is missing.',
    'dist/electron/main.js.map does not belong into the package.',
    'node_modules/left-over/index.js does not belong into the package.',
  ]);
});

test('the code in the archive keeps to Electron’s security checklist', () => {
  expect(findFaults(readCompiledApp(asar, root))).toEqual({});
});

test('the licences name every package that the main process and the page are made of', () => {
  const licences = fs.readFileSync(path.join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['react', 'react-dom', '@mantine/core', 'axios', 'zod', 'pino', 'i18next']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
  }
});

test('the executable carries exactly the fuses that were decided', async () => {
  const { version, ...fuses } = await getCurrentFuseWire(executable);
  const on = '1'.charCodeAt(0);
  const off = '0'.charCodeAt(0);
  expect(version).toBe('1');
  // A fuse that is not listed here came with a new Electron: decide on it.
  expect(fuses).toEqual({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    // Wasm trap handlers, which the library has no name for yet; Electron's default.
    8: on,
  });
});

for (const refused of ['--remote-debugging-port=9229', '--no-sandbox']) {
  test(`the packaged app does not start with ${refused}`, ({ userData }) => {
    test.skip(
      !isStandIn && process.platform !== 'linux',
      'the message is a dialog here, which waits for the user',
    );
    const { status, stderr } = spawnSync(executable, [`--user-data-dir=${userData}`, refused], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(status).toBe(1);
    expect(stderr).toContain(`does not start with ${refused.split('=')[0]}`);
    expect(stderr).not.toContain('listening on ws://');
    expect(fs.readdirSync(userData)).toEqual([]);
  });
}

test('the packaged executable runs no script of ours as Node', () => {
  test.skip(isStandIn, needsElectron);
  const { stdout } = spawnSync(executable, ['-e', 'console.log("ran as Node")'], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nonexistent.cjs' },
    timeout: 10_000,
  });
  expect(stdout).not.toContain('ran as Node');
});

test('the packaged app clears a cache, keeps the job in its journal and shows it after a restart', async ({
  demo,
  userData,
}) => {
  test.skip(!isStandIn, needsStandIn);
  const launch = async () => {
    const app = await _electron.launch({
      executablePath: executable,
      // Otherwise Playwright adds --no-sandbox, with which the packaged app does not start.
      chromiumSandbox: true,
      args: [
        `--user-data-dir=${userData}`,
        `--address=${demo.host}:${demo.port}`,
        '--skip-welcome',
        '--log-level=debug',
      ],
    });
    const page = await app.firstWindow();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    return { app, page };
  };

  const first = await launch();
  expect(await first.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  const { profiles } = await demo.control('state.get', { profileIds: [1, 2, 3, 4, 5] });
  const closed = profiles.filter(({ isOpen }) => !isOpen).map(({ profileId }) => profileId);
  expect(closed.length).toBeGreaterThan(0);
  const started = await first.page.evaluate(
    (profileIds) =>
      window.panel.call('jobs.start', {
        operation: { kind: 'clear_cache' },
        profileIds: profileIds as never,
        closeOpened: false,
        typedCount: null,
      }),
    closed,
  );
  if (!started.ok) throw new Error(started.error.message);
  const { jobId } = started.value;
  const readJob = (page: typeof first.page) =>
    page.evaluate((id) => window.panel.call('jobs.get', { jobId: id }), jobId);
  await expect
    .poll(async () => {
      const job = await readJob(first.page);
      return job.ok ? job.value.state : job.error.code;
    })
    .toBe('finished');
  await first.app.close();

  const journal = new DatabaseSync(path.join(userData, 'journal.db'), { readOnly: true });
  const rows = journal
    .prepare('SELECT profile_id, state FROM item WHERE job_id = ? ORDER BY profile_id')
    .all(jobId);
  journal.close();
  expect(rows.map((row) => ({ ...row }))).toEqual(
    closed.map((profileId) => ({ profile_id: profileId, state: 'done' })),
  );
  const after = await demo.control('state.get', { profileIds: closed });
  expect(after.profiles.every(({ hasCache, cacheClears }) => !hasCache && cacheClears === 1)).toBe(true);

  const second = await launch();
  expect(await readJob(second.page)).toMatchObject({ ok: true, value: { id: jobId, state: 'finished' } });
  await second.app.close();
  keepCalledCommands(userData);
});
