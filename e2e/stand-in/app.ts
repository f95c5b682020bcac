import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandLine, App as ElectronApp } from 'electron';
import { emitCancelable } from './cancelable-event.ts';
import { NotEmulatedError, refuseUnknownEvents, refuseUnknownMembers } from './not-emulated.ts';
import { runtime } from './runtime.ts';
import { SingleInstance } from './single-instance.ts';

const EVENTS = [
  'ready',
  'will-finish-launching',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'render-process-gone',
  'child-process-gone',
  'certificate-error',
  'select-client-certificate',
  'login',
  'open-file',
  'open-url',
  'continue-activity',
  'session-created',
  'gpu-info-update',
  'accessibility-support-changed',
];

type Manifest = { readonly name?: string; readonly productName?: string; readonly version?: string };

const emitter = new EventEmitter();
const paths = new Map<string, string>();
const switches = new Map<string, string>();
const appended: string[] = [];
const ready = Promise.withResolvers<void>();
let appPath = process.cwd();
let manifest: Manifest = {};
let customName: string | undefined;
let isReady = false;
let isSandboxEnabled = false;
let quitState: 'running' | 'quitting' | 'finished' = 'running';
let instance: SingleInstance | undefined;
let relaunching: readonly string[] | undefined;
let shutDown: (exitCode: number) => Promise<void> = async (exitCode) => process.exit(exitCode);

function appDataFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}

function defaultPath(name: string): string {
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return appDataFolder();
    case 'userData':
      return switches.get('user-data-dir') || join(getPath('appData'), getName());
    case 'sessionData':
      return getPath('userData');
    case 'logs':
      return process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Logs', getName())
        : join(getPath('userData'), 'logs');
    case 'crashDumps':
      return join(getPath('userData'), 'Crashpad');
    case 'temp':
      return tmpdir();
    case 'exe':
    case 'module':
      return process.argv[0] ?? process.execPath;
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return join(homedir(), name.charAt(0).toUpperCase() + name.slice(1));
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

function getName(): string {
  return customName ?? manifest.productName ?? manifest.name ?? 'Electron';
}

function getPath(name: string): string {
  return paths.get(name) ?? defaultPath(name);
}

async function finish(exitCode: number): Promise<void> {
  if (quitState === 'finished') return;
  quitState = 'finished';
  emitter.emit('quit', {}, exitCode);
  instance?.release();
  const relaunchArgs = relaunching;
  // As its last act: by then Chromium has given the folder of its data free.
  if (relaunchArgs) process.once('exit', () => startAgain(relaunchArgs));
  await shutDown(exitCode);
}

function quit(): void {
  if (quitState !== 'running') return;
  quitState = 'quitting';
  if (emitCancelable(app, 'before-quit')) {
    quitState = 'running';
    return;
  }
  for (const window of [...runtime.windows]) {
    if (window.tryClose()) continue;
    quitState = 'running';
    return;
  }
  if (emitCancelable(app, 'will-quit')) {
    quitState = 'running';
    return;
  }
  void finish(0);
}

function startAgain(args: readonly string[]): void {
  const [executable = ''] = process.argv;
  spawn(executable, args, {
    detached: true,
    stdio: 'ignore',
    shell: process.platform === 'win32' && executable.endsWith('.cmd'),
  }).unref();
}

function relaunch(options: { readonly args?: readonly string[] } = {}): void {
  relaunching = options.args ?? process.argv.slice(1);
}

function exit(exitCode = 0): void {
  if (quitState === 'finished') return;
  quitState = 'quitting';
  for (const window of [...runtime.windows]) window.destroy();
  void finish(exitCode);
}

function getInstance(): SingleInstance {
  instance ??= new SingleInstance(getPath('userData'), ({ argv, workingDirectory, additionalData }) => {
    emitter.emit('second-instance', {}, argv, workingDirectory, additionalData);
  });
  return instance;
}

const commandLine = refuseUnknownMembers('app.commandLine', {
  appendSwitch(name: string, value?: string): void {
    switches.set(name, value ?? '');
    appended.push(value === undefined || value === '' ? `--${name}` : `--${name}=${value}`);
  },
  appendArgument(value: string): void {
    appended.push(value);
  },
  hasSwitch: (name: string): boolean => switches.has(name),
  getSwitchValue: (name: string): string => switches.get(name) ?? '',
  removeSwitch(name: string): void {
    switches.delete(name);
  },
} satisfies Pick<
  CommandLine,
  'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
>);

const members = {
  isPackaged: false,
  name: '',
  applicationMenu: null,
  commandLine,
  whenReady: () => ready.promise,
  isReady: () => isReady,
  quit,
  exit,
  relaunch,
  focus: () => undefined,
  hide: () => undefined,
  show: () => undefined,
  getAppPath: () => appPath,
  getPath,
  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    paths.set(name, path);
  },
  setAppLogsPath(path?: string): void {
    paths.set('logs', path ?? defaultPath('logs'));
  },
  getName,
  setName(name: string): void {
    customName = name;
  },
  getVersion: () => manifest.version ?? process.versions.electron ?? '',
  getLocale: () => 'en-US',
  getSystemLocale: () => 'en-US',
  getLocaleCountryCode: () => 'US',
  getPreferredSystemLanguages: () => ['en-US'],
  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return getInstance().acquire({
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    });
  },
  hasSingleInstanceLock: () => instance?.isOwned ?? false,
  releaseSingleInstanceLock(): void {
    instance?.release();
  },
  enableSandbox(): void {
    if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    isSandboxEnabled = true;
  },
  disableHardwareAcceleration(): void {
    if (isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    appended.push('--disable-gpu');
  },
  setAppUserModelId: (_id: string) => undefined,
  setAboutPanelOptions: (_options: object) => undefined,
  showAboutPanel: () => undefined,
  setAccessibilitySupportEnabled: (_isEnabled: boolean) => undefined,
  isAccessibilitySupportEnabled: () => false,
  getAppMetrics: () =>
    [...runtime.contents.values()].map(() => ({
      pid: process.pid,
      type: 'Tab' as const,
      creationTime: 0,
      cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
      memory: { workingSetSize: 0, peakWorkingSetSize: 0 },
      sandboxed: isSandboxEnabled,
    })),
  getGPUFeatureStatus: (): never => {
    throw new NotEmulatedError('app.getGPUFeatureStatus');
  },
} satisfies Partial<Omit<ElectronApp, 'commandLine'>> & { commandLine: object };

Object.assign(emitter, members);
Object.defineProperty(emitter, 'name', { get: getName, set: members.setName });
refuseUnknownEvents(emitter, 'app', EVENTS);

/** Electron's `app`. */
export const app = refuseUnknownMembers('app', emitter as EventEmitter & typeof members);

runtime.events.on('contents-created', (contents) => app.emit('web-contents-created', {}, contents));
runtime.events.on('window-closed', () => {
  if (runtime.windows.size > 0 || quitState !== 'running') return;
  // Deferred, as the window's own `closed` listeners may open another window.
  setImmediate(() => {
    if (runtime.windows.size > 0 || quitState !== 'running') return;
    if (emitter.listenerCount('window-all-closed') > 0) emitter.emit('window-all-closed');
    else quit();
  });
});

/** Says what runs: the app's folder, the command line after the executable, and how Chromium is ended. */
export function prepareApp(options: {
  readonly appPath: string;
  readonly args: readonly string[];
  readonly shutDown: (exitCode: number) => Promise<void>;
}): void {
  appPath = options.appPath;
  shutDown = options.shutDown;
  manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as Manifest;
  for (const arg of options.args) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (match?.[1] !== undefined) switches.set(match[1], match[2] ?? '');
  }
}

/** The switches that the app appended for Chromium. */
export function appendedSwitches(): readonly string[] {
  return appended;
}

/** True once the app has asked to quit or exit. */
export function isQuitting(): boolean {
  return quitState !== 'running';
}

/** Fires `ready`: Chromium has started. */
export function announceReady(): void {
  app.emit('will-finish-launching');
  isReady = true;
  app.emit('ready', {}, {});
  ready.resolve();
}
