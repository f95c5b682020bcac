import { expect, test } from 'vitest';
import { demoCommands } from '../../shared/demo-control.ts';
import { defaultDemoSwitches, demoSwitches } from '../../shared/demo-switches.ts';
import { callAction } from './call-action.ts';
import { startTestDemo } from './demo-fixture.ts';
import { type DemoApi, startDemoApi } from './server.ts';

async function callControl(
  baseUrl: string,
  command: string,
  body: string,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${baseUrl}/demo/${command}`, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}

async function startHanging(api: DemoApi, count: number): Promise<Promise<number>[]> {
  await api.control('faults.add', {
    action: 'tag-list',
    times: count,
    fault: { kind: 'delay', milliseconds: 60_000 },
  });
  const calls = Array.from({ length: count }, async () => {
    const reply = await callAction(api, 'tag-list', {}).catch(() => null);
    return reply?.body.error.code ?? -1;
  });
  await expect
    .poll(async () => (await api.control('requests.list', { action: 'tag-list' })).requests.length)
    .toBe(count);
  return calls;
}

test('a fourth request at the same time is refused with 1010 in the envelope of its action', async () => {
  const api = await startTestDemo();
  const hanging = await startHanging(api, 3);
  const reply = await callAction(api, 'profile-list', {});
  expect(reply.body).toMatchObject({ error: { code: 1010 }, data: [] });
  expect((await api.control('requests.list', {})).maxConcurrent).toBe(4);
  await api.control('faults.clear', {});
  expect(await Promise.all(hanging)).toEqual([-1, -1, -1]);
  expect((await callAction(api, 'profile-list', {})).body.error.code).toBe(0);
});

test('a fourth request waits for its turn where requests queue', async () => {
  const api = await startTestDemo({ switches: { tooManyRequests: 'queue' } });
  const hanging = await startHanging(api, 3);
  const fourth = callAction(api, 'profile-list', {});
  await expect
    .poll(async () => (await api.control('requests.list', { action: 'profile-list' })).requests.length)
    .toBe(1);
  expect((await api.control('requests.list', { action: 'profile-list' })).requests[0]?.outcome).toBeNull();
  await api.control('faults.clear', {});
  await Promise.all(hanging);
  expect((await fourth).body.error.code).toBe(0);
});

test('a client that leaves while it waits does not keep its place', async () => {
  const api = await startTestDemo({ switches: { tooManyRequests: 'queue' } });
  const hanging = await startHanging(api, 3);
  await api.control('faults.add', { action: 'group-list', times: 1, fault: { kind: 'resetAfter' } });
  const leaving = new AbortController();
  const left = fetch(`${api.baseUrl}/api/v2/group-list`, {
    method: 'POST',
    body: '{}',
    signal: leaving.signal,
  });
  await expect
    .poll(async () => (await api.control('requests.list', { action: 'group-list' })).requests.length)
    .toBe(1);
  leaving.abort();
  await expect(left).rejects.toThrow();
  await expect
    .poll(async () => (await api.control('requests.list', { action: 'group-list' })).requests[0]?.outcome)
    .toBe('aborted');
  await api.control('faults.clear', {});
  await Promise.all(hanging);
  await api.control('switches.set', { tooManyRequests: 'reject' });
  const replies = await Promise.all([1, 2, 3].map(() => callAction(api, 'profile-list', {})));
  expect(replies.map((reply) => reply.body.error.code)).toEqual([0, 0, 0]);
});

test('three clients that never pause are never refused', async () => {
  const api = await startTestDemo();
  const client = async () => {
    for (let page = 1; page <= 40; page += 1) {
      const reply = await callAction(api, 'profile-list', { page, limit: 1 });
      expect(reply.body.error.code).toBe(0);
    }
  };
  await Promise.all([client(), client(), client()]);
  expect((await api.control('requests.list', {})).maxConcurrent).toBeLessThanOrEqual(3);
});

test('requests of one second can be limited', async () => {
  const api = await startTestDemo({ switches: { maxPerSecond: 2 } });
  const codes: number[] = [];
  for (let index = 0; index < 3; index += 1)
    codes.push((await callAction(api, 'tag-list', {})).body.error.code);
  expect(codes).toEqual([0, 0, 1010]);
});

test('the journal tells what was asked, in order, and leaves control calls out', async () => {
  const api = await startTestDemo();
  await callAction(api, 'profile-get-cookies', { profile_id: 1 });
  await callAction(api, 'profile-get-cookies', { profile_id: 99_999 });
  await callAction(api, 'system-cache-clear', { serviceName: 'x' });
  const { requests, received } = await api.control('requests.list', {});
  expect(received).toBe(3);
  expect(requests).toMatchObject([
    { seq: 1, action: 'profile-get-cookies', body: { profile_id: 1 }, outcome: 'ok', concurrent: 1 },
    { seq: 2, outcome: 'code 2007' },
    { seq: 3, action: 'system-cache-clear', outcome: 'ok' },
  ]);
  expect((await api.control('requests.list', { sinceSeq: 2 })).requests).toHaveLength(1);
  await api.control('requests.clear', {});
  expect((await api.control('requests.list', {})).requests).toEqual([]);
});

test('control calls over HTTP answer on both ports and explain what is wrong with them', async () => {
  const api = await startTestDemo();
  for (const baseUrl of [api.baseUrl, api.serviceUrl]) {
    const reply = await callControl(baseUrl, 'state.get', '{"profileIds":[1]}');
    expect(reply.status).toBe(200);
    demoCommands['state.get'].response.parse(reply.body);
  }
  expect(await callControl(api.baseUrl, 'no.such', '{}')).toEqual({
    status: 400,
    body: { message: 'There is no command "no.such".' },
  });
  const bad = await callControl(api.baseUrl, 'switches.set', '{"badIdInBatch":"maybe"}');
  expect(bad.status).toBe(400);
  expect(bad.body).toMatchObject({ message: expect.stringContaining('badIdInBatch') });
  expect((await callControl(api.baseUrl, 'state.get', 'not JSON')).status).toBe(400);
});

test('a paused demo refuses connections and comes back with its data', async () => {
  const api = await startTestDemo();
  const created = await callAction(api, 'profile-create', { name: 'kept' });
  expect((await callControl(api.baseUrl, 'server.pause', '{}')).status).toBe(200);
  await expect
    .poll(() =>
      callAction(api, 'profile-list', {}).then(
        () => 'answered',
        (error: Error) => String(error.cause),
      ),
    )
    .toContain('ECONNREFUSED');
  await callControl(api.serviceUrl, 'server.resume', '{}');
  const listed = await callAction(api, 'profile-list', { profile_id: created.body.data });
  expect(listed.body.data).toMatchObject({ total: 1 });
});

test('a pause with a length ends by itself', async () => {
  const api = await startTestDemo();
  await api.control('server.pause', { milliseconds: 20 });
  await expect
    .poll(() =>
      callAction(api, 'profile-list', {}).then(
        (reply) => reply.body.error.code,
        () => 'refused',
      ),
    )
    .toBe(0);
});

test('other paths, other methods and broken JSON are answered like any web server does', async () => {
  const api = await startTestDemo();
  expect((await fetch(`${api.baseUrl}/api/v2/no-such-action`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${api.baseUrl}/api/v2/profile-list`)).status).toBe(404);
  const broken = await fetch(`${api.baseUrl}/api/v2/profile-list`, { method: 'POST', body: '{"page":' });
  expect(await broken.json()).toMatchObject({ error: { code: 1001 } });
  const service = await fetch(`${api.serviceUrl}/api/system/cache/clear`, { method: 'POST', body: '{' });
  expect([service.status, await service.json()]).toMatchObject([422, { detail: [{ type: 'json_invalid' }] }]);
  expect(await (await fetch(`${api.serviceUrl}/api/v2/profile-list`, { method: 'POST' })).json()).toEqual({
    detail: 'Not Found',
  });
});

test('error texts can be in Chinese or missing', async () => {
  const api = await startTestDemo({ switches: { messages: 'chinese' } });
  const fail = async () => (await callAction(api, 'profile-get-cookies', { profile_id: 99_999 })).body.error;
  expect((await fail()).message).toMatch(/\p{Script=Han}/u);
  await api.control('switches.set', { messages: 'absent' });
  expect(await fail()).not.toHaveProperty('message');
});

test('the defaults name every switch', () => {
  expect(demoSwitches.strict().parse(defaultDemoSwitches)).toEqual(defaultDemoSwitches);
});

test('a number of profiles out of range is refused and an occupied port told', async () => {
  await expect(startDemoApi({ profiles: 100_001 })).rejects.toThrow(RangeError);
  const api = await startTestDemo();
  await expect(startDemoApi({ servicePort: api.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
