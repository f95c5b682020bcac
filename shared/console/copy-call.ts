import { actionById } from '../local-api/catalogue.ts';
import type { ActionId } from '../local-api/wire.generated.ts';
import { type SdkCall, toSdkCall } from './sdk-calls.ts';
import { hideSecrets } from './secret-fields.ts';

/** What a call can be copied as. */
export const copyForms = ['curl', 'python', 'typescript'] as const;
export type CopyForm = (typeof copyForms)[number];

/** A call to be written down as code. */
export interface CallToCopy {
  readonly action: ActionId;
  readonly body: Readonly<Record<string, unknown>>;
  /** The service that the action belongs to. */
  readonly address: { readonly host: string; readonly port: number };
}

/** The call as code that can be run after the placeholders are filled in: secrets never stand in it. */
export function writeCall(form: CopyForm, call: CallToCopy): string {
  const safe = { ...call, body: hideSecrets(call.body) };
  switch (form) {
    case 'curl':
      return writeCurl(safe);
    case 'python':
      return writePython(safe);
    case 'typescript':
      return writeTypeScript(safe);
  }
}

function toUrl({ action, address }: CallToCopy): string {
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `http://${host}:${address.port}${actionById(action).path}`;
}

/** For a POSIX shell: inside single quotes nothing has a meaning but the closing quote itself. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function writeCurl(call: CallToCopy): string {
  return [
    // A proxy of the environment would see the body, and cannot reach this computer's own services.
    `curl --silent --show-error --noproxy '*' --request POST ${quoteForShell(toUrl(call))}`,
    `  --header 'Content-Type: application/json'`,
    `  --data-raw ${quoteForShell(JSON.stringify(call.body, null, 2))}`,
  ].join(' \\\n');
}

function writePython(call: CallToCopy): string {
  const sdkCall = toSdkCall(call.action, call.body);
  return sdkCall ? writeSdkCall(call, sdkCall) : writeRequests(call);
}

function writeSdkCall({ address }: CallToCopy, { method, args, extra }: SdkCall): string {
  const written = [
    ...args.map(([name, value]) => `${name}=${toPython(value, 0)}`),
    ...(extra === null ? [] : [extra]),
  ];
  return [
    '# pip install ixbrowser-local-api',
    'from ixbrowser_local_api import IXBrowserClient',
    '',
    `client = IXBrowserClient(target=${toPython(address.host, 0)}, port=${address.port})`,
    `result = client.${method}(${written.join(', ')})`,
    'if client.code is None:',
    '    print(result)',
    'else:',
    '    print(client.code, client.message)',
    '',
  ].join('\n');
}

function writeRequests(call: CallToCopy): string {
  return [
    '# pip install requests',
    'import requests',
    '',
    'reply = requests.post(',
    `    ${toPython(toUrl(call), 0)},`,
    `    json=${toPython(call.body, 1)},`,
    '    timeout=60,',
    ')',
    'print(reply.status_code, reply.text)',
    '',
  ].join('\n');
}

function writeTypeScript(call: CallToCopy): string {
  return [
    `const reply = await fetch(${JSON.stringify(toUrl(call))}, {`,
    `  method: 'POST',`,
    `  headers: { 'Content-Type': 'application/json' },`,
    `  body: JSON.stringify(${toTypeScript(call.body, 1)}),`,
    '});',
    'console.log(reply.status, await reply.text());',
    '',
  ].join('\n');
}

/** JSON strings and numbers are Python's too; a lone surrogate stays an escape in both. */
function toPython(value: unknown, depth: number): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (Array.isArray(value))
    return block(
      '[',
      ']',
      value.map((item) => toPython(item, depth + 1)),
      depth,
      4,
    );
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(
      ([name, each]) => `${JSON.stringify(name)}: ${toPython(each, depth + 1)}`,
    );
    return block('{', '}', entries, depth, 4);
  }
  return JSON.stringify(value);
}

function toTypeScript(value: unknown, depth: number): string {
  if (Array.isArray(value))
    return block(
      '[',
      ']',
      value.map((item) => toTypeScript(item, depth + 1)),
      depth,
      2,
    );
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([name, each]) => `${toKey(name)}: ${toTypeScript(each, depth + 1)}`,
    );
    return block('{', '}', entries, depth, 2);
  }
  return JSON.stringify(value);
}

/** In brackets `__proto__` is a field like any other; as a plain key it would set the prototype. */
function toKey(name: string): string {
  if (name === '__proto__') return `['${name}']`;
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

function block(open: string, close: string, parts: readonly string[], depth: number, width: number): string {
  if (parts.length === 0) return open + close;
  const short = `${open}${parts.join(', ')}${close}`;
  if (short.length <= 60 && !short.includes('\n') && open === '[') return short;
  const indent = ' '.repeat(width * (depth + 1));
  return `${open}\n${parts.map((part) => `${indent}${part},`).join('\n')}\n${' '.repeat(width * depth)}${close}`;
}
