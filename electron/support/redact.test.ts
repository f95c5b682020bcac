import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, redact } from './redact.ts';

describe('redact', () => {
  it.each([
    ['http://alice:hunter2@192.0.2.1:8080/x', 'hunter2'],
    ['https://supplier.example/get?num=1&key=k3y', 'k3y'],
    ['proxy 192.0.2.1:8080:alice:hunter2 failed', 'hunter2'],
    ['proxy gate.example.com:8080:alice:hunter2', 'hunter2'],
    ['alice:hunter2@gate.example.com:8080', 'hunter2'],
    ['password=hunter2', 'hunter2'],
    ['"password": "hunter two"', 'hunter two'],
    ['{"proxy_password":"hunter2","a":1}', 'hunter2'],
    [String.raw`{"text":"{\"password\":\"hunter2\"}"}`, 'hunter2'],
    ["api_key: 'hunter2'", 'hunter2'],
    ['key=hunter2&x=1', 'hunter2'],
    ['Authorization: Bearer abc.def', 'abc.def'],
    ['Cookie: session=hunter2', 'hunter2'],
    ['881d3425d8c19dacd4f02b0532f1c697', '881d3425'],
  ])('hides the secret of %s', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain('[hidden]');
  });

  it.each([
    '2026-05-11T10:00:00.000Z profile-list ok in 12 ms',
    'job 123e4567-e89b-42d3-a456-426614174000 is done',
    'at readPass (file:///app/dist/electron/main.js:120:14)',
    '127.0.0.1:53200 refused the connection (ECONNREFUSED).',
    'SSH-2.0-OpenSSH_9.2p1 Debian-2',
    '{"level":30,"what":"request_done","action":"profile-list","durationMs":12}',
  ])('leaves %s as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('leaves JSON text parseable', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('password', 'note', 'proxy_user', 'token', 'key', 'name'),
          fc.oneof(
            fc.string(),
            fc.constant('1.2.3.4:80:u:p'),
            fc.constant('http://u:p@h/x?y=z'),
            fc.integer(),
            fc.boolean(),
          ),
        ),
        (entry) => {
          const line = JSON.stringify({ outer: entry, text: JSON.stringify(entry) });
          expect(() => JSON.parse(redact(line))).not.toThrow();
        },
      ),
    );
  });

  it('hides a password wherever it stands and whatever it is made of', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9!$%^*+=._~-]{6,40}$/).map((text) => `Zq7${text}`);
    const frames = [
      (s: string) => `http://user:${s}@host.example:80/`,
      (s: string) => `192.0.2.7:8080:user:${s}`,
      (s: string) => `password=${s}`,
      (s: string) => JSON.stringify({ proxy_password: s }),
      (s: string) => `https://supplier.example/api?key=${s}`,
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...frames), fc.lorem(), (hiddenText, frame, words) => {
        expect(redact(`${words} ${frame(hiddenText)} ${words}`)).not.toContain(hiddenText);
      }),
    );
  });

  it('takes time in proportion to the length of a hostile line', () => {
    const seeds = [
      'a',
      'a.',
      'a:',
      '1.',
      'a:1:',
      '"password":"',
      'key=',
      '://',
      'a@',
      'http://',
      '\\"',
      ' ',
      '=',
      'token ',
      'http://a?',
      '-',
      'a:b@',
    ];
    const timeOf = (length: number) => {
      const startedAt = performance.now();
      for (const seed of seeds) redact(seed.repeat(Math.ceil(length / seed.length)));
      return performance.now() - startedAt;
    };
    timeOf(10_000);
    const short = Math.min(timeOf(50_000), timeOf(50_000), timeOf(50_000));
    const long = Math.min(timeOf(200_000), timeOf(200_000), timeOf(200_000));
    // Four times the length takes about 4 times as long; a quadratic pattern would take 16 times as long.
    expect(long / short).toBeLessThan(10);
  });
});

describe('excerpt', () => {
  it('shows the first 40 visible characters in one line', () => {
    expect(excerpt('<!doctype html>\r\n\r\n\t<title>Router</title> and a good deal more text', 40)).toBe(
      '<!doctype html> <title>Router</title> an…',
    );
  });

  it('drops control characters and keeps short text whole', () => {
    expect(excerpt('\u0000\u001b[31mhello\u0007', 40)).toBe('[31mhello');
    expect(excerpt('', 40)).toBe('');
  });

  it('hides a secret before it cuts', () => {
    expect(excerpt('{"password":"hunter2"}', 40)).not.toContain('hunter2');
  });
});
