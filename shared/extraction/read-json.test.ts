import { describe, expect, it } from 'vitest';
import type { JsonMapping } from './json-mapping.ts';
import { parseReply } from './parse-reply.ts';
import type { RefusalReason, ReplyProblem } from './reply-reading.ts';

const item = { ip: '192.0.2.1', port: 8080 };

function read(value: unknown, choices: { mapping?: JsonMapping; list?: string } = {}) {
  const reading = parseReply(JSON.stringify(value), {
    textFormat: null,
    mapping: choices.mapping ?? null,
    list: choices.list ?? null,
  });
  const shown = reading.proxies.map(({ host, port, user, password }) =>
    [host, port, user, password].join(' ').trim(),
  );
  return { ...reading, shown };
}

function toMapping(ip: string, port: string, username = '', password = ''): JsonMapping {
  return { ip, port, username, password };
}

describe('the list is found and its keys are proposed', () => {
  it.each<[string, unknown, string, JsonMapping]>([
    ['a list alone', [item], '[]', toMapping('ip', 'port')],
    ['a list in data', { code: 0, data: [item] }, 'data[]', toMapping('ip', 'port')],
    ['a single object', { ip: '192.0.2.1', port: '8080' }, '', toMapping('ip', 'port')],
    ['a single object in data', { code: 0, data: item }, 'data', toMapping('ip', 'port')],
    ['success code 200', { code: 200, success: true, data: [item] }, 'data[]', toMapping('ip', 'port')],
    ['success code as a word', { code: 'SUCCESS', data: [item] }, 'data[]', toMapping('ip', 'port')],
    [
      'a code that looks like an error',
      { code: 1, msg: 'error', data: [item] },
      'data[]',
      toMapping('ip', 'port'),
    ],
    [
      'the words of a failure beside proxies',
      { msg: 'whitelist', data: [item] },
      'data[]',
      toMapping('ip', 'port'),
    ],
    ['port as text', [{ ip: '192.0.2.1', port: '8080' }], '[]', toMapping('ip', 'port')],
    ['other names', [{ host: 'gw.example', proxy_port: 80 }], '[]', toMapping('host', 'proxy_port')],
    ['capitals', [{ IP: '192.0.2.1', Port: 80 }], '[]', toMapping('IP', 'Port')],
    ['underscores', [{ proxy_ip: '192.0.2.1', server_port: 80 }], '[]', toMapping('proxy_ip', 'server_port')],
    ['an unknown name for the address', [{ a: '192.0.2.1', port: 80 }], '[]', toMapping('a', 'port')],
    ['IPv6', [{ ip: '2001:db8::1', port: 80 }], '[]', toMapping('ip', 'port')],
    ['the exit beside the address', [{ ...item, realIp: '198.51.100.9' }], '[]', toMapping('ip', 'port')],
    [
      'the exit under another name',
      [{ server: 'gw.example', out_ip: '198.51.100.9', port: 80 }],
      '[]',
      toMapping('server', 'port'),
    ],
    ['numbers that are no port', [{ ...item, ttl: 300, id: 7, export: 5 }], '[]', toMapping('ip', 'port')],
    ['the address twice', [{ ...item, host: '192.0.2.1' }], '[]', toMapping('ip', 'port')],
    [
      'the address together with its port',
      [{ ...item, ip_port: '192.0.2.1:8080' }],
      '[]',
      toMapping('ip', 'port'),
    ],
    [
      'a login',
      [{ ...item, username: 'a', password: 'b' }],
      '[]',
      toMapping('ip', 'port', 'username', 'password'),
    ],
    [
      'a login with other names',
      [{ ...item, user: 'a', pass: 'b' }],
      '[]',
      toMapping('ip', 'port', 'user', 'pass'),
    ],
    [
      'a login with a third pair of names',
      [{ ...item, authUser: 'a', auth_pass: 'b' }],
      '[]',
      toMapping('ip', 'port', 'authUser', 'auth_pass'),
    ],
    ['a login that is null', [{ ...item, username: null, password: null }], '[]', toMapping('ip', 'port')],
    ['the caller beside the list', { ip: '198.51.100.9', data: [item] }, 'data[]', toMapping('ip', 'port')],
    ['a list of words beside it', { tags: ['a', 'b'], data: [item] }, 'data[]', toMapping('ip', 'port')],
    [
      'the key __proto__ beside it',
      JSON.parse('{"__proto__":{"ip":1},"data":[{"ip":"192.0.2.1","port":80}]}'),
      'data[]',
      toMapping('ip', 'port'),
    ],
  ])('%s', (_what, value, list, mapping) => {
    const reading = read(value);
    expect(reading).toMatchObject({
      kind: 'json',
      problem: null,
      question: null,
      failure: null,
      refused: [],
    });
    expect(reading.json).toMatchObject({ list, mapping });
    expect(reading.proxies).toHaveLength(1);
    expect(reading.warnings.filter((warning) => warning !== 'ipv6')).toEqual([]);
  });

  it('keeps logins as they are, because the keys part them', () => {
    const reading = read([
      { ...item, username: 'a:b@c', password: 'p:w @x' },
      { ...item, username: 5, password: 7 },
    ]);
    expect(reading.shown).toEqual(['192.0.2.1 8080 a:b@c p:w @x', '192.0.2.1 8080 5 7']);
  });

  it('JSON is judged by content: blanks and a byte order mark before it do not matter', () => {
    expect(parseReply('\ufeff \r\n{"data":[{"ip":"192.0.2.1","port":80}]}').verdict).toBe('ready');
  });
});

describe('nesting is allowed and pointed out', () => {
  it('a list two levels deep', () => {
    const reading = read({ data: { list: [item] } });
    expect(reading).toMatchObject({ verdict: 'ready_with_warnings', warnings: ['nested_list'] });
    expect(reading.json?.list).toBe('data.list[]');
  });

  it('keys one level deeper', () => {
    const reading = read([{ proxy: item, auth: { user: 'a', password: 'b' } }]);
    expect(reading.warnings).toEqual(['nested_mapping']);
    expect(reading.json?.mapping).toEqual(toMapping('proxy.ip', 'proxy.port', 'auth.user', 'auth.password'));
    expect(reading.shown).toEqual(['192.0.2.1 8080 a b']);
  });

  it('a key that holds a dot is one key', () => {
    const reading = read([{ 'a.ip': '192.0.2.1', 'a.port': 80 }]);
    expect(reading).toMatchObject({ verdict: 'ready', warnings: [] });
    expect(reading.shown).toEqual(['192.0.2.1 80']);
  });

  it('a list in every item of a list', () => {
    const reading = read({
      data: [
        { country: 'US', proxies: [item] },
        { country: 'DE', proxies: [{ ...item, port: 81 }] },
      ],
    });
    expect(reading.json).toMatchObject({ list: 'data[].proxies[]', items: 2 });
    expect(reading.proxies).toHaveLength(2);
  });

  it('ten levels', () => {
    const reading = parseReply(`${'{"a":'.repeat(10)}{"ip":"192.0.2.1","port":80}${'}'.repeat(10)}`);
    expect(reading.proxies).toHaveLength(1);
    expect(reading.json?.list).toBe('a.a.a.a.a.a.a.a.a.a');
  });

  it('what stands deeper than 24 levels is not looked at, and that is said', () => {
    const deep = parseReply(`${'{"a":'.repeat(30)}{"ip":"192.0.2.1","port":80}${'}'.repeat(30)}`);
    expect(deep).toMatchObject({ verdict: 'unusable', problem: 'json_no_proxies', warnings: ['too_deep'] });
  });
});

describe('items that are refused say why', () => {
  it.each<[string, unknown, RefusalReason]>([
    ['port 0', { ip: '192.0.2.9', port: 0 }, 'port'],
    ['port 65536', { ip: '192.0.2.9', port: 65_536 }, 'port'],
    ['port 65536 as text', { ip: '192.0.2.9', port: '65536' }, 'port'],
    ['half a port', { ip: '192.0.2.9', port: 80.5 }, 'port'],
    ['a port that is true', { ip: '192.0.2.9', port: true }, 'port'],
    ['no port', { ip: '192.0.2.9' }, 'missing_port'],
    ['a port that is null', { ip: '192.0.2.9', port: null }, 'missing_port'],
    ['no host', { port: 80 }, 'missing_host'],
    ['an empty host', { ip: '', port: 80 }, 'missing_host'],
    ['a host that is none', { ip: 'none', port: 80 }, 'host'],
    ['a host that is a number', { ip: 3_221_225_985, port: 80 }, 'host'],
    ['a host with its port', { ip: '192.0.2.9:80', port: 80 }, 'host'],
    ['a list as an item', ['192.0.2.9', 80], 'not_an_object'],
    ['null as an item', null, 'not_an_object'],
    ['a login that is an object', { ip: '192.0.2.9', port: 80, username: {} }, 'login_type'],
  ])('%s', (_what, bad, reason) => {
    const good = { ...item, username: 'anna', password: 'pw' };
    const reading = read({ data: [good, bad, good] });
    expect(reading.proxies).toHaveLength(2);
    expect(reading.refused).toEqual([{ line: 2, part: 1, reason, text: '' }]);
  });
});

describe('JSON that cannot be used says what to change', () => {
  it.each<[string, string, ReplyProblem]>([
    ['an empty object', '{}', 'json_no_proxies'],
    ['an empty list', '[]', 'json_no_proxies'],
    ['success without proxies', '{"code":0,"msg":"success","data":[]}', 'json_no_proxies'],
    ['data that is null', '{"code":0,"data":null}', 'json_no_proxies'],
    ['hosts without ports', '[{"ip":"192.0.2.1"}]', 'json_no_proxies'],
    ['hosts and ports in different items', '[{"ip":"192.0.2.1"},{"port":80}]', 'json_no_proxies'],
    ['ports without hosts', '[{"port":80}]', 'json_no_proxies'],
    ['a text', '"hello"', 'json_no_proxies'],
    ['addresses in one text', '{"data":["192.0.2.1:80","192.0.2.2:81"]}', 'json_addresses_in_text'],
    [
      'an address and its port in one key',
      '{"data":[{"server":"192.0.2.1:80","proxy_ip":"198.51.100.1"}]}',
      'json_addresses_in_text',
    ],
    ['a text list in a key', '{"code":0,"data":"192.0.2.1:80\\r\\n192.0.2.2:81"}', 'json_addresses_in_text'],
    ['a text list as a JSON text', '"192.0.2.1:80"', 'json_addresses_in_text'],
    ['lists of lists', '[["192.0.2.1",80],["192.0.2.2","81"]]', 'json_rows_without_keys'],
    ['lists of lists in data', '{"data":[["192.0.2.1",80,"anna","pw"]]}', 'json_rows_without_keys'],
    ['a value a line', '{"ip":"192.0.2.1","port":80}\n{"ip":"192.0.2.2","port":81}', 'json_lines'],
    ['a cut reply', '{"data":[{"ip":"192.0.2.1","po', 'json_invalid'],
    ['single quotes', "{'ip':'192.0.2.1','port':80}", 'json_invalid'],
    ['a comma too many', '[{"ip":"192.0.2.1","port":80},]', 'json_invalid'],
    ['an open bracket', '[', 'json_invalid'],
    ['brackets without end', '['.repeat(60_000), 'json_invalid'],
  ])('%s', (_what, reply, problem) => {
    expect(parseReply(reply)).toMatchObject({ kind: 'json', verdict: 'unusable', problem, proxies: [] });
  });

  it('a line with bracketed IPv6 is no JSON', () => {
    expect(parseReply('[2001:db8::1]:80\n[2001:db8::2]:81')).toMatchObject({ kind: 'text', problem: null });
  });
});

describe('what only a person can tell is asked', () => {
  it.each<[string, unknown, string, string[]]>([
    [
      'two ports',
      [{ ip: '192.0.2.1', http_port: 80, socks_port: 1080 }],
      'json_port',
      ['http_port', 'socks_port'],
    ],
    ['a port without a telling name', [{ a: '192.0.2.1', b: 8080 }], 'json_port', ['b']],
    [
      'two addresses without telling names',
      [{ a: '192.0.2.1', b: '192.0.2.2', port: 80 }],
      'json_ip',
      ['a', 'b'],
    ],
    ['an IP beside a host', [{ ip: '192.0.2.1', host: 'gw.example', port: 80 }], 'json_ip', ['host', 'ip']],
    ['an address that may be the exit', [{ out_ip: '192.0.2.1', port: 80 }], 'json_ip', ['out_ip']],
    ['two lists', { http: [item], socks: [{ ...item, port: 1080 }] }, 'json_list', ['http[]', 'socks[]']],
    ['two objects', { first: item, second: { ...item, port: 81 } }, 'json_list', ['first', 'second']],
  ])('%s', (_what, value, about, options) => {
    const reading = read(value);
    expect(reading).toMatchObject({ verdict: 'ready_with_warnings', warnings: ['ambiguous'], proxies: [] });
    expect(reading.question?.about).toBe(about);
    expect(reading.question?.options.map((option) => option.value).toSorted()).toEqual(options);
  });

  it('an option shows the proxy it would give', () => {
    const { question } = read([{ ip: '192.0.2.1', http_port: 80, socks_port: 1080 }]);
    expect(question?.options.map(({ sample }) => sample?.port)).toEqual([80, 1080]);
  });

  it('the answer about the list is taken', () => {
    const reading = read({ http: [item], socks: [{ ...item, port: 1080 }] }, { list: 'socks[]' });
    expect(reading).toMatchObject({ verdict: 'ready', question: null });
    expect(reading.shown).toEqual(['192.0.2.1 1080']);
  });
});

describe('a chosen mapping', () => {
  const value = { data: [{ a: '192.0.2.1', b: '80', c: 'anna', d: 'pw', deep: { p: 81 } }] };

  it('is used as it is', () => {
    const reading = read(value, { mapping: toMapping('a', 'b', 'c', 'd') });
    expect(reading).toMatchObject({ verdict: 'ready', question: null });
    expect(reading.shown).toEqual(['192.0.2.1 80 anna pw']);
  });

  it('may lead deeper, with a warning', () => {
    const reading = read(value, { mapping: toMapping('a', 'deep.p') });
    expect(reading.warnings).toEqual(['nested_mapping']);
    expect(reading.shown).toEqual(['192.0.2.1 81']);
  });

  it('that finds nothing says so', () => {
    expect(read(value, { mapping: toMapping('ip', 'port') })).toMatchObject({
      verdict: 'unusable',
      problem: 'choice_finds_nothing',
    });
  });

  it('does not hide why the supplier gives nothing', () => {
    const reading = read({ code: 113, msg: '请添加白名单192.0.2.7' }, { mapping: toMapping('ip', 'port') });
    expect(reading).toMatchObject({ problem: 'supplier_failure', failure: { reason: 'not_whitelisted' } });
  });

  it('that fits two lists is asked about, and the answer is taken', () => {
    const two = { http: [item], socks: [{ ...item, port: 1080 }] };
    expect(read(two, { mapping: toMapping('ip', 'port') }).question?.about).toBe('json_list');
    expect(read(two, { mapping: toMapping('ip', 'port'), list: 'http[]' }).shown).toEqual(['192.0.2.1 8080']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'length', 'a.length', 'constructor.name'])(
    'leads to own keys only: %s',
    (key) => {
      expect(read(value, { mapping: toMapping(key, 'b') }).proxies).toEqual([]);
      expect(read(value, { mapping: toMapping('a', 'b', key) }).shown).toEqual(['192.0.2.1 80']);
    },
  );
});
