import { expect, test } from 'vitest';
import { parseCookieFile, readExpiry } from './parse-cookie-file.ts';

const now = 1_700_000_000;
const line = (...fields: string[]) => fields.join('\t');

test('a JSON list is taken as it stands, also inside an object or inside a JSON text', () => {
  const cookies = [{ domain: '.a.example', name: 'sid', value: 'x', hostOnly: false, storeId: '0' }];
  for (const text of [
    JSON.stringify(cookies),
    `\uFEFF  ${JSON.stringify(cookies, null, 2)}\n`,
    JSON.stringify({ cookies }),
    JSON.stringify(JSON.stringify(cookies)),
  ])
    expect(parseCookieFile(text, now)).toEqual({ ok: true, format: 'json', cookies });
});

test('a cookies.txt is put into the form that the Local API documents', () => {
  const text = [
    '# Netscape HTTP Cookie File',
    '',
    line('.a.example', 'TRUE', '/', 'FALSE', '0', 'plain', ''),
    `#HttpOnly_${line('b.example', 'FALSE', '/x', 'TRUE', '1800000000.7', 'sid', 'a=b c')}`,
  ].join('\r\n');
  const parsed = parseCookieFile(text, now);
  expect(parsed).toMatchObject({
    format: 'netscape',
    cookies: [
      { domain: '.a.example', name: 'plain', value: '', expiration_time: '0', is_host_cookie: false },
      {
        domain: 'b.example',
        path: '/x',
        value: 'a=b c',
        expiration_time: '1800000000',
        creation_time: String(now),
        secure: true,
        http_only: true,
        source_port: '443',
        is_host_cookie: true,
      },
    ],
  });
  expect(parsed.ok && parsed.cookies.map(readExpiry)).toEqual([null, 1_800_000_000]);
});

test.each([
  ['', 'empty', null],
  ['[]', 'empty', null],
  ['# Netscape HTTP Cookie File\n', 'empty', null],
  ['hello', 'not_cookies', null],
  ['{"a": 1}', 'not_cookies', null],
  ['[{', 'not_cookies', null],
  ['"text"', 'not_cookies', null],
  [line('a.example', 'TRUE', '/', 'TRUE', 'tomorrow', 'n', 'v'), 'not_cookies', null],
  ['[{"domain":"a.example","name":"n","value":"v"},{"name":"n","value":"v"}]', 'bad_entry', 2],
  ['[{"domain":"a.example","name":"n","value":7}]', 'bad_entry', 1],
  [`${line('a.example', 'TRUE', '/', 'TRUE', '0', 'n', 'v')}\nbroken`, 'bad_entry', 2],
  [JSON.stringify(Array(20_001).fill({ domain: 'a', name: 'n', value: 'v' })), 'too_many', null],
] as const)('%.40j is refused', (text, problem, place) => {
  expect(parseCookieFile(text, now)).toEqual({ ok: false, problem, place });
});
