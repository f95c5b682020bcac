import { expect, test } from 'vitest';
import { isNewerVersion } from './is-newer-version.ts';

test.each([
  ['1.2.4', '1.2.3'],
  ['1.3.0', '1.2.9'],
  ['2.0.0', '1.99.99'],
  ['1.10.0', '1.9.0'],
  ['1.4.0', '1.4.0-beta.2'],
])('%s is newer than %s', (candidate, current) => {
  expect(isNewerVersion(candidate, current)).toBe(true);
  expect(isNewerVersion(current, candidate)).toBe(false);
});

test.each([
  ['1.2.3', '1.2.3'],
  ['1.2', '1.1.0'],
  ['latest', '0.1.0'],
  ['1.4.0-beta.3', '1.4.0-beta.2'],
])('%s is not newer than %s', (candidate, current) => {
  expect(isNewerVersion(candidate, current)).toBe(false);
});
