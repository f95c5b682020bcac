import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMessage, encodeMessage } from './message-codec.ts';

test('every JSON value comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decodeMessage(encodeMessage(value))).toEqual(value);
    }),
  );
});

test('values that JSON lacks come back as they were', () => {
  const value = {
    missing: undefined,
    numbers: [Number.NaN, Number.POSITIVE_INFINITY, -0],
    when: new Date(0),
    map: new Map<unknown, unknown>([[1, new Set([undefined, 5n])]]),
    bytes: new Float64Array([0.5, -1]),
    pattern: /a+/gi,
  };
  expect(decodeMessage(encodeMessage(value))).toStrictEqual(value);
});

test('what a structured clone refuses is refused', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  for (const value of [() => undefined, { run: () => undefined }, [Symbol('s')], Promise.resolve(), cycle]) {
    expect(() => encodeMessage(value)).toThrow('An object could not be cloned.');
  }
});
