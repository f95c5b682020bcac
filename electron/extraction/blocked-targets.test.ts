import type { lookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { createTargetLookup, findTargetFault, isBlockedIp, TargetBlockedError } from './blocked-targets.ts';

const rules = { localApi: { host: '127.0.0.1', port: 53_200 }, allowLoopback: false };

function judge(link: string, more: Partial<typeof rules> = {}) {
  return findTargetFault(new URL(link), { ...rules, ...more });
}

describe('a link is judged before anything is sent', () => {
  it.each([
    ['a name', 'https://supplier.example/get'],
    ['a public address', 'http://192.0.2.1:8000/get'],
    ['an address of the home network', 'http://192.168.1.20/get'],
    ['a public IPv6 address', 'http://[2001:db8::1]/get'],
  ])('lets %s pass', (_what, link) => {
    expect(judge(link)).toBeNull();
  });

  it.each([
    ['file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,192.0.2.1:80'],
    ['ftp', 'ftp://supplier.example/'],
    ['javascript', 'javascript:alert(1)'],
    ['a user name', 'http://user@supplier.example/'],
    ['a login', 'http://user:password@supplier.example/'],
  ])('refuses %s', (_what, link) => {
    expect(judge(link)).toBe('link');
  });

  it.each([
    ['the metadata service', 'http://169.254.169.254/'],
    ['the metadata service in decimal', 'http://2852039166/'],
    ['the metadata service in hexadecimal', 'http://0xA9FEA9FE/'],
    ['the metadata service in octal', 'http://0251.0376.0251.0376/'],
    ['the metadata service in mixed notation', 'http://169.0xFE.43518/'],
    ['the metadata service mapped to IPv6', 'http://[::ffff:169.254.169.254]/'],
    ['the metadata service mapped to IPv6 in hexadecimal', 'http://[::ffff:a9fe:a9fe]/'],
    ['the metadata service through NAT64', 'http://[64:ff9b::a9fe:a9fe]/'],
    ['the metadata service through 6to4', 'http://[2002:a9fe:a9fe::1]/'],
    ['the metadata service translated to IPv6', 'http://[::ffff:0:a9fe:a9fe]/'],
    ['the metadata service through Teredo', 'http://[2001:0:a9fe:a9fe::1]/'],
    ['the metadata service as a compatible address', 'http://[::a9fe:a9fe]/'],
    ['the metadata service in full-width digits', 'http://１６９.２５４.１６９.２５４/'],
    ['the metadata service of Alibaba Cloud', 'http://100.100.100.200/'],
    ['the metadata service of Oracle Cloud', 'http://192.0.0.192/'],
    ['the metadata service of Azure', 'http://168.63.129.16/'],
    ['the metadata service of AWS over IPv6', 'http://[fd00:ec2::254]/'],
    ['the metadata service of Oracle Cloud over IPv6', 'http://[fd00:c1::a9fe:a9fe]/'],
    ['the metadata service of Google Cloud over IPv6', 'http://[fd20:ce::254]/'],
    ['a link-local address', 'http://169.254.3.4/'],
    ['an address that was link-local for a site', 'http://[fec0::1]/'],
    ['a reserved address', 'http://240.0.0.1/'],
    ['a link-local IPv6 address', 'http://[fe80::1]/'],
    ['the unspecified address', 'http://0.0.0.0/'],
    ['the unspecified IPv6 address', 'http://[::]/'],
    ['a zero alone', 'http://0/'],
    ['a multicast address', 'http://239.1.1.1/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['loopback', 'http://127.0.0.1/'],
    ['loopback in short notation', 'http://127.1/'],
    ['loopback in decimal', 'http://2130706433/'],
    ['loopback over IPv6', 'http://[::1]/'],
    ['loopback mapped to IPv6', 'http://[::ffff:7f00:1]/'],
    ['the name localhost', 'http://localhost/'],
    ['a name below localhost', 'http://api.LOCALHOST./'],
  ])('refuses %s', (_what, link) => {
    expect(judge(link)).toBe('blocked_target');
  });

  it.each([
    'http://127.0.0.1:53200/',
    'http://[::1]:53200/',
    'http://192.168.1.20:53200/',
    'http://supplier.example:53200/',
  ])('refuses the port of the Local API in %s, also where loopback is allowed', (link) => {
    expect(judge(link)).toBe('local_api_port');
    expect(judge(link, { allowLoopback: true })).toBe('local_api_port');
  });

  it('does not close the web because the Local API stands at port 80', () => {
    const localApi = { host: '192.168.1.30', port: 80 };
    expect(judge('http://supplier.example/', { localApi })).toBeNull();
    expect(judge('http://192.168.1.30/', { localApi })).toBe('local_api_port');
  });

  it('allows loopback only where it is asked to', () => {
    expect(judge('http://127.0.0.1:8000/', { allowLoopback: true })).toBeNull();
    expect(isBlockedIp('169.254.169.254', true)).toBe(true);
  });
});

describe('the name look-up of the connection', () => {
  type Answer = { address: string; family: number }[];

  function lookUp(answer: Answer | Error, all: boolean, allowLoopback = false) {
    const resolve = ((
      _name: string,
      _options: object,
      callback: (error: Error | null, found: Answer) => void,
    ) =>
      answer instanceof Error ? callback(answer, []) : callback(null, answer)) as unknown as typeof lookup;
    return new Promise<unknown>((done) => {
      createTargetLookup(allowLoopback, resolve)('supplier.example', { all }, (error, found, family) =>
        done(error ?? (all ? found : [found, family])),
      );
    });
  }
  const open = { address: '192.0.2.1', family: 4 };
  const metadata = { address: '169.254.169.254', family: 4 };

  it('gives all addresses, or the first one', async () => {
    expect(await lookUp([open], true)).toEqual([open]);
    expect(await lookUp([open], false)).toEqual(['192.0.2.1', 4]);
  });

  it.each([
    ['one is closed', [open, metadata]],
    ['the name leads to this computer', [{ address: '127.0.0.1', family: 4 }]],
    ['the name leads to link-local IPv6', [{ address: 'fe80::1', family: 6 }]],
    ['there is none', []],
  ])('refuses the name when %s', async (_what, answer) => {
    expect(await lookUp(answer, true)).toBeInstanceOf(TargetBlockedError);
    expect(await lookUp(answer, false)).toBeInstanceOf(TargetBlockedError);
  });

  it('hands on the failure of the resolver', async () => {
    const failure = new Error('no such name');
    expect(await lookUp(failure, true)).toBe(failure);
  });
});
