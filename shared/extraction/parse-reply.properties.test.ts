import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHost } from '../read-host.ts';
import { formatProxies } from './format-proxies.ts';
import { parseReply } from './parse-reply.ts';
import type { ProxyEntry } from './proxy-entry.ts';
import type { ReplyReading } from './reply-reading.ts';
import { toReplyView } from './reply-view.ts';
import { textFormats } from './text-format.ts';

const port = fc.integer({ min: 1, max: 65_535 });
const host = fc.oneof(
  fc.ipV4(),
  fc
    .ipV6()
    .map((ip) => ip.toLowerCase())
    .filter((ip) => readHost(ip).ok),
  fc
    .domain()
    .map((name) => name.toLowerCase())
    .filter((name) => readHost(name).ok),
);
const loginPart = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    'user.name',
    'gw.example',
    '192.0.2.1',
    '8080',
    '1',
    '65535',
    'a,b',
    'x;',
    '[x]',
    '{',
    '"q"',
    'http',
    'expired',
  ),
);
const proxy: fc.Arbitrary<ProxyEntry> = fc.record({ host, port, user: loginPart, password: loginPart });

/** Text that looks like a reply: parts of proxies, separators and words in any order. */
const almostReply = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ':',
        '@',
        '|',
        ' ',
        '\t',
        '\n',
        '\r\n',
        ',',
        ';',
        '#',
        '[',
        ']',
        '{',
        '}',
        '"',
        '<',
        '>',
        '//',
        '.',
        '\\',
      ),
      fc.constantFrom(
        '192.0.2.1',
        '192.0.2.1:80',
        'u:p@',
        'ip',
        '"ip":"192.0.2.1"',
        '"port":80',
        '<html>',
        '白名单',
        'expired',
        'null',
      ),
      host,
      port.map(String),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

function expectSound(reading: ReplyReading): void {
  for (const entry of reading.proxies) {
    const checked = readHost(entry.host);
    expect(checked.ok && checked.host === entry.host).toBe(true);
    expect(Number.isInteger(entry.port) && entry.port >= 1 && entry.port <= 65_535).toBe(true);
  }
  expect(reading.problem === null).toBe(reading.verdict !== 'unusable');
  expect(reading.proxies.length > 0 || reading.question !== null).toBe(reading.verdict !== 'unusable');
  if (reading.question !== null) expect(reading.proxies).toEqual([]);
  if (reading.verdict === 'ready') expect([reading.warnings, reading.refused]).toEqual([[], []]);
}

describe('whatever the reply', () => {
  it('any text is read without throwing, and what is called a proxy is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectSound(parseReply(text))),
    );
  });

  it('text that resembles a reply is read just as soundly', () => {
    fc.assert(
      fc.property(almostReply, (text) => expectSound(parseReply(text))),
      { numRuns: 1000 },
    );
  });

  it('any JSON is read just as soundly', () => {
    const value = fc.oneof(
      fc.json({ maxDepth: 8 }),
      fc
        .array(
          fc.dictionary(
            fc.constantFrom('ip', 'port', 'host', 'user', 'a.b', '__proto__'),
            fc.oneof(host, port, fc.jsonValue()),
          ),
        )
        .map((rows) => JSON.stringify({ data: rows })),
    );
    fc.assert(
      fc.property(value, (text) => expectSound(parseReply(text))),
      { numRuns: 500 },
    );
  });

  it('any choice is answered soundly', () => {
    const key = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('ip', 'port', 'a.b', '__proto__', ''));
    const choices = fc.record({
      textFormat: fc.option(fc.constantFrom(...textFormats)),
      mapping: fc.option(fc.record({ ip: key, port: key, username: key, password: key })),
      list: fc.option(fc.string({ maxLength: 8 })),
    });
    fc.assert(
      fc.property(fc.oneof(almostReply, fc.json()), choices, (text, answer) =>
        expectSound(parseReply(text, answer)),
      ),
    );
  });

  it('its view is plain data without the passwords', () => {
    fc.assert(
      fc.property(
        fc.array(proxy, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...textFormats),
        (proxies, format) => {
          const secrets = proxies.map((entry, index) => ({ ...entry, password: `canary-password-${index}` }));
          const view = toReplyView(parseReply(formatProxies(secrets, format).text));
          expect(structuredClone(view)).toEqual(view);
          expect(JSON.stringify(view)).not.toContain('canary-password');
        },
      ),
    );
  });
});

describe('a formatted list', () => {
  it.each(textFormats.filter((format) => format !== 'ip:port'))(
    'in %s is read back, or asked about',
    (format) => {
      fc.assert(
        fc.property(fc.uniqueArray(proxy, { minLength: 1, maxLength: 12 }), (proxies) => {
          const { text, leftOut } = formatProxies(proxies, format);
          const written = proxies.filter((entry) => !leftOut.includes(entry));
          fc.pre(written.length > 0);
          const reading = parseReply(text);
          if (reading.question === null) {
            expect(reading.text?.format).toBe(format);
            expect(reading.proxies).toEqual(written);
          } else {
            expect(reading.question.options.map(({ value }) => value)).toContain(format);
            const answered = parseReply(text, { textFormat: format, mapping: null, list: null });
            expect(answered.proxies).toEqual(written);
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it('in ip:port is read back without any question', () => {
    const bare = proxy.map((entry) => ({ ...entry, user: null, password: null }));
    fc.assert(
      fc.property(fc.array(bare, { minLength: 1, maxLength: 12 }), (proxies) => {
        const reading = parseReply(formatProxies(proxies, 'ip:port').text);
        expect(reading.question).toBeNull();
        expect(reading.proxies).toEqual(proxies);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what the format cannot express', () => {
    const withLogin = { host: '192.0.2.1', port: 80, user: 'anna', password: 'pw' };
    const bare = { ...withLogin, user: null, password: null };
    const odd = { ...withLogin, password: 'p:w' };
    expect(formatProxies([withLogin, bare, odd], 'ip:port')).toEqual({
      text: '192.0.2.1:80',
      leftOut: [withLogin, odd],
    });
    expect(formatProxies([withLogin, bare, odd], 'username:password@ip:port')).toEqual({
      text: 'anna:pw@192.0.2.1:80',
      leftOut: [bare, odd],
    });
  });
});

describe('the time grows with the length alone', () => {
  /** Fills text to a length. */
  const fill = (piece: string, length: number) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const hostile: readonly (readonly [string, (length: number) => string])[] = [
    ['lines', (length) => fill('192.0.2.1:80\n', length)],
    ['colons', (length) => fill('a:', length)],
    ['at signs', (length) => fill('@', length)],
    ['commas', (length) => fill('192.0.2.1:80,', length)],
    ['one line of pieces', (length) => fill('ip not 192.0.2.1:80 ', length)],
    ['sentences', (length) => fill('ip ip the plan 192.0.2.1:80 no more wrong key\n', length)],
    ['half line breaks', (length) => fill('<br ', length)],
    ['blanks', (length) => `a${fill(' ', length)}b`],
    ['open brackets', (length) => fill('[', length)],
    ['nested lists', (length) => fill('[', length / 2) + fill(']', length / 2)],
    ['a page', (length) => `<html><title ${fill('type = ', length)}`],
    ['a list of objects', (length) => `[${fill('{"ip":"192.0.2.1","port":80},', length - (length % 29))}{}]`],
    [
      'many lists',
      (length) =>
        JSON.stringify(
          Object.fromEntries(
            Array.from({ length: length / 40 }, (_, n) => [`k${n}`, [{ ip: '192.0.2.1', port: n + 1 }]]),
          ),
        ),
    ],
    [
      'many addresses',
      (length) =>
        JSON.stringify(
          Object.fromEntries(
            Array.from({ length: length / 20 }, (_, n) => [`k${n}`, `10.1.${(n >> 8) & 255}.${n & 255}`]),
          ),
        ),
    ],
  ];

  /** Processor time of this thread in milliseconds, the least of several runs: other load only ever adds. */
  function measure(text: string): number {
    const times = Array.from({ length: 3 }, () => {
      const start = process.threadCpuUsage();
      parseReply(text);
      const { user, system } = process.threadCpuUsage(start);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  }

  // Eight times the length is eight times the work when it grows evenly, and 64 times when it grows by the square.
  // Below 5 ms the measure is too coarse; work that grows by the square takes seconds at the greater length.
  it.each(hostile)('%s', (_what, build) => {
    const short = measure(build(32 * 1024));
    const long = measure(build(256 * 1024));
    expect(long).toBeLessThan(30 * Math.max(short, 5));
  });
});
