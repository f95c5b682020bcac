import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

/** Starting a browser takes long on a busy machine. */
vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });
const PATIENTLY = { timeout: 30_000 };

const executablePath = join(import.meta.dirname, 'bin', 'electron');
const fixture = join(import.meta.dirname, 'fixture-app');
const env = { ...(process.env as Record<string, string>), PROFILE_PANEL_HEADLESS: '1' };

type Api = {
  invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
  send: (channel: string, ...args: unknown[]) => void;
  subscribe: (listener: (value: unknown) => void) => () => void;
  selfTest: () => unknown;
  fail: () => void;
  useUnknown: () => unknown;
};

declare global {
  interface Window {
    api: Api;
    violations: string[];
    seen: unknown[];
    unsubscribe: () => void;
  }
  var fixtureLog: unknown[];
}

const folders: string[] = [];

function makeUserData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-test-'));
  folders.push(folder);
  return folder;
}

async function launch(
  userData: string,
  ...args: string[]
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath,
    env,
    args: [fixture, `--user-data-dir=${userData}`, ...args],
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => window.api !== undefined && document.readyState === 'complete');
  return { app, page };
}

const readLog = (app: ElectronApplication): Promise<unknown[]> => app.evaluate(() => globalThis.fixtureLog);

/** The processes whose command line has `text`. */
function findProcesses(text: string): string[] {
  return spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(text));
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a running app', () => {
  let app: ElectronApplication;
  let page: Page;
  let userData: string;

  beforeAll(async () => {
    userData = makeUserData();
    ({ app, page } = await launch(userData));
  });
  afterAll(() => app.close());

  test('knows its name, version and folders', async () => {
    const facts = await app.evaluate(({ app: running }) => ({
      name: running.getName(),
      version: running.getVersion(),
      userData: running.getPath('userData'),
      appPath: running.getAppPath(),
      isReady: running.isReady(),
      electron: process.versions.electron,
      hasChrome: /^\d+\./.test(process.versions.chrome ?? ''),
    }));
    expect(facts).toEqual({
      name: 'Stand-in fixture',
      version: '3.2.1',
      userData,
      appPath: fixture,
      isReady: true,
      electron: expect.stringMatching(/^\d+\./),
      hasChrome: true,
    });
  });

  test('has a page of the window’s size, in its colour scheme', async () => {
    const readSize = () => page.evaluate(() => [innerWidth, innerHeight]);
    expect(await readSize()).toEqual([900, 620]);
    const window = await app.browserWindow(page);
    expect(await window.evaluate((shown) => [shown.isVisible(), shown.webContents.getURL()])).toEqual([
      true,
      'app://bundle/index.html',
    ]);
    await expect.poll(() => window.evaluate((shown) => shown.getTitle()), PATIENTLY).toBe('Fixture page');
    await window.evaluate((shown) => shown.setBounds({ width: 1000, height: 700 }));
    await page.waitForFunction(() => innerWidth === 1000 && innerHeight === 700);
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
    });
    await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
  });

  test('carries values of every kind both ways', async () => {
    const outcome = await page.evaluate(async () => {
      const sent = [
        {
          text: '配置 ✅',
          missing: undefined,
          nothing: null,
          list: [1, undefined, -0, Number.NaN, Number.POSITIVE_INFINITY],
        },
        new Date(5),
        new Map([['a', new Set([1])]]),
        10n ** 20n,
        new Uint8Array([1, 2, 255]),
      ];
      const [plain, date, map, big, bytes] = (await window.api.invoke('echo', ...sent)) as [
        { list: number[] },
        Date,
        Map<string, Set<number>>,
        bigint,
        Uint8Array,
      ];
      return {
        plain,
        isNegativeZero: Object.is(plain.list[2], -0),
        keys: Object.keys(plain),
        time: date.getTime(),
        set: [...(map.get('a') ?? [])],
        big: String(big),
        bytes: [...bytes],
      };
    });
    expect(outcome).toEqual({
      plain: {
        text: '配置 ✅',
        missing: undefined,
        nothing: null,
        list: [1, undefined, -0, Number.NaN, Number.POSITIVE_INFINITY],
      },
      isNegativeZero: true,
      keys: ['text', 'missing', 'nothing', 'list'],
      time: 5,
      set: [1],
      big: '100000000000000000000',
      bytes: [1, 2, 255],
    });
  });

  test('tells a handler who called, by the app’s own URL', async () => {
    expect(await page.evaluate(() => window.api.invoke('where'))).toEqual({
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      isMain: true,
      id: 1,
      contentsUrl: 'app://bundle/index.html',
    });
  });

  test('passes errors as Electron does', async () => {
    const readMessage = (channel: string) =>
      page.evaluate(
        (name) =>
          window.api
            .invoke(name)
            .then(String, (error: Error) => `${error instanceof Error} ${error.message}`),
        channel,
      );
    expect(await readMessage('fail')).toBe(
      "true Error invoking remote method 'fail': RangeError: on purpose",
    );
    expect(await readMessage('absent')).toBe(
      "true Error invoking remote method 'absent': Error: No handler registered for 'absent'",
    );
    expect(await readMessage('uncloneable')).toBe(
      "true Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
    );
    const failure = await page.evaluate(() => {
      try {
        window.api.fail();
        return 'nothing';
      } catch (error) {
        return error instanceof Error ? error.message : 'not an Error of this world';
      }
    });
    expect(failure).toBe('sync failure');
  });

  test('delivers messages of the main process until the page unsubscribes', async () => {
    await page.evaluate(() => {
      window.seen = [];
      window.unsubscribe = window.api.subscribe((value) => window.seen.push(value));
      window.api.send('note', 'first');
    });
    await page.waitForFunction(() => window.seen.length === 1);
    await page.evaluate(() => {
      window.unsubscribe();
      window.api.send('note', 'second');
    });
    // The answer to a later call arrives after the message that must not be seen.
    await page.evaluate(() => window.api.invoke('echo'));
    expect(await page.evaluate(() => window.seen)).toEqual(['reply to first']);
    expect(await readLog(app)).toContainEqual(['note', 'second']);
  });

  test('carries 10,000 rows, and more than 4 MB, in one reply', async () => {
    const outcome = await page.evaluate(async () => {
      const rows = (await window.api.invoke('rows', 10_000)) as { name: string }[];
      return {
        count: rows.length,
        last: rows.at(-1)?.name,
        isLarge: JSON.stringify(rows).length > 4 * 1024 * 1024,
      };
    });
    expect(outcome).toEqual({ count: 10_000, last: 'Profile 9999 配置 Профиль', isLarge: true });
  });

  test('runs the preload isolated and exposes a frozen object only', async () => {
    const outcome = await page.evaluate(() => {
      const push = Array.prototype.push;
      Array.prototype.push = () => {
        throw new Error('the preload saw the page’s patch');
      };
      try {
        return {
          self: window.api.selfTest(),
          isFrozen: Object.isFrozen(window.api),
          globals: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        };
      } finally {
        Array.prototype.push = push;
      }
    });
    expect(outcome).toEqual({
      self: { isIsolated: true, isSandboxed: true, type: 'renderer' },
      isFrozen: true,
      globals: [],
    });
  });

  test('gives a frame of the same origin no preload, and tells that it navigates', async () => {
    const hasApi = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'index.html?frame';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const isLoaded = frame.contentDocument?.title === 'Fixture page';
      const isThere = frame.contentWindow !== null && 'api' in frame.contentWindow;
      frame.remove();
      return { isLoaded, isThere };
    });
    expect(hasApi).toEqual({ isLoaded: true, isThere: false });
    expect(await readLog(app)).toContainEqual(['will-frame-navigate', 'app://bundle/index.html?frame']);
  });

  test('enforces the content security policy and the request filter', async () => {
    const outcome = await page.evaluate(async () => {
      window.violations = [];
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const isRefused = (attempt: Promise<unknown>) =>
        attempt.then(
          () => false,
          () => true,
        );
      const outside = await isRefused(fetch('http://127.0.0.1:9/'));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      // In a task of its own: DevTools lifts the ban on eval for the code it runs itself.
      const isEvalRefused = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: the policy must refuse it.
            globalThis.eval('1');
            resolve(false);
          } catch {
            // Refused, as it must be.
            resolve(true);
          }
        });
      });
      const missing = await fetch('/absent.txt');
      return {
        isInjected: 'injected' in window,
        inline: document.getElementById('inline')?.textContent,
        outside,
        isEvalRefused,
        missing: [missing.status, await missing.text()],
        violations: [...window.violations].sort(),
      };
    });
    expect(outcome).toEqual({
      isInjected: false,
      inline: 'not run',
      outside: true,
      isEvalRefused: true,
      missing: [404, 'Not found'],
      violations: ['connect-src', 'script-src', 'script-src-elem'],
    });
    const isFiltered = await page.evaluate(() =>
      fetch('http://filtered.invalid/').then(
        () => false,
        () => true,
      ),
    );
    expect(isFiltered).toBe(true);
    const log = await readLog(app);
    expect(log).toContainEqual(['blocked', 'http://filtered.invalid/']);
    expect(log).not.toContainEqual(['blocked', 'http://127.0.0.1:9/']);
  });

  test('opens no window and does not navigate away', async () => {
    const opened = await page.evaluate(() => {
      const click = (target: string, href: string) => {
        const link = document.createElement('a');
        link.target = target;
        link.href = href;
        document.body.append(link);
        link.click();
      };
      click('_blank', 'https://blank.invalid/');
      const form = document.createElement('form');
      form.target = '_blank';
      form.action = 'https://form.invalid/';
      document.body.append(form);
      form.submit();
      location.href = 'https://script.invalid/';
      return window.open('https://opened.invalid/') === null;
    });
    expect(opened).toBe(true);
    await expect
      .poll(() => readLog(app), PATIENTLY)
      .toEqual(
        expect.arrayContaining([
          ['open', 'https://blank.invalid/'],
          ['open', 'https://opened.invalid/'],
          ['will-navigate', 'https://script.invalid/'],
        ]),
      );
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await page.evaluate(() => document.title)).toBe('Fixture page');
  });

  test('denies the permissions that the app denies, and only those', async () => {
    const states = await page.evaluate(async () => {
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as 'geolocation' })).state;
      return [
        await state('geolocation'),
        await state('notifications'),
        await state('camera'),
        await state('clipboard-write'),
      ];
    });
    expect(states).toEqual(['denied', 'denied', 'denied', 'granted']);
  });

  test('lets specs replace a dialog, which otherwise answers as cancelled', async () => {
    const answers = await app.evaluate(async ({ dialog }) => {
      const before = await dialog.showSaveDialog({});
      const chosen = await dialog.showMessageBox({ message: 'Sure?', buttons: ['Delete', 'Cancel'] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/tmp/chosen.csv' });
      return { before, response: chosen.response };
    });
    expect(answers).toEqual({ before: { canceled: true, filePath: '' }, response: 1 });
    const after = await app.evaluate(({ dialog }) => dialog.showSaveDialog({}));
    expect(after.filePath).toBe('/tmp/chosen.csv');
  });

  test('keeps what it cannot show: menu, shell, clipboard', async () => {
    const outcome = await app.evaluate(async ({ Menu, shell, clipboard }) => {
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([{ label: 'File', submenu: [{ id: 'save', label: 'Save' }] }]),
      );
      await shell.openExternal('https://example.invalid/');
      await clipboard.writeText('copied');
      return {
        label: Menu.getApplicationMenu()?.getMenuItemById('save')?.label,
        opened: (shell as unknown as { standInRequests: unknown[] }).standInRequests,
        text: await clipboard.readText(),
      };
    });
    expect(outcome).toEqual({
      label: 'Save',
      opened: [{ kind: 'openExternal', target: 'https://example.invalid/' }],
      text: 'copied',
    });
  });

  test('says which part of Electron is not emulated', async () => {
    const messages = await app.evaluate((electron) => {
      const attempt = (use: () => unknown): string => {
        try {
          use();
          return 'no error';
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      };
      return [
        attempt(() => electron.app.setBadgeCount(1)),
        attempt(() => new electron.Tray('x.png')),
        attempt(() => electron.BrowserWindow.getAllWindows()[0]?.setKiosk(true)),
        attempt(() => electron.app.on('accessibility-support-change' as 'ready', () => undefined)),
      ];
    });
    expect(messages).toEqual([
      'not emulated by the stand-in: app.setBadgeCount',
      'not emulated by the stand-in: Tray',
      'not emulated by the stand-in: BrowserWindow.setKiosk',
      "not emulated by the stand-in: event 'accessibility-support-change' of app",
    ]);
    const inPreload = await page.evaluate(() => {
      try {
        window.api.useUnknown();
        return 'no error';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    });
    expect(inPreload).toBe('not emulated by the stand-in: electron (in the preload).webFrame');
  });

  test('tells a first instance of a second one, which does not start', async () => {
    const second = spawnSync(executablePath, [fixture, `--user-data-dir=${userData}`, '--again'], {
      env,
      encoding: 'utf8',
    });
    expect(second.status).toBe(0);
    await expect
      .poll(() => readLog(app), PATIENTLY)
      .toContainEqual(['second-instance', true, { from: 'fixture' }]);
  });

  test('has its preload and IPC again after a reload by page, test and app, and after a crash', async () => {
    const expectAlive = async () => {
      await page.waitForFunction(() => window.api !== undefined && !('marked' in window));
      expect(await page.evaluate(() => window.api.invoke('echo', 1))).toEqual([1]);
    };
    const mark = () => page.evaluate(() => Object.assign(window, { marked: true }) && undefined);
    await mark();
    await page.reload();
    await expectAlive();
    await mark();
    await (await app.browserWindow(page)).evaluate((window) => window.webContents.reload());
    await expectAlive();
    await (await app.browserWindow(page)).evaluate((window) => {
      const contents = window.webContents as unknown as {
        requireCdp: () => { send: (method: string) => Promise<unknown> };
      };
      contents
        .requireCdp()
        .send('Page.crash')
        .catch(() => undefined);
    });
    await expect.poll(() => readLog(app), PATIENTLY).toContainEqual(['gone', 'crashed']);
    const loaded = (await app.browserWindow(page)).evaluate(
      (window) =>
        new Promise<boolean>((resolve) => {
          window.webContents.once('did-finish-load', () => resolve(true));
          window.webContents.reload();
        }),
    );
    expect(await loaded).toBe(true);
    const afterCrash = await (await app.browserWindow(page)).evaluate((window) =>
      window.webContents.executeJavaScript("window.api.invoke('echo', 2)"),
    );
    expect(afterCrash).toEqual([2]);
  });
});

describe('the end of an app', () => {
  test('a close that a window prevents keeps the app; quitting leaves no process and no folder', async () => {
    const { app } = await launch(makeUserData(), '--keep-open');
    const pid = app.process().pid ?? 0;
    const profile = `profile-panel-stand-in-${pid}-`;
    expect(findProcesses(profile).length).toBeGreaterThan(0);
    await app.evaluate(({ app: running }) => running.quit());
    expect(await readLog(app)).toEqual(expect.arrayContaining(['before-quit', 'close']));
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    const exited = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate(({ app: running }) => running.exit(7)).catch(() => undefined);
    await app.close().catch(() => undefined);
    expect(await exited).toBe(7);
    expect(findProcesses(profile)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(profile))).toEqual([]);
  });

  test('closing the last window quits the app', async () => {
    const { app, page } = await launch(makeUserData());
    const exited = new Promise((resolve) => app.process().once('exit', resolve));
    await page.close();
    expect(await exited).toBe(0);
  });

  test('Chromium ends with a main process that was killed', async () => {
    const { app } = await launch(makeUserData());
    const pid = app.process().pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => findProcesses(`profile-panel-stand-in-${pid}-`), PATIENTLY).toEqual([]);
  });

  test('the app quits with an exit code when Chromium is killed', async () => {
    const child = spawn(
      executablePath,
      ['--remote-debugging-port=0', fixture, `--user-data-dir=${makeUserData()}`],
      {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const exited = new Promise((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (text) => {
        if (String(text).includes('DevTools listening')) resolve();
      });
    });
    await expect
      .poll(() => findProcesses(`profile-panel-stand-in-${child.pid}-`).join(), PATIENTLY)
      .toContain('--type=renderer');
    const browser = findProcesses(`profile-panel-stand-in-${child.pid}-`).find(
      (line) => !line.includes('--type='),
    );
    process.kill(Number(browser?.trim().split(' ')[0]), 'SIGKILL');
    expect(await exited).toBe(1);
  });

  test('an app folder that is missing is an error in words', () => {
    const { status, stderr } = spawnSync(executablePath, [], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, 'Name the folder of the app to run: electron APP_FOLDER\n']);
  });
});
