import { expect, test } from 'vitest';
import type { ConsoleCall } from '../../shared/console/console-call.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import type { RawExchange, RawSender } from '../local-api/outcome.ts';
import { createConsole } from './console.ts';

type Exchange = RawExchange<unknown>;

function toReply(body: unknown, status = 200): Exchange['reply'] {
  return {
    status,
    contentEncoding: undefined,
    retryAfter: undefined,
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

const success: Exchange = {
  outcome: { kind: 'ok', data: [1] },
  reply: toReply({ error: { code: 0 }, data: [1] }),
  durationMs: 3,
};

/** A sender that notes what it was given and answers with the exchanges in turn. */
function fakeSender(...exchanges: readonly (Exchange | Promise<Exchange>)[]) {
  const sent: [ActionId, object][] = [];
  const sender: RawSender = {
    sendRaw: async (action, body, options) => {
      sent.push([action, body]);
      options?.onSend?.();
      return (await exchanges[sent.length - 1]) ?? success;
    },
  };
  const panelConsole = createConsole(sender, { sendRaw: async () => null });
  return { sent, panelConsole };
}

const call = (
  action: ActionId,
  body: Record<string, unknown>,
  more: Partial<ConsoleCall> = {},
): ConsoleCall => ({
  callId: 'c1',
  action,
  body,
  allowChanges: true,
  allowUnknownFields: false,
  isConfirmed: true,
  typedText: null,
  ...more,
});

test('what may not be sent is refused before anything is sent', async () => {
  const { sent, panelConsole } = fakeSender();
  const refusals: [ConsoleCall, string][] = [
    [call('profile-copy', { profile_id: 1 }, { allowChanges: false }), 'wrong_state'],
    [call('profile-delete', { profile_id: 1 }, { typedText: '1', isConfirmed: false }), 'wrong_state'],
    [call('profile-delete', { profile_id: 1 }, { typedText: '2' }), 'wrong_state'],
    [call('profile-delete', { profile_id: 1 }), 'wrong_state'],
    [call('profile-copy', { profile_id: 'x' }), 'invalid_input'],
    [call('profile-list', { more: 1 }), 'invalid_input'],
    [call('profile-update-cookies', { profile_id: 1, cookie: '<COOKIES>' }), 'invalid_input'],
    [call('no-such-action' as ActionId, {}), 'invalid_input'],
    [call('system-cache-clear', { serviceName: 'x' }), 'invalid_input'],
  ];
  for (const [given, code] of refusals)
    expect(await panelConsole.send(given)).toMatchObject({ ok: false, error: { code } });
  expect(sent).toEqual([]);
});

test('a read goes out in read-only mode, an unknown field after a choice, a deletion after its number', async () => {
  const { sent, panelConsole } = fakeSender();
  await panelConsole.send(call('profile-list', {}, { allowChanges: false, isConfirmed: false }));
  await panelConsole.send(call('profile-list', { more: 1 }, { allowUnknownFields: true }));
  await panelConsole.send(call('profile-delete', { profile_id: 1 }, { typedText: '1' }));
  expect(sent).toEqual([
    ['profile-list', {}],
    ['profile-list', { more: 1 }],
    ['profile-delete', { profile_id: 1 }],
  ]);
});

test('the reply comes whole, without its secrets, with what does not fit the contract', async () => {
  const rows = { total: 1, data: [{ profile_id: 1, password: 'geheim', extra: true }] };
  const { panelConsole } = fakeSender(
    { ...success, outcome: { kind: 'ok', data: rows }, reply: toReply({ error: { code: 0 }, data: rows }) },
    { ...success, outcome: { kind: 'ok', data: 'x' }, reply: toReply({ error: { code: 0 }, data: 'x' }) },
  );
  expect(await panelConsole.send(call('profile-list', {}))).toEqual({
    ok: true,
    value: {
      kind: 'ok',
      httpStatus: 200,
      durationMs: 3,
      content: {
        kind: 'json',
        value: {
          error: { code: 0 },
          data: { total: 1, data: [{ profile_id: 1, password: '<ACCOUNT_PASSWORD>', extra: true }] },
        },
      },
      error: null,
      apiMessage: null,
      misfit: null,
    },
  });
  expect(await panelConsole.send(call('profile-clear-cache', { profile_id: [1] }))).toMatchObject({
    value: { kind: 'ok', misfit: 'data' },
  });
});

test('a refusal carries its code and words, another program its text, a lost change its doubt', async () => {
  const refused = {
    kind: 'refused',
    apiCode: 2007,
    apiMessage: 'no password=geheim',
    retryAfterMs: null,
  } as const;
  const { panelConsole } = fakeSender(
    { outcome: refused, reply: toReply({ error: { code: 2007 }, data: [] }, 404), durationMs: 1 },
    {
      outcome: { kind: 'unknown', reason: 'unreadable_reply', detail: 'HTTP 200.' },
      reply: toReply('<html> token=geheim </html>'),
      durationMs: 1,
    },
    { outcome: { kind: 'unknown', reason: 'connection_lost', detail: 'cut' }, reply: null, durationMs: 1 },
  );
  const first = await panelConsole.send(call('profile-copy', { profile_id: 1 }));
  expect(first).toMatchObject({
    value: { kind: 'refused', httpStatus: 404, error: { code: 'api_rejected', apiCode: 2007 } },
  });
  const second = await panelConsole.send(call('group-list', {}));
  expect(second).toMatchObject({
    value: { kind: 'unknown', error: { code: 'unexpected_response' }, content: { kind: 'text' } },
  });
  expect(JSON.stringify([first, second])).not.toContain('geheim');
  expect(await panelConsole.send(call('group-create', { title: 'x', sort: 0 }))).toMatchObject({
    value: { kind: 'unknown', httpStatus: null, content: null, error: { code: 'outcome_unknown' } },
  });
});

test('the waiting of a read ends at once, that of a change that was sent does not', async () => {
  const reply = Promise.withResolvers<Exchange>();
  const { panelConsole } = fakeSender(reply.promise, reply.promise);
  const read = panelConsole.send(call('tag-list', {}));
  expect(panelConsole.stopWaiting('c1')).toBe(true);
  expect(await read).toMatchObject({ value: { kind: 'stopped', error: null } });
  expect(panelConsole.stopWaiting('c1')).toBe(false);

  const change = panelConsole.send(call('tag-create', { title: 'x' }));
  expect(panelConsole.stopWaiting('c1')).toBe(false);
  reply.resolve(success);
  expect(await change).toMatchObject({ value: { kind: 'ok' } });
});
