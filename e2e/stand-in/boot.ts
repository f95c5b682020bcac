/**
 * A stand-in for Electron's executable, on an installed Chromium. It is a tool for development and
 * tests and never part of a shipped package. It runs the app's own main process and preload, unmodified,
 * on the Node that Electron embeds, and its page in a real Chromium over the DevTools protocol.
 *
 * Usage, as Electron's: `electron [--inspect=0] [--user-data-dir=FOLDER] APP_FOLDER [arguments]`.
 * `PROFILE_PANEL_HEADLESS=1` shows no window even where a display exists.
 *
 * What it cannot prove; specs that need it run where Electron's binary is present:
 * - native menus, tray, notifications, dialogs, the about panel (dialogs answer "cancelled");
 * - `safeStorage` with a real key store: the one here always opens, with `--password-store=basic` there is none;
 * - installers, automatic update, fuses, GPU behaviour;
 * - Electron's own sandbox switches: the page runs in Chromium's sandbox, except for root;
 * - `app://` itself: the page is at `http://bundle.app.localhost/`, so `location.protocol` is `http:`
 *   there, while the main process sees `app://bundle/` everywhere. The CSP is enforced by Chromium;
 * - navigation to `about:blank` and WebSockets pass no request filter: Chromium reports neither
 *   before it happens (a CSP stops WebSockets);
 * - a visible window's own close button emits `close` and `closed` but cannot be prevented;
 * - permission handlers are asked for every permission when a page is created, not at its request;
 * - `setWindowOpenHandler` may only deny; `window.open` always returns null;
 * - IPC carries what JSON and the tags of `message-codec.ts` carry; messages to a page whose preload
 *   has not run yet are dropped; response bodies of `protocol.handle` are read to their end first;
 * - `unresponsive` never comes, `did-fail-load` always says ERR_FAILED or ERR_ABORTED, and a window other than
 *   the first is seen by Playwright as an empty page before its first document;
 * - Chromium resolves no name but localhost: requests to other hosts fail;
 * - the locale is en-US, the system theme light, one display of 1920 × 1080.
 * Whatever else of Electron's API is used throws `not emulated by the stand-in: module.member`.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { announceReady, app, appendedSwitches, isQuitting, prepareApp } from './app.ts';
import { type Chromium, isHeadless, startChromium } from './chromium.ts';
import { findBrowser } from './find-browser.ts';
import { holdNewPages } from './page-targets.ts';
import { runtime } from './runtime.ts';
import type { WebContentsStandIn } from './web-contents.ts';

const require = createRequire(import.meta.url);
const args = process.argv.slice(2);
const executable = join(import.meta.dirname, 'bin', 'electron');

function findAppArgument(): string | undefined {
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') i += 1;
    else if (arg !== undefined && !arg.startsWith('-')) return arg;
  }
  return undefined;
}

function readMain(appPath: string): string {
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as { main?: string };
  return resolve(appPath, manifest.main ?? 'index.js');
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

let chromium: Chromium | undefined;

async function shutDown(exitCode: number): Promise<void> {
  await chromium?.close();
  process.exit(exitCode === 0 ? process.exitCode : exitCode);
}

/**
 * Playwright connects when it reads Chromium's address. It gets it once the first window has its document:
 * Electron's windows have no page before, while here an empty one exists that specs would otherwise meet.
 * An app that opens no window is waited for no longer than the limit below.
 */
function firstDocument(): Promise<void> {
  const LIMIT_MS = 15_000;
  return new Promise((done) => {
    const timer = setTimeout(done, LIMIT_MS);
    const follow = (contents: WebContentsStandIn): void => {
      contents.on('dom-ready', () => {
        if (/^(about|data):/.test(contents.getURL())) return;
        clearTimeout(timer);
        done();
      });
    };
    for (const contents of runtime.contents.values()) follow(contents);
    runtime.events.on('contents-created', follow);
  });
}

async function main(): Promise<void> {
  const appArgument = findAppArgument();
  if (appArgument === undefined) fail('Name the folder of the app to run: electron APP_FOLDER');
  const target = resolve(appArgument);
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const appPath = isFolder ? target : dirname(target);
  const version = (require('electron/package.json') as { version: string }).version;
  Object.defineProperties(process.versions, { electron: { value: version, enumerable: true } });
  Object.defineProperties(process, {
    type: { value: 'browser' },
    defaultApp: { value: true },
    resourcesPath: { value: join(import.meta.dirname, 'resources') },
  });
  process.argv = [executable, ...args];
  prepareApp({ appPath, args, shutDown });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  for (const [i, arg] of args.entries()) {
    const preloaded = args[i + 1];
    if ((arg === '-r' || arg === '--require') && preloaded !== undefined) require(resolve(preloaded));
  }

  await import(pathToFileURL(isFolder ? readMain(appPath) : target).href);
  if (isQuitting()) return;
  const browser = await findBrowser();
  if (!browser.isOk) fail(browser.message);
  runtime.isHeadless = isHeadless();
  chromium = await startChromium({
    executablePath: browser.executablePath,
    isHeadless: runtime.isHeadless,
    hasDebuggingPort: runtime.isDriven || app.commandLine.hasSwitch('remote-debugging-port'),
    appendedSwitches: appendedSwitches(),
  });
  Object.defineProperties(process.versions, {
    chrome: { value: chromium.product.replace(/^.*\//, ''), enumerable: true },
  });
  runtime.connection = chromium.connection;
  await holdNewPages(chromium.connection);
  void chromium.exited.then(() => {
    if (isQuitting()) return;
    const hadWindows = runtime.windows.size > 0;
    if (hadWindows) console.error('Chromium has ended; the app quits.');
    process.exitCode = hadWindows ? 1 : 0;
    for (const window of [...runtime.windows]) window.markClosed();
    app.quit();
  });
  announceReady();
  if (chromium.debuggingLine === undefined) return;
  await firstDocument();
  process.stderr.write(`${chromium.debuggingLine}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  void shutDown(1);
});
