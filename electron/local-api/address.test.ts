import { describe, expect, it } from 'vitest';
import { checkAddress, createGuardedLookup, isHostAllowed, isLoopback } from './address.ts';

describe('loopback', () => {
  it.each(['127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:0:0:1'])(
    '%s belongs to this computer',
    (ip) => expect(isLoopback(ip)).toBe(true),
  );

  it.each([
    '128.0.0.1',
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '::ffff:10.0.0.1',
    'localhost',
    '',
    '127.1',
    '2001:db8::1',
  ])('%s does not', (ip) => expect(isLoopback(ip)).toBe(false));
});

describe('checking the address', () => {
  it.each(['127.0.0.1', '::1', 'localhost'])('accepts %s', async (host) => {
    expect(await checkAddress({ host, port: 53_200 }, null)).toMatchObject({
      ok: true,
      value: { isThisComputer: true },
    });
  });

  it.each(['0x7f.1', '2130706433', '127.1', '0177.0.0.1', '0x7f000001', '1.2.3.999'])(
    'refuses the unusual notation %s',
    async (host) => {
      expect(await checkAddress({ host, port: 1 }, null)).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', detail: 'host' },
      });
    },
  );

  it.each([0, 70_000, 1.5])('refuses port %s', async (port) => {
    expect(await checkAddress({ host: '127.0.0.1', port }, null)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', detail: 'port' },
    });
  });

  it('refuses a host outside this computer until exactly that one is confirmed', async () => {
    const address = { host: '192.0.2.1', port: 53_200 };
    expect(await checkAddress(address, null)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(await checkAddress(address, '192.0.2.2')).toMatchObject({ ok: false });
    expect(await checkAddress(address, '192.0.2.1')).toMatchObject({
      ok: true,
      value: { isThisComputer: false },
    });
  });

  it('says that a name has no address', async () => {
    expect(await checkAddress({ host: 'no-such-host.invalid', port: 1 }, null)).toMatchObject({
      ok: false,
      error: { code: 'api_unreachable', detail: 'host' },
    });
  });
});

describe('the guard at the socket', () => {
  it('lets loopback and the confirmed host through, and judges names by what they resolve to', () => {
    expect(isHostAllowed('127.0.0.1', null)).toBe(true);
    expect(isHostAllowed('192.0.2.1', null)).toBe(false);
    expect(isHostAllowed('192.0.2.1', '192.0.2.1')).toBe(true);
    expect(isHostAllowed('example.test', null)).toBe(true);
  });

  it('resolves localhost in both forms of the call', async () => {
    const lookup = createGuardedLookup(() => null);
    const one = new Promise((resolve) => lookup('localhost', {}, (_error, address) => resolve(address)));
    const all = new Promise((resolve) =>
      lookup('localhost', { all: true }, (_error, found) => resolve(found)),
    );
    expect(isLoopback(String(await one))).toBe(true);
    expect(await all).toEqual(expect.arrayContaining([expect.objectContaining({ address: await one })]));
  });
});
