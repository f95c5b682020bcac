import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { DemoFault } from '../../shared/demo-control.ts';
import { type DemoApi, startDemoApi } from '../demo/server.ts';
import { checkAddress } from '../local-api/address.ts';
import { createHttpSender } from '../local-api/client.ts';
import { createServiceCache, type ServiceRequestFacts } from './service-cache.ts';
import { openServiceHistory } from './service-history.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(options: { clearMs?: number; host?: string } = {}) {
  const demo: DemoApi = await startDemoApi({ profiles: 1 });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'service-cache-'));
  closing.push(demo.close, () => fs.rmSync(folder, { recursive: true, force: true }));
  const facts: ServiceRequestFacts[] = [];
  const history = openServiceHistory(folder);
  let port = demo.servicePort;
  const cache = createServiceCache({
    send: createHttpSender(() => null),
    getAddress: () => ({ host: options.host ?? '127.0.0.1', port }),
    isAddressFixed: false,
    checkAddress: (address) => checkAddress(address, null),
    history,
    onRequest: (fact) => facts.push(fact),
    deadlines: { clearMs: options.clearMs ?? 5_000, probeMs: options.clearMs ?? 5_000 },
  });
  const moveTo = (next: number) => {
    port = next;
  };
  const spoil = (fault: DemoFault, action = 'system-cache-clear') =>
    demo.control('faults.add', { action, fault, times: 1 });
  const readBodies = async () => {
    const { requests } = await demo.control('requests.list', { action: 'system-cache-clear' });
    return requests.map(({ body }) => body);
  };
  return { demo, cache, facts, history, moveTo, spoil, readBodies };
}

const one = { kind: 'service', name: 'etherforce' } as const;

it('names one service, or sends null for all of them', async () => {
  const { cache, readBodies, history } = await start();
  expect(await cache.clear(one)).toMatchObject({
    ok: true,
    value: { isKept: true, entry: { outcome: { kind: 'answered', reply: { status: 'success' } } } },
  });
  await cache.clear({ kind: 'all' });
  expect(await readBodies()).toEqual([{ serviceName: 'etherforce' }, { serviceName: null }]);
  expect(history.list().map(({ target }) => target.kind)).toEqual(['all', 'service']);
});

it('looks without clearing anything', async () => {
  const { demo, cache, readBodies, facts } = await start();
  expect(await cache.probe()).toEqual({ kind: 'ready', title: 'Demo service' });
  await demo.control('switches.set', { serviceDescription: 'withoutClear' });
  expect(await cache.probe()).toMatchObject({ kind: 'no_clear_call' });
  await demo.control('switches.set', { serviceDescription: 'missing' });
  expect(await cache.probe()).toEqual({ kind: 'no_description', status: 404 });
  expect(await readBodies()).toEqual([]);
  expect(facts.map(({ action }) => action)).toEqual(['service-probe', 'service-probe', 'service-probe']);
});

it.each([
  [{ kind: 'html' }, { kind: 'unreadable' }],
  [{ kind: 'malformedBody' }, { kind: 'unreadable' }],
  [{ kind: 'gzip' }, { kind: 'unreadable' }],
  [
    { kind: 'httpStatus', status: 503 },
    { kind: 'http_error', status: 503 },
  ],
  [
    { kind: 'redirect', location: 'http://127.0.0.1:1/' },
    { kind: 'http_error', status: 302 },
  ],
  [{ kind: 'resetAfter' }, { kind: 'unknown', reason: 'connection_lost' }],
  [{ kind: 'cutBody' }, { kind: 'unknown', reason: 'connection_lost' }],
] as const)('tells what %j means, and sends it once', async (fault, outcome) => {
  const { cache, spoil, readBodies } = await start();
  await spoil(fault);
  expect(await cache.clear(one)).toMatchObject({ ok: true, value: { entry: { outcome } } });
  expect(await readBodies()).toHaveLength(1);
});

it('does not know the outcome when no answer came in time, and takes no second call meanwhile', async () => {
  const { cache, spoil } = await start({ clearMs: 300 });
  await spoil({ kind: 'hang' });
  const first = cache.clear(one);
  expect(await cache.clear(one)).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  expect(await first).toMatchObject({
    value: { entry: { outcome: { kind: 'unknown', reason: 'timed_out' } } },
  });
  expect(await cache.clear(one)).toMatchObject({ value: { entry: { outcome: { kind: 'answered' } } } });
});

it('sends nothing where nothing listens, and nothing to another computer', async () => {
  const { cache, demo, moveTo } = await start();
  const other = await startDemoApi({ profiles: 0 });
  await other.close();
  moveTo(other.servicePort);
  expect(await cache.clear(one)).toMatchObject({ value: { entry: { outcome: { kind: 'not_sent' } } } });
  expect(await cache.probe()).toMatchObject({ kind: 'not_running' });
  moveTo(demo.servicePort);
  const remote = await start({ host: '192.0.2.10' });
  expect(await remote.cache.clear(one)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  expect(await remote.cache.probe()).toMatchObject({ kind: 'bad_address' });
  expect(remote.facts).toEqual([]);
});

it('turns a refused name into a message for its field', async () => {
  const { demo, cache } = await start();
  await demo.control('switches.set', { serviceNames: ['images'] });
  expect(await cache.clear(one)).toMatchObject({
    value: {
      entry: {
        outcome: {
          kind: 'invalid',
          problems: [{ field: 'serviceName', message: "Input should be one of 'images'" }],
        },
      },
    },
  });
});

it('keeps the calls that the console makes among the past ones, and names that are none out of it', async () => {
  const { cache, history } = await start();
  expect(await cache.sendRaw({ serviceName: ' etherforce ' })).toMatchObject({
    outcome: { kind: 'answered' },
  });
  await cache.sendRaw({});
  await cache.sendRaw({ serviceName: '' });
  expect(history.list().map(({ target }) => target)).toEqual([{ kind: 'all' }, one]);
  expect(history.list()[1]).toMatchObject({ outcome: { kind: 'answered', reply: { status: 'success' } } });
  expect(history.listNames()).toEqual(['etherforce']);
});
