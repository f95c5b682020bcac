import fs from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, protocol, type Session, screen, session } from 'electron';
import { toBundleFile } from './bundle-file.ts';
import { fitPlace, rememberPlace, type WindowPlaceStore, windowSizes } from './window-place.ts';

/** Sent with every file of the page. Nothing is loaded from outside, and the page makes no request of its own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves `app://bundle/…` from the folder, and nothing else: unknown hosts, paths and endings get 404. */
export function serveBundle(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = toBundleFile(folder, request.url);
    if (!file) return new Response('Not found', { status: 404 });
    try {
      return new Response(new Uint8Array(await fs.readFile(file.path)), {
        headers: {
          'content-type': file.contentType,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      // The file does not exist.
      return new Response('Not found', { status: 404 });
    }
  });
}

/** Denies everything that the page never needs. Called once, before the first window. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Second wall behind the CSP: no permission, no device, no request that is not for our own files. */
export function lockSession(locked: Session = session.defaultSession): void {
  const isAllowed = (permission: string) => permission === 'clipboard-sanitized-write';
  locked.setPermissionRequestHandler((_contents, permission, decide) => decide(isAllowed(permission)));
  locked.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  locked.setDevicePermissionHandler(() => false);
  locked.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  locked.setSpellCheckerEnabled(false);
  locked.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !(details.url.startsWith('app://bundle/') || details.url.startsWith('devtools://')) }),
  );
}

/** Opens the app's window where it stood last. `title` names it until the page sets its own. */
export function openWindow(title: string, places: WindowPlaceStore, zoomPercent: number): BrowserWindow {
  const remembered = places.read();
  const { isMaximized = false, ...place } = remembered
    ? fitPlace(
        remembered,
        screen.getAllDisplays().map(({ workArea }) => workArea),
      )
    : {};
  const window = new BrowserWindow({
    ...windowSizes,
    ...place,
    show: false,
    title,
    // Windows and macOS take it from the program itself; Linux shows this one in its task bar.
    icon: path.join(import.meta.dirname, '..', 'renderer', 'icon.png'),
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.webContents.once('did-finish-load', () => window.webContents.setZoomFactor(zoomPercent / 100));
  rememberPlace(window, places);
  reloadAfterCrash(window);
  void window.loadURL('app://bundle/index.html');
  return window;
}

/** A crashed page comes back by itself, at most three times a minute: jobs run on in the main process. */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', () => {
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < 60_000), now];
    if (crashes.length <= 3 && !window.isDestroyed()) window.webContents.reload();
  });
}
