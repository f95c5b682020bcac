import { describe, expect, it } from 'vitest';
import { isOutsideHostText, parseAddressForm, splitPastedAddress } from './address-form.ts';

function parse(host: string, port = '53200', isRemoteConfirmed = false) {
  return parseAddressForm({ host, port, isRemoteConfirmed });
}

describe('the address form', () => {
  it('saves an address on this computer without a confirmed host', () => {
    expect(parse(' 127.0.0.1 ', ' 53201 ')).toEqual({
      ok: true,
      patch: { address: { host: '127.0.0.1', port: 53_201 }, confirmedRemoteHost: null },
    });
  });

  it.each(['0', '70000', '65536', '', '-1', '5e4', '53200.5', 'abc'])('refuses the port %j', (port) => {
    expect(parse('127.0.0.1', port)).toEqual({ ok: false, errors: { port: 'settings.address.fault.port' } });
  });

  it.each([
    ['', 'settings.address.fault.empty'],
    ['not an address', 'settings.address.fault.host'],
    ['https://127.0.0.1', 'settings.address.fault.scheme'],
    ['user:secret@127.0.0.1', 'settings.address.fault.login'],
    ['127.0.0.1/api', 'settings.address.fault.path'],
    ['127.1', 'settings.address.fault.unusualIp'],
    ['127.0.0.1:70000', 'settings.address.fault.port'],
  ])('says what is wrong with the host %j', (host, message) => {
    expect(parse(host)).toEqual({ ok: false, errors: { host: message } });
  });

  it('names both fields when both are wrong', () => {
    expect(parse('two words', '0')).toEqual({
      ok: false,
      errors: { host: 'settings.address.fault.host', port: 'settings.address.fault.port' },
    });
  });

  it('asks for a confirmation before another computer is used', () => {
    expect(parse('192.168.1.7')).toEqual({
      ok: false,
      errors: { isRemoteConfirmed: 'settings.address.fault.notConfirmed' },
    });
    expect(parse('192.168.1.7', '53200', true)).toEqual({
      ok: true,
      patch: { address: { host: '192.168.1.7', port: 53_200 }, confirmedRemoteHost: '192.168.1.7' },
    });
  });
});

describe('a pasted address', () => {
  it.each([
    ['http://127.0.0.1:53201/', { host: '127.0.0.1', port: '53201' }],
    ['LOCALHOST:8080', { host: 'localhost', port: '8080' }],
    ['[::1]:9000', { host: '::1', port: '9000' }],
  ])('%j is split over both fields', (text, fields) => {
    expect(splitPastedAddress(text)).toEqual(fields);
  });

  it.each(['127.0.0.1', 'localhost', '::1', '', 'two words'])('%j leaves the port alone', (text) => {
    expect(splitPastedAddress(text)).toBeNull();
  });
});

describe('a host outside this computer', () => {
  it.each(['192.168.1.7', 'example.com', '10.0.0.1:53200', 'fe80::1'])('is seen in %j', (text) => {
    expect(isOutsideHostText(text)).toBe(true);
  });

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1', '', 'two words'])('is not seen in %j', (text) => {
    expect(isOutsideHostText(text)).toBe(false);
  });
});
