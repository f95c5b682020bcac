import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCall } from '../../shared/console/copy-call.ts';
import { exampleBody } from '../../shared/console/example-body.ts';
import { toSdkCall } from '../../shared/console/sdk-calls.ts';
import { actions } from '../../shared/local-api/catalogue.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import { type DemoApi, startDemoApi } from '../demo/server.ts';

const run = promisify(execFile);
const isWindows = process.platform === 'win32';
const python = findTool(isWindows ? 'python' : 'python3');
const hasRequests = python !== null && canRun(python, ['-c', 'import requests']);
const hasSdk = python !== null && canRun(python, ['-c', 'import ixbrowser_local_api']);
// Written for a POSIX shell: on Windows there is none to be relied on.
const hasCurl = !isWindows && canRun('curl', ['--version']);

/** Text that every quoting has to survive. */
const awkward = `it's "double" $HOME \`id\` \\ back\\n %PATH% 'x' ö 窗口 🙂 \u2028 <tag> # & | ;\nnew line\ttab`;
const bodies: readonly (readonly [ActionId, Record<string, unknown>])[] = [
  ['group-create', { title: awkward, sort: 0 }],
  ['profile-list', { name: awkward, page: 1, limit: 10 }],
  ['profile-create', { name: awkward, tag: ['a', awkward], note: '', proxy_config: { proxy_mode: 2 } }],
  ['profile-clear-cache', { profile_id: [1, 2] }],
  ['profile-open', { profile_id: 1, load_extensions: true, headless: false, args: [] }],
  ['gateway-list', {}],
  ['profile-list', JSON.parse('{"__proto__": {"a": null}, "x": 1.5}') as Record<string, unknown>],
];

let api: DemoApi;
let folder: string;
beforeAll(async () => {
  api = await startDemoApi({ profiles: 5, seed: 7 });
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'copied-calls-'));
});
afterAll(async () => {
  await api.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The body that the demo got when the written code ran. */
async function runAndRead(
  file: string,
  command: string,
  args: readonly string[],
  code: string,
): Promise<unknown> {
  const script = path.join(folder, file);
  fs.writeFileSync(script, code);
  await api.control('requests.clear', {});
  // No proxy of the environment may come between the code and this computer's own port.
  const { HTTP_PROXY: _1, http_proxy: _2, ...env } = process.env;
  await run(command, [...args, script], { env: { ...env, NO_PROXY: '*', no_proxy: '*' } });
  const { requests } = await api.control('requests.list', {});
  expect(requests).toHaveLength(1);
  return requests[0]?.body;
}

function write(
  form: 'curl' | 'python' | 'typescript',
  action: ActionId,
  body: Record<string, unknown>,
): string {
  const { hostname, port } = new URL(api.baseUrl);
  return writeCall(form, { action, body, address: { host: hostname, port: Number(port) } });
}

// Each body starts a program of its own.
describe('the copied code, run against the demo, sends exactly the body', { timeout: 90_000 }, () => {
  test.skipIf(!hasCurl)('as cURL in a POSIX shell', async () => {
    for (const [action, body] of bodies)
      expect(await runAndRead('call.sh', 'sh', [], write('curl', action, body))).toEqual(body);
  });

  test('as TypeScript', async () => {
    for (const [action, body] of bodies)
      expect(await runAndRead('call.mts', process.execPath, [], write('typescript', action, body))).toEqual(
        body,
      );
  });

  test.skipIf(!hasRequests)('as Python with requests', async () => {
    for (const [action, body] of bodies.filter(([action, body]) => toSdkCall(action, body) === null))
      expect(await runAndRead('call.py', python ?? '', [], write('python', action, body))).toEqual(body);
  });

  test.skipIf(!hasSdk)('as Python with the SDK', async () => {
    for (const [action, body] of bodies.filter(([action, body]) => toSdkCall(action, body) !== null))
      expect(await runAndRead('sdk.py', python ?? '', [], write('python', action, body))).toEqual(body);
  });

  test.skipIf(python === null)('every example of every action is Python that can be read', async () => {
    const code = actions.map(({ id, request }) => write('python', id, exampleBody(request, 'all')));
    const script = path.join(folder, 'all.py');
    fs.writeFileSync(script, JSON.stringify(code));
    const check = `import ast, json, sys\nfor code in json.load(open(sys.argv[1], encoding='utf-8')): ast.parse(code)`;
    await run(python ?? '', ['-c', check, script]);
  });
});

test('secrets are placeholders in every form', () => {
  const body = { profile_id: 1, cookie: 'cookie-secret', proxy_info: { proxy_password: 'p-secret' } };
  for (const form of ['curl', 'python', 'typescript'] as const) {
    const code = write(form, 'profile-update-cookies', body);
    expect(code).not.toContain('secret');
    expect(code).toContain('<COOKIES>');
    expect(code).toContain('<PROXY_PASSWORD>');
  }
});

test('the methods of the SDK are those that the contract names', () => {
  for (const { id, request, ...rest } of actions) {
    for (const body of [exampleBody(request, 'all'), exampleBody(request, 'required')]) {
      const call = toSdkCall(id, body);
      const { inSdk, sdkMethod } = rest as { readonly inSdk?: boolean; readonly sdkMethod?: string };
      if (call) expect([id, inSdk, call.method]).toEqual([id, true, sdkMethod]);
    }
  }
});

test('the SDK is used only where it sends exactly the body', () => {
  expect(toSdkCall('profile-close', { profile_id: 3 })).toEqual({
    method: 'close_profile',
    args: [['profile_id', 3]],
    extra: null,
  });
  expect(toSdkCall('group-update', { id: 2, title: 'x' })?.args).toEqual([
    ['group_id', 2],
    ['name', 'x'],
  ]);
  const traffic = { proxy_mode: 1, proxy_id: 6, gateway: 'US' };
  expect(
    toSdkCall('profile-update-proxy-for-purchased-traffic-package', { profile_id: 1, proxy_info: traffic })
      ?.args,
  ).toEqual([
    ['profile_id', 1],
    ['proxy_id', 6],
    ['gateway', 'US'],
  ]);
  // It would add paging, drop an empty filter, add arguments, leave out null, or needs a field that is missing.
  expect(toSdkCall('group-list', { page: 1 })).toBeNull();
  expect(toSdkCall('profile-list', { page: 1, limit: 10, name: '' })).toBeNull();
  expect(toSdkCall('profile-open', { profile_id: 1 })).toBeNull();
  expect(toSdkCall('proxy-update', { id: 1, note: null })).toBeNull();
  expect(toSdkCall('profile-close', {})).toBeNull();
  expect(toSdkCall('group-update', { id: 2, title: 'x', more: 1 })).toBeNull();
  expect(toSdkCall('profile-create', { name: 'x' })).toBeNull();
});

function canRun(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    // It is not installed: what needs it is skipped.
    return false;
  }
}

function findTool(command: string): string | null {
  return canRun(command, ['--version']) ? command : null;
}
