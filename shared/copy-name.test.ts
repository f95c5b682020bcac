import { expect, test } from 'vitest';
import { longestProfileName, toCopyName, toFreeName } from './copy-name.ts';

const values = { name: 'Shop', n: 3, date: '2026-01-31' };

test.each([
  ['{name} copy {n}', 'Shop copy 3'],
  ['{date} {name}{n}', '2026-01-31 Shop3'],
  ['{n}{n}', '33'],
  ['  plain  ', 'plain'],
  ['{Name} {x}', '{Name} {x}'],
])('the pattern %s gives %s', (pattern, name) => {
  expect(toCopyName(pattern, values)).toBe(name);
});

test('a name that holds placeholders itself is not filled in again', () => {
  expect(toCopyName('{name}', { ...values, name: '{n}' })).toBe('{n}');
});

test('long names are cut without breaking a character', () => {
  const name = toCopyName('{name}', { ...values, name: '😀'.repeat(200) });
  expect(Array.from(name)).toHaveLength(longestProfileName);
});

test('taken names get the next free number, within the longest length', () => {
  const taken = new Set(['Shop', 'Shop (2)', 'x'.repeat(longestProfileName)]);
  const isTaken = (name: string) => taken.has(name);
  expect(toFreeName('Other', isTaken)).toBe('Other');
  expect(toFreeName('Shop', isTaken)).toBe('Shop (3)');
  expect(toFreeName('x'.repeat(longestProfileName), isTaken)).toHaveLength(longestProfileName);
});
