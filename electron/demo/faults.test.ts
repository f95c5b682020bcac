import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { DemoFault } from '../../shared/demo-control.ts';
import { callAction } from './call-action.ts';
import { startTestDemo } from './demo-fixture.ts';
import type { DemoApi } from './server.ts';

interface RawReply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  /** Whether every announced byte arrived. */
  readonly isComplete: boolean;
}

/** Sends a request without any help with odd replies; rejects when the connection ends before the head. */
function send(api: DemoApi, action: string, body: object, signal?: AbortSignal): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent: false, ...(signal === undefined ? {} : { signal }) };
    const sent = request(`${api.baseUrl}/api/v2/${action}`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      // An incomplete body is what some faults are about: it is told by `isComplete`.
      response.on('error', () => {});
      response.on('close', () => {
        const { statusCode: status, headers, complete: isComplete } = response;
        resolve({ status, headers, bytes: Buffer.concat(chunks), isComplete });
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

async function clearWith(api: DemoApi, fault: DemoFault): Promise<RawReply> {
  await api.control('faults.add', { action: 'profile-clear-cache', times: 1, fault });
  return await send(api, 'profile-clear-cache', { profile_id: [1, 2] });
}

async function countClears(api: DemoApi): Promise<number> {
  const { profiles } = await api.control('state.get', { profileIds: [1, 2] });
  return profiles.reduce((sum, profile) => sum + profile.cacheClears, 0);
}

function toJson(reply: RawReply) {
  return JSON.parse(reply.bytes.toString('utf8')) as { readonly error: object; readonly data: unknown };
}

test('resets the connection before or after acting', async () => {
  const api = await startTestDemo();
  await expect(clearWith(api, { kind: 'resetBefore' })).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await countClears(api)).toBe(0);
  await expect(clearWith(api, { kind: 'resetAfter' })).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await countClears(api)).toBe(2);
});

test('cuts a body that was announced whole', async () => {
  const api = await startTestDemo();
  const reply = await clearWith(api, { kind: 'cutBody' });
  expect(reply.isComplete).toBe(false);
  expect(reply.bytes.length).toBeLessThan(Number(reply.headers['content-length']));
  expect(await countClears(api)).toBe(2);
});

test('answers text that is not JSON', async () => {
  const api = await startTestDemo();
  const reply = await clearWith(api, { kind: 'malformedBody' });
  expect(reply.headers['content-type']).toBe('application/json');
  expect(() => toJson(reply)).toThrow(SyntaxError);
});

test('answers HTML, another status or a redirect without acting', async () => {
  const api = await startTestDemo();
  const html = await clearWith(api, { kind: 'html' });
  expect([html.status, html.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(html.bytes.toString()).toContain('<html>');
  expect((await clearWith(api, { kind: 'httpStatus', status: 503 })).status).toBe(503);
  const redirect = await clearWith(api, { kind: 'redirect', location: 'http://192.0.2.1/' });
  expect([redirect.status, redirect.headers.location]).toEqual([302, 'http://192.0.2.1/']);
  expect(await countClears(api)).toBe(0);
});

test('answers a wrong type or under a wrong content type', async () => {
  const api = await startTestDemo();
  expect(toJson(await clearWith(api, { kind: 'wrongType' })).data).toBe('unexpected');
  const reply = await clearWith(api, { kind: 'wrongContentType' });
  expect(reply.headers['content-type']).toBe('text/plain');
  expect(toJson(reply).data).toEqual([1, 2]);
});

test('answers any code, with its own message if one is given', async () => {
  const api = await startTestDemo();
  expect(toJson(await clearWith(api, { kind: 'error', code: 1004 })).error).toMatchObject({ code: 1004 });
  expect(toJson(await clearWith(api, { kind: 'error', code: 4242, message: 'new' })).error).toEqual({
    code: 4242,
    message: 'new',
  });
  expect(await countClears(api)).toBe(0);
  await clearWith(api, { kind: 'error', code: 1004, acts: true });
  expect(await countClears(api)).toBe(2);
});

test('clears a part of a batch only, or names ids nobody asked for, or names them twice', async () => {
  const api = await startTestDemo();
  expect(toJson(await clearWith(api, { kind: 'partial', omit: [2] })).data).toEqual([1]);
  const nothing = toJson(await clearWith(api, { kind: 'partial', omit: [1, 2] }));
  expect(nothing).toMatchObject({ error: { code: 0 }, data: [] });
  expect(await countClears(api)).toBe(1);
  expect(toJson(await clearWith(api, { kind: 'extraIds', ids: [77] })).data).toEqual([1, 2, 77]);
  expect(toJson(await clearWith(api, { kind: 'duplicateIds' })).data).toEqual([1, 1, 2, 2]);
});

test.each([
  ['id', { profile_id: 'abc' }],
  ['name', { name: { unexpected: true } }],
  ['nullName', { name: null }],
] as const)('breaks the %s of one row and leaves the others', async (part, expected) => {
  const api = await startTestDemo();
  await api.control('faults.add', { action: 'profile-list', fault: { kind: 'malformedRow', row: 1, part } });
  const { data } = toJson(await send(api, 'profile-list', {})) as { data: { data: object[] } };
  expect(data.data[1]).toMatchObject(expected);
  expect(data.data[2]).toMatchObject({ profile_id: 3 });
});

test('answers a body of any size and any depth', async () => {
  const api = await startTestDemo();
  const huge = await clearWith(api, { kind: 'hugeBody', bytes: 5_000_000 });
  expect(huge.bytes.length).toBeGreaterThan(5_000_000);
  expect(toJson(huge).data).toEqual([1, 2]);
  const deep = await clearWith(api, { kind: 'deepBody', depth: 1000 });
  expect(deep.bytes.toString()).toContain('['.repeat(1000) + ']'.repeat(1000));
});

test('sends the right body slowly, zipped, after a byte order mark or with a bad byte', async () => {
  const api = await startTestDemo();
  const slow = await clearWith(api, { kind: 'slowBody', pieces: 4, pauseMilliseconds: 1 });
  expect(toJson(slow).data).toEqual([1, 2]);
  const zipped = await clearWith(api, { kind: 'gzip' });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(gunzipSync(zipped.bytes).toString()).data).toEqual([1, 2]);
  const marked = await clearWith(api, { kind: 'bom' });
  expect([...marked.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const bad = await clearWith(api, { kind: 'invalidUtf8' });
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bad.bytes)).toThrow(TypeError);
});

test('a delayed request acts after the delay', async () => {
  const api = await startTestDemo();
  expect(toJson(await clearWith(api, { kind: 'delay', milliseconds: 5 })).data).toEqual([1, 2]);
  const { requests } = await api.control('requests.list', {});
  expect((requests[0]?.finishedAt ?? 0) - (requests[0]?.startedAt ?? 0)).toBeGreaterThanOrEqual(4);
});

test('a hanging request ends when its fault is removed, when the client leaves and when the demo closes', async () => {
  const api = await startTestDemo();
  const { id } = await api.control('faults.add', { action: '*', fault: { kind: 'hang' } });
  const gone = new AbortController();
  const first = expect(send(api, 'group-list', {}, gone.signal)).rejects.toMatchObject({ code: 'ABORT_ERR' });
  const second = expect(send(api, 'tag-list', {})).rejects.toMatchObject({ code: 'ECONNRESET' });
  await waitForRequests(api, 2);
  gone.abort();
  await first;
  await api.control('faults.clear', { id });
  await second;
  await api.control('faults.add', { action: '*', fault: { kind: 'hang' } });
  const third = expect(send(api, 'group-list', {})).rejects.toMatchObject({ code: 'ECONNRESET' });
  await waitForRequests(api, 3);
  await api.close();
  await third;
});

test('a fault meets only the requests it is meant for: action, number, profiles', async () => {
  const api = await startTestDemo();
  const fault: DemoFault = { kind: 'error', code: 1004 };
  await api.control('faults.add', {
    action: 'profile-get-cookies',
    profileIds: [2],
    after: 1,
    times: 2,
    fault,
  });
  const codes: number[] = [];
  for (const profileId of [1, 2, 1, 2, 2, 2]) {
    codes.push((await callAction(api, 'profile-get-cookies', { profile_id: profileId })).body.error.code);
  }
  expect(codes).toEqual([0, 0, 0, 1004, 1004, 0]);
  expect((await callAction(api, 'profile-list', {})).body.error.code).toBe(0);
});

async function waitForRequests(api: DemoApi, count: number): Promise<void> {
  await expect.poll(async () => (await api.control('requests.list', {})).received).toBe(count);
}
