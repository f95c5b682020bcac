import { expect, it } from 'vitest';
import { createGateways } from './gateways.ts';
import type { ApiOutcome, LocalApiClient } from './outcome.ts';

const lines = [
  { id: '1', name: 'Line 1' },
  { id: '2', name: 'Line 2' },
];

/** A client that lists two lines, and tells its observer of every switch, as the real one does. */
function start() {
  let next: ApiOutcome<unknown> = { kind: 'ok', data: null };
  const client = {
    async call(action: string, body: object) {
      if (action === 'gateway-list') return { kind: 'ok', data: lines };
      gateways.note({ action: 'gateway-switch', body, outcome: next.kind });
      return next;
    },
  } as unknown as LocalApiClient;
  const gateways = createGateways(client);
  const readInUse = async () => {
    const list = await gateways.list();
    return list.ok ? (list.value.switchedTo?.id ?? null) : 'unread';
  };
  const answer = (outcome: ApiOutcome<unknown>) => {
    next = outcome;
  };
  return { gateways, readInUse, answer };
}

it('knows the line that was switched to, from wherever it was switched', async () => {
  const { gateways, readInUse } = start();
  expect(await readInUse()).toBeNull();
  await gateways.switchTo('1');
  expect(await readInUse()).toBe('1');
  gateways.note({ action: 'gateway-switch', body: { id: '2' }, outcome: 'ok' });
  expect(await readInUse()).toBe('2');
});

it('keeps what it knows after a refusal, and knows nothing after a lost reply', async () => {
  const { gateways, readInUse, answer } = start();
  await gateways.switchTo('1');
  answer({ kind: 'refused', apiCode: 1000, apiMessage: null, retryAfterMs: null });
  expect((await gateways.switchTo('2')).ok).toBe(false);
  gateways.note({ action: 'gateway-list', body: {}, outcome: 'unknown' });
  expect(await readInUse()).toBe('1');
  answer({ kind: 'unknown', reason: 'connection_lost', detail: '' });
  await gateways.switchTo('2');
  expect(await readInUse()).toBeNull();
});
