import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchFault } from '../../shared/extraction/link-test.ts';
import { decodeReply } from './decode-reply.ts';
import { type FetchOptions, fetchLink, losesEncryption } from './fetch-link.ts';
import { type SupplierReplyName, type SupplierServer, startSupplierServer } from './supplier-server.ts';

let supplier: SupplierServer;
beforeAll(async () => {
  supplier = await startSupplierServer();
});
afterAll(() => supplier.close());

function fetchFrom(link: string, more: Partial<FetchOptions> = {}) {
  return fetchLink(link, {
    localApi: { host: '127.0.0.1', port: 53_200 },
    allowLoopback: true,
    signal: new AbortController().signal,
    ...more,
  });
}

function play(name: SupplierReplyName, more: Partial<FetchOptions> = {}) {
  return fetchFrom(supplier.link(name), more);
}

const list = '192.0.2.10:8080\r\n192.0.2.11:8081\r\n';

describe('a complete reply', () => {
  it('is one GET without cookies, asking for no compression', async () => {
    const before = supplier.heads.length;
    expect(await play('text')).toEqual({
      ok: true,
      reply: {
        text: list,
        encoding: 'utf-8',
        status: 200,
        bytes: 34,
        redirects: 0,
        retryAfter: null,
        isCut: false,
      },
    });
    const heads = supplier.heads.slice(before);
    expect(heads).toHaveLength(1);
    expect(heads[0]).toMatch(/^GET \/text HTTP\/1\.1\r\n/);
    expect(heads[0]?.toLowerCase()).toContain('accept-encoding: identity');
    expect(heads[0]?.toLowerCase()).not.toMatch(/cookie|authorization|referer/);
  });

  it.each([
    'text-gzip',
    'text-deflate',
    'text-brotli',
    'text-utf8-mark',
    'text-utf16',
    'text-unterminated',
  ] as const)('is read as the same text from %s', async (name) => {
    const outcome = await play(name);
    expect(outcome.ok && outcome.reply.text).toBe(list);
  });

  it('is read from chunks', async () => {
    const outcome = await play('text-chunked');
    expect(outcome.ok && outcome.reply.text).toBe(list.slice(0, 17));
  });

  it('is decoded as GBK when it is neither declared nor UTF-8', async () => {
    const outcome = await play('not-whitelisted-gbk');
    expect(outcome.ok && [outcome.reply.text, outcome.reply.encoding]).toEqual([
      '请添加白名单198.51.100.7',
      'gb18030',
    ]);
  });

  it('is decoded without a charset that does not exist', async () => {
    const outcome = await play('text-wrong-charset');
    expect(outcome.ok && [outcome.reply.text, outcome.reply.encoding]).toEqual([
      '192.0.2.10:8080 上海',
      'utf-8',
    ]);
  });

  it.each([
    ['status-429', 429, 12],
    ['status-500', 500, null],
    ['no-content', 204, null],
  ] as const)('keeps its status: %s', async (name, status, retryAfter) => {
    const outcome = await play(name);
    expect(outcome.ok && [outcome.reply.status, outcome.reply.retryAfter]).toEqual([status, retryAfter]);
  });
});

describe('redirects', () => {
  it.each([
    ['redirect', 1],
    ['redirect-2', 2],
    ['redirect-3', 3],
  ] as const)('are followed up to three times: %s', async (name, redirects) => {
    const outcome = await play(name);
    expect(outcome.ok && [outcome.reply.text, outcome.reply.redirects]).toEqual([list, redirects]);
  });

  it.each([
    ['redirect-4', 'too_many_redirects'],
    ['redirect-loop', 'too_many_redirects'],
    ['redirect-to-file', 'link'],
    ['redirect-to-data', 'link'],
    ['redirect-to-login', 'link'],
    ['redirect-to-nowhere', 'link'],
    ['redirect-to-metadata', 'blocked_target'],
    ['redirect-to-decimal', 'blocked_target'],
    ['redirect-to-local-api', 'local_api_port'],
  ] as const)('are judged each: %s gives %s', async (name, fault) => {
    expect(await play(name)).toEqual({ ok: false, fault });
  });
});

describe('a redirect between http and https', () => {
  it.each([
    ['https://a.example/list', 'http://a.example/list', true],
    ['https://a.example/list', 'http://b.example/list', true],
    ['https://a.example/list', 'https://b.example/list', false],
    ['http://a.example/list', 'https://a.example/list', false],
    ['http://a.example/list', 'http://b.example/list', false],
  ])('from %s to %s gives the key away: %s', (from, to, isLost) => {
    expect(losesEncryption(new URL(from), new URL(to))).toBe(isLost);
  });
});

describe('more than 64 KiB', () => {
  it.each(['huge', 'long-list', 'long-json', 'gzip-bomb'] as const)(
    'is read up to there and no further: %s',
    async (name) => {
      const outcome = await play(name);
      expect(outcome.ok && [outcome.reply.bytes, outcome.reply.isCut]).toEqual([65_536, true]);
    },
  );

  it('is cut between characters', () => {
    const bytes = Buffer.from('192.0.2.10:8080 上海').subarray(0, -1);
    expect(decodeReply(bytes, '', true)).toEqual({ text: '192.0.2.10:8080 上', encoding: 'utf-8' });
    expect(decodeReply(bytes, '').encoding).not.toBe('utf-8');
  });
});

describe('misbehaviour has a name', () => {
  it.each([
    ['huge-by-header', 'too_large'],
    ['gzip-of-nothing', 'too_large'],
    ['gzip-broken', 'bad_encoding'],
    ['unknown-encoding', 'bad_encoding'],
    ['cut-off', 'cut_off'],
    ['cut-off-chunked', 'cut_off'],
    ['reset', 'connection_lost'],
    ['hangup', 'connection_lost'],
    ['not-http', 'not_http'],
    ['huge-head', 'not_http'],
  ] as const satisfies readonly (readonly [SupplierReplyName, FetchFault])[])(
    '%s: %s',
    async (name, fault) => {
      expect(await play(name)).toEqual({ ok: false, fault });
    },
  );

  it.each(['silent', 'dripping', 'dripping-head'] as const)('%s ends at the total deadline', async (name) => {
    expect(await play(name, { limits: { totalMs: 150 } })).toEqual({ ok: false, fault: 'timed_out' });
  });

  it('compressed data that decompresses to nothing is counted as it arrives', async () => {
    const outcome = await play('gzip-of-nothing', { limits: { maxBytes: 200_000 } });
    expect(outcome).toEqual({ ok: false, fault: 'too_large' });
  });

  it('closes every connection', async () => {
    await expect.poll(() => supplier.getOpenCount()).toBe(0);
  });
});

describe('what is not reached', () => {
  const names: LookupFunction = (_name, _options, callback) =>
    callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '', 0);

  it('is a name without an address', async () => {
    expect(await fetchFrom('http://supplier.example/', { lookup: names })).toEqual({
      ok: false,
      fault: 'name_not_found',
    });
  });

  it('is a name whose look-up never ends', async () => {
    const lookup: LookupFunction = () => {};
    const outcome = await fetchFrom('http://supplier.example/', { lookup, limits: { totalMs: 50 } });
    expect(outcome).toEqual({ ok: false, fault: 'timed_out' });
  });

  it('is a closed port', async () => {
    const closed = await startSupplierServer();
    await closed.close();
    expect(await fetchFrom(closed.link('text'))).toEqual({ ok: false, fault: 'unreachable' });
  });

  it('is a server without TLS behind https', async () => {
    expect(await fetchFrom(`https://127.0.0.1:${supplier.port}/text`)).toEqual({
      ok: false,
      fault: 'tls_failed',
    });
  });

  it('is this computer, unless it is allowed: nothing is sent', async () => {
    const before = supplier.heads.length;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433'])
      expect(await fetchFrom(`http://${host}:${supplier.port}/text`, { allowLoopback: false })).toEqual({
        ok: false,
        fault: 'blocked_target',
      });
    expect(supplier.heads).toHaveLength(before);
  });

  it('is text that is no link', async () => {
    expect(await fetchFrom('not a link')).toEqual({ ok: false, fault: 'link' });
  });

  it('is asked no further once the user cancels', async () => {
    const controller = new AbortController();
    const outcome = play('silent', { signal: controller.signal });
    const before = supplier.heads.length;
    await expect.poll(() => supplier.heads.length).toBeGreaterThan(before);
    controller.abort();
    expect(await outcome).toEqual({ ok: false, fault: 'cancelled' });
  });

  it('is not asked at all when the user cancelled before', async () => {
    const before = supplier.heads.length;
    expect(await play('text', { signal: AbortSignal.abort() })).toEqual({ ok: false, fault: 'cancelled' });
    expect(supplier.heads).toHaveLength(before);
  });
});

describe('decoding', () => {
  it.each([
    ['a declared charset', Buffer.from([0xe9]), 'text/plain; charset="windows-1252"', 'é', 'windows-1252'],
    ['a mark against the declared charset', Buffer.from('\ufeffé'), 'text/plain; charset=gbk', 'é', 'utf-8'],
    [
      'UTF-8 although another charset is declared in vain',
      Buffer.from('é'),
      'text/plain; charset=utf-16x',
      'é',
      'utf-8',
    ],
    ['bytes of no encoding', Buffer.from([0xff, 0x31]), '', '\ufffd1', null],
    ['nothing', Buffer.alloc(0), '', '', 'utf-8'],
  ])('reads %s', (_what, bytes, contentType, text, encoding) => {
    expect(decodeReply(bytes, contentType)).toEqual({ text, encoding });
  });
});
