import { expect, it } from 'vitest';
import { judgeInput } from './judge-input.ts';

it('takes the largest inputs that the contract allows', () => {
  expect(judgeInput({ profileIds: Array.from({ length: 100_000 }, (_, n) => n + 1) })).toBeNull();
  expect(judgeInput({ secret: { kind: 'cookies', text: 'x'.repeat(4_000_000) } })).toBeNull();
  expect(judgeInput(undefined)).toBeNull();
});

/** One object at a hundred places of the next, and so on: 100 to the power of `levels` values, in a few kilobytes. */
function share(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = Array.from({ length: 100 }, () => value);
  return value;
}

const circle: { self?: unknown } = {};
circle.self = circle;

it.each([
  ['a million levels', 'too_deep', () => JSON.parse(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)],
  ['a circle', 'too_deep', () => circle],
  ['one object at 10 to the power of 20 places', 'too_large', () => share(10)],
  ['a long list', 'too_large', () => Array.from({ length: 600_000 }, () => 1)],
  ['a list that is long and empty', 'too_large', () => new Array(4_000_000_000)],
  ['a long text', 'too_large', () => ({ text: 'x'.repeat(9_000_000) })],
  ['long names', 'too_large', () => ({ ['x'.repeat(9_000_000)]: 1 })],
  ['a buffer', 'not_plain', () => ({ data: new Uint8Array(50_000_000) })],
  ['a map', 'not_plain', () => new Map([[1, 2]])],
])('refuses %s at once', (_what, fault, make) => {
  expect(judgeInput(make())).toBe(fault);
});
