import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';

const PROFILE_PREFIX = 'profile-panel-stand-in-';

/** A running Chromium. */
export type Chromium = {
  readonly connection: CdpConnection;
  /** Like `Chrome/156.0.8078.79`. */
  readonly product: string;
  /** The line `DevTools listening on ws://…`, for Playwright; undefined without a debugging port. */
  readonly debuggingLine: string | undefined;
  /** Resolves when the process has ended. */
  readonly exited: Promise<void>;
  /** Ends Chromium and removes its profile folder. */
  readonly close: () => Promise<void>;
};

/** True when no window can be shown, or when `PROFILE_PANEL_HEADLESS=1` asks for none. */
export function isHeadless(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.PROFILE_PANEL_HEADLESS === '1') return true;
  return process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** Removes the profile folders that killed processes left behind; their process id is part of the name. */
function removeStaleProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(
      name.startsWith(PROFILE_PREFIX) ? name.slice(PROFILE_PREFIX.length).split('-')[0] : Number.NaN,
    );
    if (!Number.isInteger(pid)) continue;
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') removeProfile(join(tmpdir(), name));
    }
  }
}

function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  } catch {
    // A helper process of Chromium may still be writing; the next start removes what is left.
  }
}

function mergeSwitches(own: readonly string[], appended: readonly string[]): string[] {
  const merged = [...own];
  for (const added of appended) {
    const feature = /^--(?:enable|disable)-features=/.exec(added)?.[0];
    const index = feature === undefined ? -1 : merged.findIndex((value) => value.startsWith(feature));
    if (index === -1 || feature === undefined) merged.push(added);
    else merged[index] = `${merged[index]},${added.slice(feature.length)}`;
  }
  return merged;
}

function buildSwitches(profile: string, hasNoWindow: boolean, hasDebuggingPort: boolean): string[] {
  return [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...(hasDebuggingPort ? ['--remote-debugging-port=0'] : []),
    ...(hasNoWindow
      ? ['--headless=new', '--no-startup-window', '--hide-scrollbars=false']
      : ['--app=data:text/html,']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ...(process.platform === 'linux' ? ['--disable-dev-shm-usage'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-breakpad',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-field-trial-config',
    '--disable-search-engine-choice-screen',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--disable-infobars',
    '--disable-back-forward-cache',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--metrics-recording-only',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    '--force-color-profile=srgb',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints,Translate,DialMediaRouteProvider,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,PaintHolding,DestroyProfileOnBrowserClose',
  ];
}

/**
 * Starts Chromium with its own profile folder and joins it over a pipe, whose end makes Chromium quit.
 * Rejects when it does not start.
 */
export async function startChromium(options: {
  readonly executablePath: string;
  readonly isHeadless: boolean;
  /** Opens a debugging port as well, for Playwright. */
  readonly hasDebuggingPort: boolean;
  readonly appendedSwitches: readonly string[];
}): Promise<Chromium> {
  removeStaleProfiles();
  const profile = mkdtempSync(join(tmpdir(), `${PROFILE_PREFIX}${process.pid}-`));
  const switches = mergeSwitches(
    buildSwitches(profile, options.isHeadless, options.hasDebuggingPort),
    options.appendedSwitches,
  );
  const child = spawn(options.executablePath, switches, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Out of the terminal's process group: Ctrl-C is for the app, which ends Chromium when it quits.
    detached: process.platform !== 'win32',
    // Without a desktop session Chromium fills stderr with complaints about a missing message bus.
    env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:', ...process.env },
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const { listening, lastLines } = watchOutput(child);
  const connection = new CdpConnection(
    child.stdio[3] as Writable,
    child.stdio[4] as Readable,
    () => undefined,
  );
  const close = async (): Promise<void> => {
    connection.browser.send('Browser.close').catch(() => undefined);
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
    await exited;
    clearTimeout(timer);
    removeProfile(profile);
  };
  const failed = exited.then(() => {
    throw new Error(`${options.executablePath} ended before it was ready:\n${lastLines().join('\n')}`);
  });
  failed.catch(() => undefined);
  try {
    const version = await Promise.race([connection.browser.send('Browser.getVersion'), failed]);
    const debuggingLine = options.hasDebuggingPort ? await Promise.race([listening, failed]) : undefined;
    return { connection, product: version.product, debuggingLine, exited, close };
  } catch (error) {
    child.kill('SIGKILL');
    await exited;
    removeProfile(profile);
    throw error;
  }
}

function watchOutput(child: ChildProcess): {
  listening: Promise<string>;
  lastLines: () => readonly string[];
} {
  const { promise, resolve } = Promise.withResolvers<string>();
  const lines: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      if (lines.length > 20) lines.shift();
      if (!line.startsWith('DevTools listening on ')) continue;
      resolve(line);
    }
  });
  return { listening: promise, lastLines: () => lines };
}
