import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { type DemoApi, startDemoApi } from '../demo/server.ts';
import { createLocalApiClient } from './client.ts';
import { readLoginFreeProxies } from './login-free-proxies.ts';
import { listProxies } from './proxies.ts';
import { listTrafficPackages } from './traffic-packages.ts';

const demos: DemoApi[] = [];
afterEach(async () => {
  await Promise.all(demos.splice(0).map((demo) => demo.close()));
});

const clock = { ...systemClock, sleep: async () => {} };

async function start() {
  const demo = await startDemoApi({ profiles: 40 });
  demos.push(demo);
  const client = createLocalApiClient({ getAddress: () => ({ host: '127.0.0.1', port: demo.port }) });
  return { demo, client };
}

it('reads every page of the proxies, each once and without a login', async () => {
  const { client } = await start();
  for (let number = 1; number <= 45; number += 1)
    await client.call('proxy-create', {
      proxy_type: 'http',
      proxy_ip: `198.51.100.${number}`,
      proxy_port: '8080',
    });
  const read = await listProxies(client, clock);
  if (!read.ok) throw new Error(read.error.message);
  const { rows, unreadable } = read.value;
  expect(rows).toHaveLength(105);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(unreadable).toBe(0);
  expect(rows.some(({ hasLogin }) => hasLogin)).toBe(true);
  expect(rows.some(({ hasLogin }) => !hasLogin)).toBe(true);
  expect(Object.keys(rows[0] ?? {}).filter((name) => /user|password/i.test(name))).toEqual([]);
  expect(rows.every(({ host, port, kind }) => host !== null && port !== null && kind !== null)).toBe(true);
});

it('reads what was bought and used of a traffic package as numbers', async () => {
  const { client } = await start();
  const read = await listTrafficPackages(client, clock);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.rows.length).toBeGreaterThan(0);
  for (const { limitMegabytes, usedMegabytes } of read.value.rows)
    expect([typeof limitMegabytes, typeof usedMegabytes]).toEqual(['number', 'number']);
});

it('counts a row that does not fit and keeps the others', async () => {
  const rows = [{ id: 1, proxy_type: 'http' }, { id: 'seven' }, null, { id: 2, proxy_ip: 'a:1:user:secret' }];
  const read = await listProxies(
    { readPage: async () => ({ kind: 'ok', data: { total: rows.length, rows } }) },
    clock,
  );
  expect(read).toMatchObject({
    ok: true,
    value: { unreadable: 2, rows: [{ id: 1 }, { id: 2, host: null }] },
  });
});

it('fails as a whole when the list cannot be read', async () => {
  const { demo, client } = await start();
  await demo.control('faults.add', {
    action: 'proxy-list',
    fault: { kind: 'error', code: 1008 },
    times: 3,
  });
  expect(await listProxies(client, clock)).toMatchObject({
    ok: false,
    error: { code: 'api_rejected', apiCode: 1008 },
  });
});

it('calls a proxy free of a login only when the list shows neither user nor password', async () => {
  const rows = [
    { id: 1, proxy_user: '', proxy_password: '' },
    { id: 2, proxy_user: '', proxy_has_login: true },
  ];
  const free = await readLoginFreeProxies({
    readPage: async () => ({ kind: 'ok', data: { total: rows.length, rows } }),
  });
  expect(free).toEqual({ ok: true, value: new Set([1]) });
  const { client } = await start();
  const listed = await listProxies(client, clock);
  const read = await readLoginFreeProxies(client);
  if (!listed.ok || !read.ok) throw new Error('The demo did not answer.');
  expect(read.value.size).toBeGreaterThan(0);
  expect(read.value.size).toBeLessThan(listed.value.rows.length);
});
