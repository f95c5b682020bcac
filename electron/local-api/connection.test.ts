import { afterEach, describe, expect, it } from 'vitest';
import type { ApiAddress, ConnectionState } from '../../shared/connection.ts';
import { succeed } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import { type DemoApi, startDemoApi } from '../demo/server.ts';
import { checkAddress } from './address.ts';
import { createLocalApiClient } from './client.ts';
import { createConnectionWatch } from './connection.ts';
import type { ApiOutcome, ListPage, ListReader } from './outcome.ts';
import { httpReply, startRawServer } from './raw-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function startDemo(profiles: number): Promise<DemoApi> {
  const demo = await startDemoApi({ profiles });
  closing.push(demo.close);
  return demo;
}

/** Time moves only by `now`; a pause ends when its signal aborts or the test releases it. */
function createHandClock() {
  const pauses: { readonly ms: number; readonly release: () => void }[] = [];
  const clock: Clock & { time: number } = {
    monotonic: () => clock.time,
    time: 1_000,
    now: () => clock.time,
    random: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve(), { once: true });
        pauses.push({ ms, release: resolve });
      }),
  };
  return { clock, pauses };
}

function watchAddress(address: ApiAddress) {
  const states: ConnectionState[] = [];
  const { clock, pauses } = createHandClock();
  const settings = { address };
  const client = createLocalApiClient({ getAddress: () => settings.address, limits: { readMs: 200 } });
  const watch = createConnectionWatch({
    client,
    getAddress: () => settings.address,
    checkAddress: (checked) => checkAddress(checked, null),
    onChange: (state) => states.push(state),
    clock,
  });
  return { watch, states, clock, pauses, settings };
}

/** A watch over scripted outcomes, the last of which repeats. */
function watchOutcomes(outcomes: ApiOutcome<ListPage>[]) {
  const states: ConnectionState[] = [];
  const { clock, pauses } = createHandClock();
  let next = 0;
  const client: ListReader = {
    async readPage(_action, _body, options) {
      options?.onSend?.();
      const outcome = outcomes[Math.min(next, outcomes.length - 1)];
      next += 1;
      if (outcome === undefined) throw new Error('No outcome is scripted.');
      return outcome;
    },
  };
  const address = { host: '127.0.0.1', port: 53_200 };
  const watch = createConnectionWatch({
    client,
    getAddress: () => address,
    checkAddress: async () => succeed(undefined),
    onChange: (state) => states.push(state),
    clock,
  });
  return { watch, states, clock, pauses };
}

const page = (total: number): ApiOutcome<ListPage> => ({ kind: 'ok', data: { total, rows: [] } });
const refused = (apiCode: number): ApiOutcome<ListPage> => ({
  kind: 'refused',
  apiCode,
  apiMessage: null,
  retryAfterMs: null,
});
const timedOut: ApiOutcome<ListPage> = { kind: 'unknown', reason: 'timed_out', detail: 'No reply.' };

describe('what a probe finds', () => {
  it('is connected, with the number of profiles', async () => {
    const demo = await startDemo(12);
    const { watch } = watchAddress({ host: '127.0.0.1', port: demo.port });
    expect(watch.getState().kind).toBe('checking');
    expect(await watch.check()).toMatchObject({ kind: 'connected', profileCount: 12, checkedAt: 1_000 });
  });

  it.each([
    ['signedOut', 'signed_out', 1002],
    ['versionTooLow', 'update_needed', 1005],
    ['noRights', 'no_rights', 1008],
  ] as const)('an account that is %s is %s', async (state, cause, apiCode) => {
    const demo = await startDemo(1);
    await demo.control('account.set', { state });
    const { watch } = watchAddress({ host: '127.0.0.1', port: demo.port });
    expect(await watch.check()).toMatchObject({ kind: 'disconnected', cause, apiCode });
  });

  it('a security refusal (1006) is no rights', async () => {
    expect(await watchOutcomes([refused(1006)]).watch.check()).toMatchObject({ cause: 'no_rights' });
  });

  it.each([
    ['an SSH server', '', 'SSH-2.0-OpenSSH_9.2\r\n', /SSH-2\.0/],
    ['a web server', '<!doctype html><title>Router</title>', '', /<!doctype html>/],
    ['a JSON service', '{"status":"up"}', '', /status/],
  ])('%s is another program', async (_name, body, banner, detail) => {
    const server = await startRawServer(
      (socket) => socket.write(httpReply(body)),
      (socket) => {
        if (banner !== '') socket.write(banner);
      },
    );
    closing.push(server.close);
    const { watch } = watchAddress({ host: '127.0.0.1', port: server.port });
    const state = await watch.check();
    expect(state).toMatchObject({ kind: 'disconnected', cause: 'other_program', apiCode: null });
    expect(state.kind === 'disconnected' && state.detail).toMatch(detail);
  });

  it('silence is not answering', async () => {
    const server = await startRawServer(() => {});
    closing.push(server.close);
    const { watch } = watchAddress({ host: '127.0.0.1', port: server.port });
    expect(await watch.check()).toMatchObject({ kind: 'disconnected', cause: 'not_answering' });
  });

  it('a closed port is not running, and never looks like a list without profiles', async () => {
    const demo = await startDemo(1);
    await demo.close();
    const { watch } = watchAddress({ host: '127.0.0.1', port: demo.port });
    const state = await watch.check();
    expect(state).toMatchObject({ kind: 'disconnected', cause: 'not_running', lastConnectedAt: null });
    expect(state).not.toHaveProperty('profileCount');
  });

  it.each(['192.0.2.1', 'no-such-host.invalid'])('%s is a bad address and gets no request', async (host) => {
    const { watch } = watchAddress({ host, port: 53_200 });
    expect(await watch.check()).toMatchObject({ kind: 'disconnected', cause: 'bad_address' });
  });
});

describe('what changes and what does not', () => {
  it('tells only visible changes', async () => {
    const { watch, states } = watchOutcomes([
      page(5),
      page(5),
      page(6),
      refused(1002),
      refused(1002),
      page(6),
    ]);
    for (let probe = 0; probe < 6; probe += 1) await watch.check();
    expect(states.map((state) => (state.kind === 'connected' ? state.profileCount : state.kind))).toEqual([
      5,
      6,
      'disconnected',
      6,
    ]);
  });

  it('keeps the state when the API is asked too fast or a probe finds no place', async () => {
    const cancelled: ApiOutcome<ListPage> = { kind: 'not_sent', reason: 'cancelled', detail: '' };
    const { watch, states } = watchOutcomes([page(5), refused(1010), cancelled]);
    for (let probe = 0; probe < 4; probe += 1) await watch.check();
    expect(states).toHaveLength(1);
    expect(watch.getState().kind).toBe('connected');
  });

  it('believes a time-out while connected only when it comes twice in a row', async () => {
    const { watch, clock } = watchOutcomes([page(5), timedOut, page(5), timedOut, timedOut]);
    const kinds: string[] = [];
    for (let probe = 0; probe < 5; probe += 1) {
      clock.time += 1_000;
      kinds.push((await watch.check()).kind);
    }
    expect(kinds).toEqual(['connected', 'connected', 'connected', 'connected', 'disconnected']);
    expect(watch.getState()).toMatchObject({ cause: 'not_answering', since: 5_000, lastConnectedAt: 4_000 });
  });

  it('believes a refused connection at once', async () => {
    const gone: ApiOutcome<ListPage> = { kind: 'not_sent', reason: 'connection_refused', detail: '' };
    const { watch } = watchOutcomes([page(5), gone]);
    await watch.check();
    expect(await watch.check()).toMatchObject({ kind: 'disconnected', cause: 'not_running' });
  });

  it('remembers the first of several failures', async () => {
    const { watch, clock } = watchOutcomes([refused(1002)]);
    await watch.check();
    clock.time = 9_000;
    expect(await watch.check()).toMatchObject({ since: 1_000 });
  });

  it('starts over when the address changes', async () => {
    const demo = await startDemo(3);
    const { watch, settings, states } = watchAddress({ host: '127.0.0.1', port: demo.port });
    await watch.check();
    const other = await startDemo(4);
    settings.address = { host: '127.0.0.1', port: other.port };
    expect(await watch.check()).toMatchObject({ kind: 'connected', profileCount: 4 });
    expect(states.map(({ kind }) => kind)).toEqual(['connected', 'checking', 'connected']);
  });

  it('drops a reply that comes from the address before', async () => {
    const demo = await startDemo(3);
    const { watch, settings } = watchAddress({ host: '127.0.0.1', port: demo.port });
    const late = watch.check();
    settings.address = { host: '192.0.2.1', port: 1 };
    await late;
    expect(watch.getState().kind).toBe('checking');
    expect(await watch.check()).toMatchObject({ cause: 'bad_address' });
  });
});

describe('probing by itself', () => {
  it('pauses 5 s while connected and 2 s while not, recovers by itself, and stops', async () => {
    const { watch, states, pauses } = watchOutcomes([page(5), refused(1002), page(5)]);
    // The first pause of each probe is the limit of its wait for a place, which sending ends.
    const betweenProbes = () => pauses.filter((_, index) => index % 2 === 1);
    watch.start();
    watch.start();
    await expect.poll(() => betweenProbes().length).toBe(1);
    betweenProbes()[0]?.release();
    await expect.poll(() => betweenProbes().length).toBe(2);
    betweenProbes()[1]?.release();
    await expect.poll(() => betweenProbes().length).toBe(3);
    watch.stop();
    expect(betweenProbes().map(({ ms }) => ms)).toEqual([5_000, 2_000, 5_000]);
    expect(states.map(({ kind }) => kind)).toEqual(['connected', 'disconnected', 'connected']);
  });
});
