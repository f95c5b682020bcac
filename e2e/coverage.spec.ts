import { expect, test } from '@playwright/test';
import { commands } from '../shared/contract.ts';
import { readCalledCommands } from './called-commands.ts';

test('every command of the contract is called by the specs', () => {
  const called = readCalledCommands();
  expect(Object.keys(commands).filter((name) => !called.has(name))).toEqual([]);
});
