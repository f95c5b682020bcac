import type { Rule } from './compiled-app.ts';
import { findPolicyFaults } from './content-policy.ts';
import {
  findMethodCalls,
  findNodes,
  findProperty,
  listModules,
  listStrings,
  parseScript,
  readObject,
  type Script,
  toMemberName,
  toStringValue,
  toText,
} from './syntax.ts';

/** Every web preference of every window. One that is not listed, or another value, is a finding. */
const expectedPreferences: Readonly<Record<string, string | null>> = {
  // Any file: its content is checked by the preload's own rules.
  preload: null,
  sandbox: 'true',
  contextIsolation: 'true',
  nodeIntegration: 'false',
  nodeIntegrationInWorker: 'false',
  nodeIntegrationInSubFrames: 'false',
  webviewTag: 'false',
  devTools: '!app.isPackaged',
  spellcheck: 'false',
};

/**
 * The parts of Electron that the main process may use. `shell` starts programs, `net.fetch` reads files:
 * before one of them is added here, read what it opens and test it.
 */
const allowedMembers = new Set([
  'app',
  'BrowserWindow',
  // Written to on a click, with the one secret that the user asked for; never read.
  'clipboard',
  'dialog',
  'ipcMain',
  // Takes Electron's own menu away; on macOS three menus of roles.
  'Menu',
  'nativeTheme',
  // Tells of sleep and waking; it opens nothing.
  'powerMonitor',
  'protocol',
  // Asks the key store of the system; it reads and writes no file.
  'safeStorage',
  // Tells where the displays are; it captures nothing.
  'screen',
  'session',
]);

/**
 * Hosts in texts of the main process: the Local API and the demo data's own, and those that bundled
 * libraries name in error texts and schema identifiers.
 */
const namedHosts = new Set(['127.0.0.1', 'localhost', 'supplier.example', 'json-schema.org', 'github.com']);

const neverSet = [
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
];
const viewClasses = new Set(['BrowserWindow', 'BrowserView', 'WebContentsView', 'BaseWindow']);
const deniedEvents = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];
const permissionHandlers = [
  'setPermissionRequestHandler',
  'setPermissionCheckHandler',
  'setDevicePermissionHandler',
  'setDisplayMediaRequestHandler',
];

/** The items of the checklist that the compiled main process shows. */
export const mainRules: readonly Rule[] = [
  mainRule('2, 3, 4, 6, 8–11: every window has exactly the safe web preferences', (main) => {
    const windows = findNodes(main, 'NewExpression').filter(
      ({ callee }) => callee.type === 'Identifier' && viewClasses.has(callee.name),
    );
    if (windows.length === 0) return ['No window is opened.'];
    return windows.flatMap(({ arguments: [options] }) => {
      const preferences = readObject(main, findProperty(options, 'webPreferences'));
      if (!preferences) return ['The web preferences of a window cannot be read.'];
      return [...new Set([...preferences.keys(), ...Object.keys(expectedPreferences)])].flatMap((key) => {
        const expected = expectedPreferences[key];
        const actual = preferences.get(key);
        if (actual !== undefined && (expected === null || actual === expected)) return [];
        return `The web preference ${key} is ${actual ?? 'missing'}, not ${expected ?? 'expected'}.`;
      });
    });
  }),
  mainRule('4: the sandbox is switched on for the whole app, and no switch is added', (main) => [
    ...(findMethodCalls(main, 'enableSandbox').length > 0 ? [] : ['app.enableSandbox() is not called.']),
    ...['appendSwitch', 'appendArgument']
      .filter((method) => findMethodCalls(main, method).length > 0)
      .map((method) => `${method} is called.`),
  ]),
  mainRule('5: every permission is decided by a handler', (main) =>
    permissionHandlers
      .filter((method) => findMethodCalls(main, method).length === 0)
      .map((method) => `${method} is not called.`),
  ),
  mainRule('6, 8–10: no protection of the page is switched off', (main) => {
    const names = new Set([
      ...findNodes(main, 'Property').map(({ key }) =>
        key.type === 'Identifier' ? key.name : toStringValue(key),
      ),
      ...findNodes(main, 'MemberExpression').map(toMemberName),
    ]);
    return neverSet.filter((name) => names.has(name)).map((name) => `${name} is set.`);
  }),
  mainRule('7: the page has the strict content security policy', (main) => {
    const policies = findNodes(main, 'ArrayExpression')
      .map(({ elements }) => elements.map((element) => toStringValue(element ?? undefined)))
      .filter(([first]) => first?.startsWith('default-src'));
    if (policies.length !== 1) return [`There are ${policies.length} policies, not one.`];
    return policies.flatMap((parts) => findPolicyFaults(parts.join('; ')));
  }),
  mainRule('12, 13: navigation and webviews are denied', (main) => {
    const listeners = findMethodCalls(main, 'on');
    return deniedEvents
      .filter(
        (event) =>
          !listeners.some(
            ({ arguments: [name, listener] }) =>
              toStringValue(name) === event &&
              listener &&
              toText(main, listener).includes('preventDefault()'),
          ),
      )
      .map((event) => `${event} is not denied.`);
  }),
  mainRule('14: no page opens a window', (main) => {
    const handlers = findMethodCalls(main, 'setWindowOpenHandler').map((call) => toText(main, call));
    if (handlers.length === 0) return ['setWindowOpenHandler is not called.'];
    return handlers
      .filter((text) => !/action:\s*["']deny["']/.test(text) || /["']allow["']/.test(text))
      .map(() => 'A window open handler allows windows.');
  }),
  mainRule('15: only known parts of Electron are used, and no program is started', (main) => [
    ...listElectronMembers(main)
      .filter((name) => !allowedMembers.has(name))
      .map((name) => `electron.${name} is used.`),
    ...listModules(main)
      .filter((name) => /^(node:)?child_process$|^@electron\/remote/.test(name))
      .map((name) => `${name} is used.`),
  ]),
  {
    title: '16: the version of Electron is pinned exactly',
    check: ({ electronRange }) =>
      /^\d+\.\d+\.\d+$/.test(electronRange) ? [] : [`The version of electron is "${electronRange}".`],
  },
  mainRule('17: one listener receives all messages of the page and checks their sender', (main) => {
    const calls = findNodes(main, 'CallExpression').filter(
      ({ callee }) =>
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        callee.object.name === 'ipcMain',
    );
    const isChecked = findNodes(main, 'MemberExpression').some(
      (node) => toMemberName(node) === 'senderFrame',
    );
    return [
      ...(calls.length === 1 ? [] : [`ipcMain is called ${calls.length} times, not once.`]),
      ...(isChecked ? [] : ['senderFrame is never read.']),
    ];
  }),
  mainRule('18: pages come from app://bundle only', (main) => {
    const schemes = findMethodCalls(main, 'registerSchemesAsPrivileged').map(({ arguments: [list] }) =>
      list ? toText(main, list).replace(/\s+/g, '').replaceAll('"', "'") : '',
    );
    const expected = "[{scheme:'app',privileges:{standard:true,secure:true,supportFetchAPI:true}}]";
    return [
      ...(schemes.length === 1 && schemes[0] === expected ? [] : ['The scheme app has other privileges.']),
      ...(findMethodCalls(main, 'loadFile').length > 0 ? ['loadFile is called.'] : []),
      ...findMethodCalls(main, 'loadURL')
        .filter(({ arguments: [url] }) => !toStringValue(url)?.startsWith('app://bundle/'))
        .map((call) => `${toText(main, call)} loads something else.`),
    ];
  }),
  mainRule('1: the main process names no web address that it was not given', (main) =>
    findForeignAddresses(main, namedHosts),
  ),
];

/** Web addresses in the script's texts whose host is not among the known ones. */
export function findForeignAddresses(script: Script, known: ReadonlySet<string>): string[] {
  const hosts = listStrings(script).flatMap((text) =>
    [...text.matchAll(/(?:https?|wss?|ftp):\/\/([a-z0-9][a-z0-9.-]*)/gi)].map(([, host = '']) => host),
  );
  return [...new Set(hosts)].filter((host) => !known.has(host)).map((host) => `It names ${host}.`);
}

function listElectronMembers(main: Script): string[] {
  return findNodes(main, 'ImportDeclaration')
    .filter(({ source }) => /^electron(\/|$)/.test(source.value))
    .flatMap(({ specifiers }) =>
      specifiers.map((specifier) =>
        specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
          ? specifier.imported.name
          : '*',
      ),
    );
}

/** Parsing the main process takes more than a second, so it is done once a text. */
let lastParsed: { readonly text: string; readonly script: Script } | null = null;

function mainRule(title: string, check: (main: Script) => readonly string[]): Rule {
  return {
    title,
    check: ({ main }) => {
      if (lastParsed?.text !== main) lastParsed = { text: main, script: parseScript('main.js', main) };
      return check(lastParsed.script);
    },
  };
}
