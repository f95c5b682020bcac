import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiAddress } from './connection.ts';
import { parseAddressText } from './parse-address.ts';

describe('reading a typed address', () => {
  it.each([
    ['localhost:53200', 'localhost', 53_200],
    ['  LOCALHOST:53200 ', 'localhost', 53_200],
    ['http://127.0.0.1:53200/', '127.0.0.1', 53_200],
    ['HTTP://127.0.0.1', '127.0.0.1', 53_200],
    ['127.0.0.1', '127.0.0.1', 53_200],
    ['127.0.0.1:1', '127.0.0.1', 1],
    ['[::1]:53200', '::1', 53_200],
    ['[::1]', '::1', 53_200],
    ['::1', '::1', 53_200],
    ['[2001:DB8::7]:65535', '2001:db8::7', 65_535],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1', 53_200],
    ['my-pc.lan:8080', 'my-pc.lan', 8080],
  ])('understands "%s"', (text, host, port) => {
    expect(parseAddressText(text)).toEqual({ ok: true, address: { host, port } });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://127.0.0.1:53200', 'scheme'],
    ['ftp://localhost', 'scheme'],
    ['user:secret@localhost:53200', 'login'],
    ['http://user@localhost', 'login'],
    ['127.0.0.1:53200/api/v2', 'path'],
    ['localhost?x=1', 'path'],
    ['localhost:0', 'port'],
    ['localhost:70000', 'port'],
    ['localhost:', 'port'],
    ['localhost:80a', 'port'],
    ['localhost:-1', 'port'],
    ['[::1]:', 'port'],
    [':53200', 'host'],
    ['-pc', 'host'],
    ['my pc', 'host'],
    ['a..b', 'host'],
    ['[::1', 'host'],
    ['1:2:3', 'host'],
    [':::', 'host'],
    ['1::2::3', 'host'],
    ['fe80::1%eth0', 'host'],
    ['[localhost]', 'host'],
    ['127.1', 'unusual_ip'],
    ['0x7f.1', 'unusual_ip'],
    ['2130706433', 'unusual_ip'],
    ['0177.0.0.1', 'unusual_ip'],
    ['256.0.0.1', 'unusual_ip'],
  ])('says of "%s" that the fault is: %s', (text, fault) => {
    expect(parseAddressText(text)).toEqual({ ok: false, fault });
  });

  it('never throws, and gives only what the address schema takes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.ipV6(), fc.domain()), (text) => {
        const parsed = parseAddressText(text);
        if (parsed.ok) expect(apiAddress.safeParse(parsed.address).success).toBe(true);
      }),
    );
  });
});
