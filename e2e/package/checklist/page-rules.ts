import type { CompiledApp, Rule } from './compiled-app.ts';
import { findForeignAddresses } from './main-rules.ts';
import { findNodes, listModules, parseScript, toMemberName, toStringValue } from './syntax.ts';

/**
 * Hosts that bundled libraries name in error texts, XML namespaces and schema identifiers. None of them is
 * ever contacted: the content security policy stops it.
 */
const namedHosts = new Set([
  'www.w3.org',
  'json-schema.org',
  'react.dev',
  'mantine.dev',
  'react.i18next.com',
  // Examples in texts and in the check of a draft; the page itself can reach nothing.
  '127.0.0.1',
  'localhost',
  'a.example',
]);

const bridgeMethods = new Set(['invoke', 'on', 'off']);

/** The items of the checklist that the compiled preload script and page show. */
export const pageRules: readonly Rule[] = [
  {
    title: '1, 7: the HTML loads its own files only and holds no code',
    check: (app) =>
      listFiles(app, '.html').flatMap(([name, html]) => [
        ...[...html.matchAll(/\b(?:src|href|action)\s*=\s*["']?([^"'\s>]+)/gi)]
          .filter(([, target = '']) => !target.startsWith('./'))
          .map(([, target]) => `${name} loads ${target}.`),
        ...(/<script(?![^>]*\bsrc=)[^>]*>/i.test(html) ? [`${name} has a script in it.`] : []),
        ...(/<style|\sstyle\s*=/i.test(html) ? [`${name} has styles in it.`] : []),
        ...(/\son[a-z]+\s*=/i.test(html) ? [`${name} has an event handler in it.`] : []),
        ...(/http-equiv/i.test(html) ? [`${name} sets a header of its own.`] : []),
      ]),
  },
  {
    title: '1: the styles load nothing from outside',
    check: (app) =>
      listFiles(app, '.css')
        .filter(([, css]) => /(?:url\(\s*["']?|@import\s+["']?)(?:[a-z]+:)?\/\//i.test(css))
        .map(([name]) => `${name} loads something from outside.`),
  },
  {
    title: '1: the scripts name no unknown web address',
    check: (app) =>
      listFiles(app, '.js').flatMap(([name, text]) =>
        findForeignAddresses(parseScript(name, text), namedHosts).map((fault) => `${name}: ${fault}`),
      ),
  },
  {
    title: '20: the preload script requires Electron only',
    check: ({ preload }) =>
      listModules(parseScript('preload.cjs', preload))
        .filter((name) => name !== 'electron')
        .map((name) => `It requires ${name}.`),
  },
  {
    title: '20: the preload script uses the bridge and fixed channels, and gives no part of Electron away',
    check: ({ preload }) => {
      const script = parseScript('preload.cjs', preload);
      const members = findNodes(script, 'MemberExpression');
      const calls = findNodes(script, 'CallExpression');
      const used = members.filter(({ object }) => object.type === 'Identifier' && object.name === 'electron');
      const channelCalls = calls.filter(
        ({ callee, arguments: [channel] }) =>
          callee.type === 'MemberExpression' &&
          toMemberName(callee.object) === 'ipcRenderer' &&
          bridgeMethods.has(toMemberName(callee) ?? '') &&
          toStringValue(channel)?.startsWith('panel:'),
      );
      const exposed = calls.filter(({ callee }) => toMemberName(callee) === 'exposeInMainWorld');
      const bare = findNodes(script, 'Identifier').filter(({ name }) => name === 'electron').length;
      return [
        ...used
          .map((node) => toMemberName(node) ?? 'a computed part')
          .filter((name) => name !== 'ipcRenderer' && name !== 'contextBridge')
          .map((name) => `It uses electron.${name}.`),
        ...(used.filter((node) => toMemberName(node) === 'ipcRenderer').length === channelCalls.length
          ? []
          : ['It uses ipcRenderer other than by a call with a fixed channel.']),
        // One more than its uses: the declaration.
        ...(bare === used.length + 1 ? [] : ['It passes Electron on.']),
        ...(exposed.length === 1 && toStringValue(exposed[0]?.arguments[0]) === 'panel'
          ? []
          : ['It exposes something other than window.panel.']),
      ];
    },
  },
];

function listFiles({ page }: CompiledApp, ending: string): [string, string][] {
  return [...page].filter(([name]) => name.endsWith(ending));
}
