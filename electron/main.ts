import path from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, powerMonitor } from 'electron';
import { createTranslate } from '../shared/messages/translate.ts';
import { setAppMenu } from './app-menu.ts';
import { toCommandHandlers } from './commands.ts';
import { type DemoApi, startDemoApi } from './demo/server.ts';
import { emit, registerCommands } from './ipc.ts';
import { openLinkVault } from './link-vault.ts';
import { type Log, openLog } from './log.ts';
import { createQuitGuard, type QuitGuard } from './quit-guard.ts';
import { explainRefusedSwitch, findRefusedSwitch } from './refused-switches.ts';
import { createRestart } from './restart.ts';
import { createServices, type JournalProblem, type Services } from './services.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';
import { lockDown, lockSession, openWindow, registerAppScheme, serveBundle } from './window.ts';
import { openWindowPlace } from './window-place.ts';

const startOptions = readStartOptions(app.commandLine);
// Jobs on demo data must never stand in the history of real ones.
if (startOptions.isDemo) app.setPath('userData', path.join(app.getPath('userData'), 'demo'));

let window: BrowserWindow | null = null;
let quitGuard: QuitGuard | null = null;
/** What the app does as its last act. */
let lastAct: (() => void) | null = null;

app.enableSandbox();
registerAppScheme();
lockDown();

const refusedSwitch = app.isPackaged ? findRefusedSwitch(app.commandLine) : null;
if (refusedSwitch) {
  dialog.showErrorBox('Profile Panel', explainRefusedSwitch(refusedSwitch));
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const userData = app.getPath('userData');
  const log = openLog(path.join(userData, 'logs'), startOptions.logLevel);
  endOnBugs(log);
  const demo = startOptions.isDemo ? await startDemoApi({ profiles: startOptions.demoProfiles }) : null;
  const services = createServices({
    userData,
    options: demo ? toDemoOptions(demo) : startOptions,
    info: {
      version: app.getVersion(),
      isDemo: demo !== null,
      platform: process.platform,
      skipsWelcome: startOptions.skipsWelcome,
    },
    systemLanguage: app.getLocale(),
    log,
    linkVault: openLinkVault(process.platform),
    onConnectionChange: (state) => emit(window, 'connection.changed', state),
    onSettingsChange: (view) => {
      nativeTheme.themeSource = view.settings.colorScheme;
      window?.webContents.setZoomFactor(view.settings.zoomPercent / 100);
      emit(window, 'settings.changed', view);
    },
    onActivity: (news) => emit(window, 'activity.added', news),
    onUpdateChange: (state) => emit(window, 'updates.changed', state),
    onJobProgress: (progress) => {
      emit(window, 'jobs.progressed', progress);
      quitGuard?.noteJobs();
    },
  });
  if (!('jobs' in services)) return endWithProblem(services);

  const { language, settings } = services.preferences.view();
  nativeTheme.themeSource = settings.colorScheme;
  lockSession();
  serveBundle(path.join(import.meta.dirname, '..', 'renderer'));
  setAppMenu(process.platform);
  const restart = createRestart({
    args: process.argv.slice(1),
    hasRunningJobs: () => services.jobs.countActive().jobs > 0,
    quit: (onEnded) => {
      lastAct = onEnded;
      app.quit();
    },
    relaunch: (args) => app.relaunch({ args }),
  });
  registerCommands({
    handlers: toCommandHandlers(services, () => window, restart),
    log,
    getWindow: () => window,
  });
  services.connection.start();
  services.updates.start();
  window = openWindow(createTranslate(language)('app.name'), openWindowPlace(userData), settings.zoomPercent);
  quitGuard = createQuitGuard({
    jobs: services.jobs,
    getWindow: () => window,
    getTranslate: () => createTranslate(services.preferences.view().language),
    showWindow,
  });
  quitGuard.watch(window);
  powerMonitor.on('suspend', () => services.jobs.suspend());
  powerMonitor.on('resume', () => services.jobs.resumeFromSuspend());
  endWithWindow(services, demo, quitGuard);
}

/** The app ends with its window; a job under way settles what is in flight and goes on at the next start. */
function endWithWindow(services: Services, demo: DemoApi | null, guard: QuitGuard): void {
  let hasEnded = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (hasEnded) return;
    event.preventDefault();
    hasEnded = true;
    void services
      .close(guard.getMode())
      .then(() => demo?.close())
      .then(() => lastAct?.())
      .finally(() => app.quit());
  });
}

/** A bug that nothing caught is logged and ends the app in words: Electron would show its stack to the user. */
function endOnBugs(log: Log): void {
  const end = (bug: unknown) => {
    log.error({ what: 'crashed', stack: bug instanceof Error ? bug.stack : String(bug) });
    const t = createTranslate('en');
    dialog.showErrorBox(t('app.name'), t('app.crashed'));
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

function endWithProblem(problem: JournalProblem): void {
  const t = createTranslate('en');
  dialog.showErrorBox(t('app.name'), t(`app.journal.${problem.kind}`));
  app.exit(1);
}

function toDemoOptions(demo: DemoApi): StartOptions {
  const host = '127.0.0.1';
  return {
    ...startOptions,
    address: { host, port: demo.port },
    serviceAddress: { host, port: demo.servicePort },
  };
}

function showWindow(): void {
  quitGuard?.noteShown();
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
