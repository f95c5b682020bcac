import { describe, expect, it } from 'vitest';
import { parseReply } from './parse-reply.ts';
import { toReplyView } from './reply-view.ts';

function view(reply: unknown, secrets?: readonly string[]) {
  return toReplyView(parseReply(typeof reply === 'string' ? reply : JSON.stringify(reply)), secrets);
}

function rows(reply: unknown, secrets?: readonly string[]) {
  return view(reply, secrets).json?.tree.rows ?? [];
}

describe('a text list is shown', () => {
  it('with five proxies, all counts, and neither passwords nor whole user names', () => {
    const lines = Array.from(
      { length: 8 },
      (_, index) => `192.0.2.${index + 1}:80:canary-user:canary-password`,
    );
    const shown = view(`${lines.join('\n')}\ncanary-user:canary-password`);
    expect(shown).toMatchObject({ proxyCount: 8, refusedCount: 1, verdict: 'ready_with_warnings' });
    expect(shown.proxies).toHaveLength(5);
    expect(shown.proxies[0]).toEqual({ host: '192.0.2.1', port: 80, user: 'ca••••', hasPassword: true });
    expect(shown.refused).toEqual([
      { line: 9, part: 1, reason: 'host', shape: 'aaaaaa-aaaa:aaaaaa-aaaaaaaa' },
    ]);
    expect(JSON.stringify(shown)).not.toContain('canary');
  });

  it('with at most 50 refused lines of at most 60 characters', () => {
    const shown = view(`192.0.2.1:80\n${`${'x'.repeat(90)}\n`.repeat(70)}`);
    expect([shown.refusedCount, shown.refused.length]).toEqual([70, 50]);
    expect(shown.refused[0]?.shape).toBe(`${'a'.repeat(60)}…`);
  });

  it('with questions whose samples hide the login', () => {
    const shown = view('192.0.2.1:80:gw.example:1234');
    expect(
      shown.question?.options.map(({ value, sample }) => [value, sample?.user, sample?.hasPassword]),
    ).toEqual([
      ['ip:port:username:password', 'gw••••', true],
      ['username:password:ip:port', '19••••', true],
    ]);
  });

  it('a page with a title without the key of the link', () => {
    expect(view('<html><title>Bad key canary99</title></html>', ['canary99']).page?.title).toBe(
      'Bad key ••••',
    );
  });
});

describe('a JSON reply is shown as a tree to click', () => {
  const reply = {
    code: 0,
    msg: 'ok for canary99',
    data: [
      {
        ip: '192.0.2.1',
        port: 80,
        user: 'canary-user',
        pass: 'canary-password',
        city: 'New York',
        x: 'canary-more',
      },
    ],
  };

  it('in reading order, with what a click maps', () => {
    const shown = rows(reply, ['canary99']).map(({ depth, label, kind, shown: text, mappingKey }) => [
      depth,
      label,
      kind,
      text,
      mappingKey,
    ]);
    expect(shown).toEqual([
      [0, '', 'object', null, null],
      [1, 'code', 'number', '0', 'code'],
      [1, 'msg', 'text', 'ok for ••••', 'msg'],
      [1, 'data', 'list', null, null],
      [2, '1', 'object', null, null],
      [3, 'ip', 'text', '192.0.2.1', 'ip'],
      [3, 'port', 'number', '80', 'port'],
      [3, 'user', 'text', 'ca••••', 'user'],
      [3, 'pass', 'text', '••••', 'pass'],
      [3, 'city', 'text', 'New York', 'city'],
      [3, 'x', 'text', 'ca••••', 'x'],
    ]);
  });

  it('a click deeper inside an item maps the path', () => {
    const shown = rows([{ auth: { login: 'a' }, ports: [80], more: [{ ip: '192.0.2.1' }] }]);
    expect(shown.map(({ label, mappingKey }) => [label, mappingKey])).toEqual([
      ['', null],
      ['1', null],
      ['auth', null],
      ['login', 'auth.login'],
      ['ports', null],
      ['1', null],
      ['more', null],
      ['1', null],
      ['ip', 'ip'],
    ]);
  });

  it('a click inside a single object maps the key as the proposal has it', () => {
    const shown = rows({ code: 0, data: { ip: '192.0.2.1', port: 80 } });
    expect(shown.map(({ mappingKey }) => mappingKey)).toEqual([null, 'code', null, 'ip', 'port']);
  });

  it.each([
    ['an address', 'a', '192.0.2.1', '192.0.2.1'],
    ['IPv6', 'a', '2001:db8::1', '2001:db8::1'],
    ['a host name', 'a', 'gw.example', 'gw.example'],
    ['an address with its port', 'a', '192.0.2.1:80', '192.0.2.1:80'],
    ['an address with a login', 'a', '192.0.2.1:80:u:canary', '19••••'],
    ['a port as text', 'a', '8080', '8080'],
    ['a time', 'expire_time', '2026-01-02 10:00:00', '2026-01-02 10:00:00'],
    ['a long token in a message', 'msg', `key ${'k'.repeat(16)} is wrong`, 'key •••• is wrong'],
    ['a short text of unknown meaning', 'a', 'secret', 'se••••'],
    ['a very short text of unknown meaning', 'a', 'pw', '••••'],
    ['a password', 'password', 'canary', '••••'],
    ['a numeric password', 'pwd', 123_456, '••••'],
    ['a token', 'access_token', 'gw.example', '••••'],
    ['a numeric user', 'user_id', 12_345_678, '12••••'],
    ['true', 'success', true, 'true'],
    ['null', 'a', null, 'null'],
    ['empty text', 'a', '', ''],
  ])('%s', (_what, key, value, shown) => {
    const row = rows({ [key]: value })[1];
    expect([row?.shown, row?.isMasked]).toEqual([shown, shown.includes('••••')]);
  });

  it('an understood login is hidden wherever it stands', () => {
    const item = { ip: '192.0.2.1', port: 80, password: '192.0.2.9' };
    expect(rows([{ ...item, copy: '192.0.2.9' }]).at(-1)?.shown).toBe('19••••');
  });

  it('three items of a list and 300 rows at most, and says that there is more', () => {
    const long = view(Array.from({ length: 10 }, () => ({ ip: '192.0.2.1', port: 80 }))).json?.tree;
    expect([long?.rows.length, long?.isCut]).toEqual([10, true]);
    const wide = view(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])))
      .json?.tree;
    expect([wide?.rows.length, wide?.isCut]).toEqual([300, true]);
    expect(view({ ip: '192.0.2.1', port: 80 }).json?.tree.isCut).toBe(false);
  });

  it('ids are unique', () => {
    const ids = rows(reply).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
