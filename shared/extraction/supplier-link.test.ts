import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateIps, readLinkHints } from './link-hints.ts';
import {
  drawRandom8,
  expandLink,
  findEqualLinks,
  findPlaceholders,
  findUnknownPlaceholders,
  type PlaceholderValues,
  previewLinks,
} from './link-template.ts';
import { maskLink } from './mask-link.ts';
import { type LinkFault, parseLink } from './parse-link.ts';

const shop: PlaceholderValues = { profileId: 501, name: 'Shop & Co', group: '欧洲', random8: 'a1b2c3d4' };

describe('a link is parsed by its syntax', () => {
  it.each([
    ['https://supplier.example/get?key=1', ['https', 'supplier.example', null, '/get', 'key=1']],
    ['HTTP://Supplier.Example:8080', ['http', 'supplier.example', 8080, '', '']],
    ['  http://192.0.2.1/?a=b#part ', ['http', '192.0.2.1', null, '/', 'a=b']],
    ['http://[2001:db8::1]:81/x', ['http', '2001:db8::1', 81, '/x', '']],
    ['https://supplier.example?key=a@b:c', ['https', 'supplier.example', null, '', 'key=a@b:c']],
    ['https://supplier.example:/x', ['https', 'supplier.example', null, '/x', '']],
  ])('%s', (text, parts) => {
    const parsed = parseLink(text);
    if (!parsed.ok) throw new Error(parsed.fault);
    const { scheme, host, port, path, query } = parsed.link;
    expect([scheme, host, port, path, query]).toEqual(parts);
  });

  it.each<[string, LinkFault]>([
    ['', 'empty'],
    ['  ', 'empty'],
    [`https://supplier.example/${'a'.repeat(2048)}`, 'too_long'],
    ['https://supplier.example/a b', 'characters'],
    ['https://supplier.example/a\nb', 'characters'],
    ['https://supplier.example\\@evil.example/', 'characters'],
    ['supplier.example/get', 'scheme'],
    ['ftp://supplier.example/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['data:text/plain,192.0.2.1:80', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['//supplier.example/', 'scheme'],
    ['https:/supplier.example/', 'scheme'],
    ['https://anna@supplier.example/', 'login'],
    ['https://anna:pw@supplier.example/', 'login'],
    ['https://', 'host'],
    ['https:///get', 'host'],
    ['https://sup_plier.example/', 'host'],
    ['https://[2001:db8::1/', 'host'],
    ['http://2852039166/', 'unusual_ip'],
    ['http://0xA9FEA9FE/', 'unusual_ip'],
    ['http://0251.0376.0251.0376/', 'unusual_ip'],
    ['http://127.1/', 'unusual_ip'],
    ['http://supplier.example:0/', 'port'],
    ['http://supplier.example:65536/', 'port'],
    ['http://supplier.example:80x/', 'port'],
    ['http://{name}.supplier.example/', 'placeholder_place'],
  ])('%s is refused: %s', (text, fault) => {
    expect(parseLink(text)).toEqual({ ok: false, fault });
  });
});

describe('a template', () => {
  it('is filled with URL-encoded values, each as often as it stands there', () => {
    const template =
      'https://s.example/{group}/get?session={profile_id}-{random8}&name={name}&again={profile_id}';
    expect(expandLink(template, shop)).toBe(
      'https://s.example/%E6%AC%A7%E6%B4%B2/get?session=501-a1b2c3d4&name=Shop%20%26%20Co&again=501',
    );
  });

  it('lets no value leave its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, group) => {
        const link = expandLink('https://s.example/{group}?name={name}&end=1', { ...shop, name, group });
        expect(link).toMatch(/^https:\/\/s\.example\/[^/?#&{}]*\?name=[^/?#&{}]*&end=1$/);
      }),
    );
  });

  it('does not fill what a value brings along', () => {
    expect(expandLink('https://s.example/?a={name}', { ...shop, name: '{profile_id}' })).toBe(
      'https://s.example/?a=%7Bprofile_id%7D',
    );
  });

  it('names its placeholders and what it does not know', () => {
    const template = 'https://s.example/?a={name}&b={profil_id}&c={name}&d={}&e={NAME}&f={';
    expect(findPlaceholders(template)).toEqual(['name']);
    expect(findUnknownPlaceholders(template)).toEqual(['profil_id', '', 'NAME', '{']);
    expect(findUnknownPlaceholders('https://s.example/?a={profile_id}{name}{group}{random8}')).toEqual([]);
  });

  it('previews five links in which only the filled-in values can be read', () => {
    const profiles = Array.from({ length: 9 }, (_, index) => ({ ...shop, profileId: index + 1 }));
    const preview = previewLinks('https://s.example/get?key=canary&session=canary-{profile_id}', profiles);
    expect(preview).toHaveLength(5);
    expect(preview[0]).toBe('https://s.example/…?key=••••&session=••••1');
  });

  it('points out profiles that would share a link', () => {
    const profiles = [shop, { ...shop, profileId: 502 }, { ...shop, profileId: 503, name: 'Other' }];
    expect(findEqualLinks('https://s.example/?s={name}', profiles)).toEqual([[501, 502]]);
    expect(findEqualLinks('https://s.example/?s={profile_id}', profiles)).toEqual([]);
    expect(findEqualLinks('https://s.example/', profiles)).toEqual([[501, 502, 503]]);
  });

  it('draws eight letters and digits', () => {
    expect(drawRandom8(() => 0)).toBe('aaaaaaaa');
    expect(drawRandom8(() => 0.999_999)).toBe('99999999');
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (numbers) => {
          expect(drawRandom8(() => numbers.next().value)).toMatch(/^[a-z0-9]{8}$/);
        },
      ),
    );
  });
});

describe('a link is shown without its secrets', () => {
  it.each([
    ['https://host.example/api/canary?key=canary', 'https://host.example/…?key=••••'],
    ['https://host.example', 'https://host.example'],
    ['https://host.example/', 'https://host.example/'],
    ['http://host.example:8080/x?a=1&b=', 'http://host.example:8080/…?a=••••&b='],
    ['http://[2001:db8::1]/x', 'http://[2001:db8::1]/…'],
    ['https://host.example/x?canary', 'https://host.example/…?••••'],
    ['https://host.example/x?canary1234=1', 'https://host.example/…?••••=••••'],
    ['https://host.example/x#canary', 'https://host.example/…'],
    ['https://host.example/{profile_id}?s={name}', 'https://host.example/{profile_id}?s={name}'],
    ['https://host.example/x?s=canary-{name}-canary', 'https://host.example/…?s=••••{name}••••'],
    ['https://user:canary@host.example/', '••••'],
    ['canary', '••••'],
    ['', '••••'],
  ])('%s', (link, shown) => {
    expect(maskLink(link)).toBe(shown);
  });

  it('shows no value of path, query or fragment of any link', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9%._~-]{0,12}$/);
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(maskLink(`https://h.example/${a}canary?x=${b}canary&canary${c}#canary`)).not.toContain(
          'canary',
        );
      }),
    );
  });
});

describe('the query of a link gives hints', () => {
  it.each([
    ['num=10', { parameter: 'num', count: 10 }],
    ['key=1&Count=5', { parameter: 'count', count: 5 }],
    ['qty=3', { parameter: 'qty', count: 3 }],
    ['limit=2&num=7', { parameter: 'num', count: 7 }],
    ['num=0', null],
    ['num=-1', null],
    ['num=many', null],
    ['num={random8}', null],
    ['numbers=5', null],
    ['', null],
  ])('how many: %s', (query, perRequest) => {
    expect(readLinkHints(`https://s.example/?${query}`).perRequest).toEqual(perRequest);
  });

  it.each([
    ['format=json', 'json', null],
    ['type=txt&protocol=socks5', 'txt', 'socks5'],
    ['wt=text&method=s5', 'txt', 'socks5'],
    ['result_type=JSON', 'json', null],
    ['proto=https', null, 'https'],
    ['type=2&pt=1', null, null],
  ])('format and protocol: %s', (query, format, protocol) => {
    expect(readLinkHints(`https://s.example/?${query}`)).toMatchObject({ format, protocol });
  });

  it('num=10 means 3,000 addresses for 300 profiles', () => {
    expect(estimateIps('https://s.example/?num=10', 300)).toBe(3000);
    expect(estimateIps('https://s.example/', 300)).toBe(300);
    expect(estimateIps('no link', 300)).toBe(300);
  });
});
