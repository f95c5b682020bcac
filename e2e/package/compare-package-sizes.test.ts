import { expect, test } from 'vitest';
import { judgeSizes } from './compare-package-sizes.ts';

const committed = { asarBytes: 1000, rendererGzipBytes: 200 };

test('sizes up to 10 % above the committed ones are accepted and printed', () => {
  expect(judgeSizes({ asarBytes: 1100, rendererGzipBytes: 150 }, committed)).toEqual({
    lines: [
      'app.asar: 1100 bytes (committed 1000, +10.0 %)',
      'renderer, gzip: 150 bytes (committed 200, -25.0 %)',
    ],
    isWithin: true,
  });
});

test('one size that grew by more than 10 % is enough to reject', () => {
  expect(judgeSizes({ asarBytes: 1000, rendererGzipBytes: 221 }, committed).isWithin).toBe(false);
  expect(judgeSizes({ asarBytes: 1101, rendererGzipBytes: 200 }, committed).isWithin).toBe(false);
});
