import { expect, test } from 'vitest';
import { findRefusedField, readFields, splitPasted, toFields } from './proxy-form.ts';
import type { NamedProxy } from './use-proxies.ts';

const saved: NamedProxy = {
  id: 7001,
  kind: 'custom',
  type: 'socks5',
  host: '192.0.2.1',
  port: '1080',
  hasLogin: true,
  note: 'rented',
  tagIds: [1, 2],
  tags: ['a b c'],
  tagNames: ['a', 'b c'],
  detectedIp: '',
  country: '',
  city: '',
  profileCount: null,
};

test('a new proxy is sent whole', () => {
  expect(readFields({ ...toFields(null), host: ' gate.example ', port: '8080', user: 'u' }, null)).toEqual({
    ok: true,
    input: {
      type: 'http',
      host: 'gate.example',
      port: '8080',
      user: 'u',
      password: '',
      tags: [],
      note: '',
    },
  });
});

test('of a saved proxy only what changed is sent, and nothing when nothing did', () => {
  const fields = toFields(saved);
  expect(readFields(fields, saved)).toEqual({ ok: true, input: null });
  expect(readFields({ ...fields, tags: ['b c', 'a'] }, saved)).toEqual({ ok: true, input: null });
  expect(readFields({ ...fields, port: '1081', password: 'new' }, saved)).toEqual({
    ok: true,
    input: { id: 7001, changes: { port: '1081', password: 'new' } },
  });
});

test('a removed login is sent as empty, whatever was typed', () => {
  expect(readFields({ ...toFields(saved), user: 'x', isLoginRemoved: true }, saved)).toEqual({
    ok: true,
    input: { id: 7001, changes: { user: '', password: '' } },
  });
});

test.each([
  ['', '8080', ['host']],
  ['http://gate.example', '8080', ['host']],
  ['gate.example:1:u:p', '8080', ['host']],
  ['gate.example', '0', ['port']],
  ['gate.example', '65536', ['port']],
  ['gate example', 'x', ['host', 'port']],
])('host "%s" with port "%s" is wrong in %j', (host, port, wrong) => {
  const read = readFields({ ...toFields(null), host, port }, null);
  expect(read.ok ? [] : [...read.wrong].toSorted()).toEqual(wrong);
  const changed = readFields({ ...toFields(saved), host, port }, saved);
  expect(changed.ok ? [] : [...changed.wrong].toSorted()).toEqual(wrong);
});

test('a pasted proxy line is split over the fields', () => {
  expect(splitPasted('192.0.2.9:8080:anna:p:w')).toEqual({
    host: '192.0.2.9',
    port: '8080',
    user: 'anna',
    password: 'p:w',
  });
  expect(splitPasted('socks5://anna:pw@gate.example:1080')).toEqual({
    type: 'socks5',
    host: 'gate.example',
    port: '1080',
    user: 'anna',
    password: 'pw',
  });
  expect(splitPasted('gate.example')).toBeNull();
  expect(splitPasted('2001:db8::1')).toBeNull();
});

test('a code about one field stands beside it', () => {
  expect(findRefusedField(103_004)).toBe('port');
  expect(findRefusedField(104_006)).toBe('host');
  expect(findRefusedField(1008)).toBeNull();
  expect(findRefusedField(undefined)).toBeNull();
});
