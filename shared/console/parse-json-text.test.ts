import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonText } from './parse-json-text.ts';

test('names line and column of the fault', () => {
  expect(parseJsonText('{\n  "a": 1,\n  b: 2\n}')).toEqual({ ok: false, line: 3, column: 3 });
  expect(parseJsonText('{"a": 1,}')).toEqual({ ok: false, line: 1, column: 9 });
  expect(parseJsonText('{"a": [1, 2')).toEqual({ ok: false, line: 1, column: 12 });
  expect(parseJsonText('{"a": tru}')).toEqual({ ok: false, line: 1, column: 7 });
  expect(parseJsonText('{"a" 1}')).toEqual({ ok: false, line: 1, column: 6 });
  expect(parseJsonText('[1] x')).toEqual({ ok: false, line: 1, column: 5 });
  expect(parseJsonText('{]')).toEqual({ ok: false, line: 1, column: 2 });
  expect(parseJsonText('')).toEqual({ ok: false, line: 1, column: 1 });
});

test('takes any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(parseJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test('finds the place in any broken JSON: what stands before it could still become JSON', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom('', '}', ']', ',', ':', '"', 'x', '1'),
      (value, at, put) => {
        const text = JSON.stringify(value);
        const place = at % (text.length + 1);
        const broken = text.slice(0, place) + put + text.slice(place + 1);
        const found = parseJsonText(broken);
        if (found.ok) return;
        expect(found.line).toBe(1);
        // In a broken string the place is its beginning.
        expect(found.column).toBeLessThanOrEqual(broken.length + 1);
        expect(found.column).toBeGreaterThan(0);
      },
    ),
  );
});

test('a hundred thousand brackets do not overflow', () => {
  expect(parseJsonText('['.repeat(100_000))).toEqual({ ok: false, line: 1, column: 100_001 });
});
