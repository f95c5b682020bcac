import { expect, test } from 'vitest';
import type { WindowArrangement } from '../../shared/arrange.ts';
import { startTestDemo } from '../demo/demo-fixture.ts';
import { arrangeWindows } from './arrange-windows.ts';
import { createLocalApiClient } from './client.ts';

const place = { startX: 1, startY: 2, width: 300, height: 400 } as const;
const arrangements: readonly (readonly [string, WindowArrangement, object])[] = [
  [
    'fitted side by side',
    { screen: 1, layout: { kind: 'fitted', pattern: 'grid' } },
    { screen: 1, layout: 1, adaptive: 1 },
  ],
  [
    'fitted overlapping',
    { screen: 0, layout: { kind: 'fitted', pattern: 'overlap' } },
    { screen: 0, layout: 2, adaptive: 1 },
  ],
  [
    'a grid of its own',
    { screen: 0, layout: { kind: 'grid', ...place, gapX: 5, gapY: 6, perLine: 4 } },
    {
      screen: 0,
      layout: 1,
      adaptive: 0,
      starting_position_x: 1,
      starting_position_y: 2,
      profile_size_width: 300,
      profile_size_hight: 400,
      profile_spacing_horizontal: 5,
      profile_spacing_vertical: 6,
      per_line_number_of_profiles: 4,
    },
  ],
  [
    'overlapping with offsets of its own',
    { screen: 0, layout: { kind: 'overlap', ...place, offsetX: 7, offsetY: 8 } },
    {
      screen: 0,
      layout: 2,
      adaptive: 0,
      starting_position_x: 1,
      starting_position_y: 2,
      profile_size_width: 300,
      profile_size_hight: 400,
      profile_deviaton_x: 7,
      profile_deviaton_y: 8,
    },
  ],
];

async function startClient() {
  const demo = await startTestDemo({});
  return {
    demo,
    client: createLocalApiClient({ getAddress: () => ({ host: '127.0.0.1', port: demo.port }) }),
  };
}

test.each(arrangements)('%s is sent under the names of the API', async (_name, arrangement, body) => {
  const { demo, client } = await startClient();
  expect(await arrangeWindows(client, arrangement)).toEqual({ ok: true, value: {} });
  const { requests } = await demo.control('requests.list', { action: 'profile-opened-list-arrange-tile' });
  expect(requests.map((request) => request.body)).toEqual([body]);
});

test('a refusal and a lost reply are told apart', async () => {
  const { demo, client } = await startClient();
  const arrange = () => arrangeWindows(client, { screen: 0, layout: { kind: 'fitted', pattern: 'grid' } });
  const action = 'profile-opened-list-arrange-tile';
  await demo.control('faults.add', { action, fault: { kind: 'error', code: 1008 }, times: 1 });
  expect(await arrange()).toMatchObject({ ok: false, error: { code: 'api_rejected', apiCode: 1008 } });
  await demo.control('faults.add', { action, fault: { kind: 'resetAfter' }, times: 1 });
  expect(await arrange()).toMatchObject({ ok: false, error: { code: 'outcome_unknown' } });
});
