/** `npm start [-- --live]`: builds the app and opens its window, or without a display runs the guided tour. */
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isHeadless } from './chromium.ts';
import { resolveElectron } from './resolve-electron.ts';

const USAGE = 'Usage: npm start [-- --live | --demo]   (--demo, the default, uses built-in demo data)';
const root = resolve(import.meta.dirname, '../..');

function readMode(): 'demo' | 'live' | undefined {
  try {
    const { values } = parseArgs({ options: { live: { type: 'boolean' }, demo: { type: 'boolean' } } });
    return values.live === true && values.demo === true ? undefined : values.live === true ? 'live' : 'demo';
  } catch {
    // An argument that is neither; the usage line says which there are.
    return undefined;
  }
}

function build(): boolean {
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return true;
  console.error(`${stdout ?? ''}${stderr ?? ''}\nThe build failed; its output is above.`);
  return false;
}

function openWindow(executablePath: string, args: readonly string[]): Promise<number> {
  const child = spawn(executablePath, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && executablePath.endsWith('.cmd'),
  });
  // Ctrl-C reaches the app too, which quits in its own order; this process waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(`The app could not be started: ${error.message}`);
      done(1);
    });
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

async function start(): Promise<number> {
  const mode = readMode();
  if (mode === undefined) {
    console.error(USAGE);
    return 2;
  }
  if (isHeadless() && mode === 'live') {
    console.error(
      'There is no display to open a window on; without one only the guided tour on demo data runs: npm start',
    );
    return 2;
  }
  console.log('Building Profile Panel…');
  if (!build()) return 1;
  const { executablePath, kind, reason } = await resolveElectron();
  console.log(
    kind === 'electron'
      ? `Running on Electron: ${reason}.`
      : `Running on the installed browser through the Electron stand-in: ${reason}.`,
  );
  if (!isHeadless()) {
    const needsNoSandbox = kind === 'electron' && process.platform === 'linux' && process.getuid?.() === 0;
    return openWindow(executablePath, [...(needsNoSandbox ? ['--no-sandbox'] : []), root, `--${mode}`]);
  }
  // Loaded only here, because it brings the whole of Playwright with it.
  const { runTour } = await import('../tour.ts');
  await runTour();
  return 0;
}

process.exit(await start());
