import { describe, expect, it } from 'vitest';
import { readCoverage } from './use-grid-selection.ts';

const ids = ['a', 'b', 'c'];
const cover = (...selected: string[]) => {
  const selection = new Set(selected);
  return readCoverage({ count: ids.length, getIdAt: (position) => ids[position], selection });
};

describe('the box in the header', () => {
  it('is empty when none of the rows shown is selected', () => {
    expect(cover('hidden')).toBe('none');
  });

  it('is half when some are', () => {
    expect(cover('b')).toBe('some');
    expect(cover('a', 'b')).toBe('some');
  });

  it('is checked when all are', () => {
    expect(cover('a', 'b', 'c', 'hidden')).toBe('all');
  });
});
