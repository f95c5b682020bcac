import { expect, test } from 'vitest';
import type { ProfileRow } from '../../../shared/profile.ts';
import { findCommands, findProfiles } from './find-entries.ts';

const row = (id: number, name: string) => ({ id, name }) as unknown as ProfileRow;
const rows = [row(112, 'Shop 12'), row(120, 'beta'), row(12, 'alpha'), row(7, '12 monkeys')];

test('the exact number comes first, then numbers that begin so, then names', () => {
  expect(findProfiles(rows, '12', 9).map(({ id }) => id)).toEqual([12, 120, 7, 112]);
  expect(findProfiles(rows, '#12', 1).map(({ id }) => id)).toEqual([12]);
});

test('names are found whatever their case, and an empty query finds none', () => {
  expect(findProfiles(rows, 'ALPHA', 9).map(({ id }) => id)).toEqual([12]);
  expect(findProfiles(rows, '  ', 9)).toEqual([]);
});

test('no more than asked are told of 50,000', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => row(index + 1, `Shop ${index + 1}`));
  expect(findProfiles(many, 'shop', 8)).toHaveLength(8);
  expect(findProfiles(many, '50000', 8)[0]?.id).toBe(50_000);
});

test('commands are found by all words in any order', () => {
  const commands = [{ text: 'Colours: dark' }, { text: 'Go to Settings' }];
  expect(findCommands(commands, 'dark col')).toEqual([commands[0]]);
  expect(findCommands(commands, '')).toEqual(commands);
  expect(findCommands(commands, 'nothing')).toEqual([]);
});
