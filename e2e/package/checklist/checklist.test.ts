import { describe, expect, test } from 'vitest';
import { checklist, findFaults } from './checklist.ts';
import type { CompiledApp } from './compiled-app.ts';

/** The smallest app that every rule accepts. */
const goodApp: CompiledApp = {
  electronRange: '45.4.1',
  main: `
import { BrowserWindow, app, ipcMain, protocol, session } from "electron";
import path from "node:path";
const policy = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
  "font-src 'self'", "connect-src 'none'", "worker-src 'none'", "object-src 'none'", "base-uri 'none'",
  "form-action 'none'", "frame-ancestors 'none'"].join("; ");
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } }
]);
app.on("web-contents-created", (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
});
session.defaultSession.setPermissionRequestHandler((_contents, _name, decide) => decide(false));
session.defaultSession.setPermissionCheckHandler(() => false);
session.defaultSession.setDevicePermissionHandler(() => false);
session.defaultSession.setDisplayMediaRequestHandler((_request, decide) => decide({}));
ipcMain.handle("panel:call", (event) => event.senderFrame?.url);
const window = new BrowserWindow({
  webPreferences: {
    preload: path.join(import.meta.dirname, "preload.cjs"), sandbox: true, contextIsolation: true,
    nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    webviewTag: false, devTools: !app.isPackaged, spellcheck: false
  }
});
window.loadURL("app://bundle/index.html");
fetch("http://127.0.0.1:53200/");
`,
  preload: `
let electron = require("electron");
electron.contextBridge.exposeInMainWorld("panel", {
  call: (name, input) => electron.ipcRenderer.invoke("panel:call", name, input)
});
`,
  page: new Map([
    [
      'index.html',
      '<!doctype html><link rel="stylesheet" href="./a.css"><script type="module" src="./a.js"></script>',
    ],
    ['a.css', 'body { background: url(./a.png); }'],
    ['a.js', 'document.createElementNS("http://www.w3.org/2000/svg", "svg");'],
  ]),
};

const inMain = (from: string, to: string): CompiledApp => ({
  ...goodApp,
  main: replaceOnce(goodApp.main, from, to),
});
const inPreload = (from: string, to: string): CompiledApp => ({
  ...goodApp,
  preload: replaceOnce(goodApp.preload, from, to),
});
const withFile = (name: string, text: string): CompiledApp => ({
  ...goodApp,
  page: new Map([...goodApp.page, [name, text]]),
});

function replaceOnce(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

test('an app that keeps to every item is accepted', () => {
  expect(findFaults(goodApp)).toEqual({});
});

/** What is done wrong, what the fault says, and the number of the rule that must say it. */
const badApps: readonly (readonly [string, string, RegExp, CompiledApp])[] = [
  [
    'Node in the page',
    '2, 3',
    /nodeIntegration is true/,
    inMain('nodeIntegration: false', 'nodeIntegration: true'),
  ],
  ['no isolation', '2, 3', /contextIsolation is missing/, inMain('contextIsolation: true,', '')],
  ['no sandbox in a window', '2, 3', /sandbox is false/, inMain('sandbox: true', 'sandbox: false')],
  ['DevTools for everyone', '2, 3', /devTools is true/, inMain('!app.isPackaged', 'true')],
  [
    'an unknown preference',
    '2, 3',
    /plugins is true/,
    inMain('webviewTag: false', 'plugins: true, webviewTag: false'),
  ],
  ['hidden preferences', '2, 3', /cannot be read/, inMain('webviewTag: false', '...more')],
  ['webviews', '2, 3', /webviewTag is true/, inMain('webviewTag: false', 'webviewTag: true')],
  ['no sandbox for the app', '4: ', /enableSandbox/, inMain('app.enableSandbox();', '')],
  [
    'a switch that is added',
    '4: ',
    /appendSwitch/,
    inMain('app.enableSandbox();', 'app.enableSandbox(); app.commandLine.appendSwitch("no-sandbox");'),
  ],
  [
    'a permission nobody decides',
    '5',
    /setPermissionCheckHandler/,
    inMain('setPermissionCheckHandler', 'other'),
  ],
  [
    'no web security',
    '6, 8',
    /webSecurity is set/,
    inMain('const window', 'const more = { webSecurity: false }; const window'),
  ],
  [
    'blink features',
    '6, 8',
    /enableBlinkFeatures/,
    inMain('const window', 'options.enableBlinkFeatures = "x"; const window'),
  ],
  [
    'a misspelt directive',
    '7',
    /unknown directive "script-src:"/,
    inMain("script-src 'self'", "script-src: 'self'"),
  ],
  [
    'a policy that lets scripts in',
    '7',
    /script-src is/,
    inMain("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
  ],
  ['no policy', '7', /There are 0 policies/, inMain("default-src 'none'", 'nothing')],
  [
    'navigation',
    '12, 13',
    /will-redirect/,
    inMain('"will-redirect", (event) => event.preventDefault()', '"will-redirect", () => {}'),
  ],
  ['frame navigation', '12, 13', /will-frame-navigate/, inMain('will-frame-navigate', 'did-frame-navigate')],
  ['new windows', '14', /allows windows/, inMain('action: "deny"', 'action: "allow"')],
  ['opening addresses', '15', /electron\.shell/, inMain('BrowserWindow, app', 'BrowserWindow, shell, app')],
  ['requests by Electron', '15', /electron\.net/, inMain('BrowserWindow, app', 'BrowserWindow, net, app')],
  [
    'starting programs',
    '15',
    /child_process/,
    inMain('import path', 'import { exec } from "node:child_process"; import path'),
  ],
  ['any Electron', '16', /\^45/, { ...goodApp, electronRange: '^45.4.1' }],
  [
    'a second listener',
    '17',
    /2 times/,
    inMain('ipcMain.handle(', 'ipcMain.on("x", () => {}); ipcMain.handle('),
  ],
  ['an unchecked sender', '17', /senderFrame/, inMain('event.senderFrame?.url', 'true')],
  [
    'a page from a file',
    '18',
    /loadFile/,
    inMain('window.loadURL("app://bundle/index.html")', 'window.loadFile("a.html")'),
  ],
  [
    'a page from the web',
    '18',
    /loads something else/,
    inMain('app://bundle/index.html', 'https://127.0.0.1/'),
  ],
  [
    'a scheme past the policy',
    '18',
    /privileges/,
    inMain('supportFetchAPI: true', 'supportFetchAPI: true, bypassCSP: true'),
  ],
  [
    'a foreign address in main',
    '1: the main',
    /names example\.com/,
    inMain('http://127.0.0.1:53200/', 'https://example.com/'),
  ],
  ['a script in the HTML', '1, 7', /has a script in it/, withFile('b.html', '<script>alert(1)</script>')],
  ['a handler in the HTML', '1, 7', /event handler/, withFile('b.html', '<img onerror="alert(1)">')],
  [
    'a remote script',
    '1, 7',
    /loads https/,
    withFile('b.html', '<script src="https://127.0.0.1/x.js"></script>'),
  ],
  [
    'a remote font',
    '1: the styles',
    /from outside/,
    withFile('b.css', '@font-face { src: url("https://x.test/f.woff2") }'),
  ],
  [
    'a foreign address in the page',
    '1: the scripts',
    /names x\.test/,
    withFile('b.js', 'fetch(`https://x.test/`);'),
  ],
  [
    'more modules in the preload',
    '20: the preload script requires',
    /requires fs/,
    inPreload('let electron', 'require("fs"); let electron'),
  ],
  [
    'ipcRenderer for the page',
    '20: the preload script uses',
    /ipcRenderer/,
    inPreload('{\n', '{ ipc: electron.ipcRenderer,\n'),
  ],
  [
    'any channel for the page',
    '20: the preload script uses',
    /fixed channel/,
    inPreload('"panel:call", name', 'name'),
  ],
  [
    'Electron for the page',
    '20: the preload script uses',
    /passes Electron on/,
    inPreload('"panel", {', '"panel", { electron,'),
  ],
  [
    'another part of Electron',
    '20: the preload script uses',
    /electron\.webUtils/,
    inPreload('{\n', '{ path: electron.webUtils.getPathForFile,\n'),
  ],
  [
    'a second global',
    '20: the preload script uses',
    /other than window.panel/,
    inPreload('"panel", {', '"other", {'),
  ],
];

describe('an app is rejected that has', () => {
  test.each(badApps)('%s', (_what, rule, fault, app) => {
    const faults = findFaults(app);
    const title = Object.keys(faults).find((candidate) => candidate.startsWith(rule));
    expect(title, JSON.stringify(faults)).toBeDefined();
    expect(faults[title ?? '']?.join('\n')).toMatch(fault);
  });

  test('every rule is among those that a bad app breaks', () => {
    const broken = new Set(badApps.flatMap(([, , , app]) => Object.keys(findFaults(app))));
    expect(checklist.map(({ title }) => title).filter((title) => !broken.has(title))).toEqual([]);
  });
});
