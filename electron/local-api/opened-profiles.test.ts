import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { type DemoApi, startDemoApi } from '../demo/server.ts';
import { createLocalApiClient } from './client.ts';
import { readOpenedProfiles } from './opened-profiles.ts';

const demos: DemoApi[] = [];
afterEach(async () => {
  await Promise.all(demos.splice(0).map((demo) => demo.close()));
});

async function start() {
  const demo = await startDemoApi({ profiles: 10 });
  demos.push(demo);
  const client = createLocalApiClient({ getAddress: () => ({ host: '127.0.0.1', port: demo.port }) });
  const read = () => readOpenedProfiles(client, { ...systemClock, sleep: async () => {}, now: () => 123 });
  return { demo, read };
}

it('gives the union of both lists: who opened what, and what the API may close', async () => {
  const { demo, read } = await start();
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'open', profileIds: [7], user: 'anna@example.com' },
      { kind: 'open', profileIds: [3], throughApi: true },
    ],
  });
  const opened = await read();
  expect(opened).toMatchObject({
    ok: true,
    value: {
      asOf: 123,
      profiles: [
        { profileId: 3, canClose: true },
        { profileId: 7, canClose: false, openedBy: 'anna@example.com' },
      ],
    },
  });
});

it('says that nothing is open', async () => {
  const { read } = await start();
  expect(await read()).toEqual({ ok: true, value: { profiles: [], asOf: 123 } });
});

it.each(['profile-opened-list', 'native-client-profile-opened-list'])(
  'fails as a whole when %s cannot be read, so that nothing open is shown as closed',
  async (action) => {
    const { demo, read } = await start();
    await demo.control('faults.add', { action, fault: { kind: 'wrongType' } });
    expect(await read()).toMatchObject({ ok: false, error: { code: 'unexpected_response' } });
  },
);

it('gets over a passing fault of one list', async () => {
  const { demo, read } = await start();
  await demo.control('faults.add', { action: 'profile-opened-list', fault: { kind: 'cutBody' }, times: 2 });
  expect(await read()).toMatchObject({ ok: true });
});
