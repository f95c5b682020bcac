import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, nativeTheme, protocol, session } from 'electron';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' http://filtered.invalid; frame-src 'self'";
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript' };

/** What happened in this process, for the tests. */
const log: unknown[] = [];
Object.assign(globalThis, { fixtureLog: log });

app.enableSandbox();
if (!app.requestSingleInstanceLock({ from: 'fixture' })) app.quit();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

app.on('second-instance', (_event, argv, _folder, data) =>
  log.push(['second-instance', argv.includes('--again'), data]),
);
app.on('before-quit', () => log.push('before-quit'));
app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(({ url }) => {
    log.push(['open', url]);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    log.push(['will-navigate', event.url]);
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) log.push(['will-frame-navigate', event.url]);
  });
  contents.on('render-process-gone', (_event, details) => log.push(['gone', details.reason]));
});

ipcMain.handle('echo', (_event, ...args) => args);
ipcMain.handle('where', (event) => ({
  url: event.senderFrame?.url,
  origin: event.senderFrame?.origin,
  isMain: event.senderFrame?.parent === null,
  id: event.sender.id,
  contentsUrl: event.sender.getURL(),
}));
ipcMain.handle('fail', () => {
  throw new RangeError('on purpose');
});
ipcMain.handle('uncloneable', () => ({ run: () => undefined }));
ipcMain.handle('rows', (_event, count: number) =>
  Array.from({ length: count }, (_, id) => ({
    id,
    name: `Profile ${id} 配置 Профиль`,
    note: 'x'.repeat(400),
    tags: ['a', 'b'],
    proxy: null,
  })),
);
ipcMain.on('note', (event, value) => {
  log.push(['note', value]);
  event.reply('tick', `reply to ${value}`);
});

app.whenReady().then(() => {
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    const name = pathname.slice(1);
    log.push(['request', request.url]);
    if (host !== 'bundle' || !/^[a-z]+\.(html|js)$/.test(name))
      return new Response('Not found', { status: 404 });
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(readFileSync(join(import.meta.dirname, name)));
        controller.close();
      },
    });
    return new Response(body, {
      headers: {
        'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
        'content-security-policy': CSP,
      },
    });
  });
  session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(permission === 'clipboard-sanitized-write'),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
    const isOwn = details.url.startsWith('app://bundle/');
    if (!isOwn) log.push(['blocked', details.url]);
    callback({ cancel: !isOwn });
  });
  nativeTheme.themeSource = 'dark';
  const window = new BrowserWindow({
    width: 900,
    height: 620,
    show: false,
    title: 'Fixture',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    log.push('close');
    if (process.argv.includes('--keep-open')) event.preventDefault();
  });
  window.loadURL('app://bundle/index.html');
});
