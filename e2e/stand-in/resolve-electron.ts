import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isHeadless } from './chromium.ts';

/** What the app runs on and, as the end of a sentence, why. */
export type ResolvedElectron = {
  readonly executablePath: string;
  readonly kind: 'electron' | 'stand-in';
  readonly reason: string;
};

/** The surroundings that decide; tests pass their own. */
export type ElectronSurroundings = {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly hasDisplay: boolean;
  /** The folder of the `electron` package. */
  readonly packageFolder: string;
  /** Where a failed download is remembered. */
  readonly memoryFile: string;
  readonly now: () => number;
  /** Runs the package's own installer, quietly and at most for three minutes; undefined when it succeeded, else why not. */
  readonly download: () => string | undefined;
  /** Undefined when the executable starts on this machine, else why not. */
  readonly tryRun: (executablePath: string) => string | undefined;
};

/**
 * A failed download is tried again after a day: trying at every start would cost up to minutes where the
 * release site cannot be reached, and networks do change. `npm ci` forgets it together with node_modules.
 */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

const root = resolve(import.meta.dirname, '../..');
const standInPath = join(
  import.meta.dirname,
  'bin',
  process.platform === 'win32' ? 'electron.cmd' : 'electron',
);

/** The line of a program's output that says what went wrong. */
function findFault(output: string): string {
  const line = output.split('\n').find((text) => /error|timed? ?out/i.test(text)) ?? 'no reason was given';
  return line
    .trim()
    .replace(/^[A-Za-z]*Error: /, '')
    .slice(0, 200);
}

function describeSurroundings(): ElectronSurroundings {
  const packageFolder = join(root, 'node_modules', 'electron');
  return {
    env: process.env,
    platform: process.platform,
    hasDisplay: !isHeadless(),
    packageFolder,
    memoryFile: join(root, 'node_modules', '.cache', 'profile-panel', 'electron-download.json'),
    now: Date.now,
    download: () => {
      const { status, stderr, error } = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        timeout: 180_000,
      });
      if (error !== undefined) return error.message;
      return status === 0 ? undefined : findFault(stderr);
    },
    tryRun: (executablePath) => {
      const args = process.getuid?.() === 0 ? ['--no-sandbox', '--version'] : ['--version'];
      const { status, stderr, error } = spawnSync(executablePath, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        timeout: 20_000,
        shell: process.platform === 'win32' && executablePath.endsWith('.cmd'),
      });
      if (error !== undefined) return error.message;
      return status === 0 ? undefined : findFault(stderr);
    },
  };
}

function findBinary({ env, packageFolder }: ElectronSurroundings): string | undefined {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return join(env.ELECTRON_OVERRIDE_DIST_PATH, 'electron');
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

function recallFailure({ memoryFile, now }: ElectronSurroundings): string | undefined {
  try {
    const { at, reason } = JSON.parse(readFileSync(memoryFile, 'utf8')) as { at: number; reason: string };
    const age = now() - at;
    return age >= 0 && age < RETRY_AFTER_MS ? reason : undefined;
  } catch {
    // Nothing is remembered, or not readably: the download is tried.
    return undefined;
  }
}

function rememberFailure({ memoryFile, now }: ElectronSurroundings, reason: string): void {
  mkdirSync(dirname(memoryFile), { recursive: true });
  writeFileSync(memoryFile, `${JSON.stringify({ at: now(), reason })}\n`);
}

/**
 * Chooses between Electron's own binary, downloading it when it is absent, and the stand-in.
 * `PROFILE_PANEL_ELECTRON=stand-in` or `=electron` forces one; the latter rejects when it cannot run.
 */
export async function resolveElectron(
  surroundings: ElectronSurroundings = describeSurroundings(),
): Promise<ResolvedElectron> {
  const forced = surroundings.env.PROFILE_PANEL_ELECTRON;
  const chooseStandIn = (reason: string): ResolvedElectron => {
    if (forced !== 'electron') return { executablePath: standInPath, kind: 'stand-in', reason };
    throw new Error(`PROFILE_PANEL_ELECTRON=electron asks for Electron itself, but ${reason}.`);
  };
  if (forced === 'stand-in') return chooseStandIn('PROFILE_PANEL_ELECTRON=stand-in asks for it');
  if (surroundings.platform === 'linux' && !surroundings.hasDisplay) {
    return chooseStandIn('Electron needs a display and there is none');
  }
  let binary = findBinary(surroundings);
  const wasPresent = binary !== undefined;
  if (binary === undefined) {
    const remembered = forced === 'electron' ? undefined : recallFailure(surroundings);
    if (remembered !== undefined)
      return chooseStandIn(`Electron could not be downloaded in the last 24 hours (${remembered})`);
    const failure = surroundings.download();
    binary = findBinary(surroundings);
    if (failure !== undefined || binary === undefined) {
      const reason = failure ?? 'the installer left no executable';
      rememberFailure(surroundings, reason);
      return chooseStandIn(`Electron could not be downloaded (${reason})`);
    }
  }
  const fault = surroundings.tryRun(binary);
  if (fault !== undefined) return chooseStandIn(`Electron does not start on this machine (${fault})`);
  return {
    executablePath: binary,
    kind: 'electron',
    reason: wasPresent ? 'its binary is present' : 'its binary was downloaded',
  };
}
