import { describe, expect, it } from 'vitest';
import { jobFilter } from '../../../shared/job.ts';
import { emptyHistoryView, hasHistoryFilter, toJobFilter } from './history-filter.ts';

describe('toJobFilter', () => {
  it('finds all jobs when nothing is set', () => {
    expect(toJobFilter(emptyHistoryView)).toEqual({
      text: '',
      kinds: null,
      states: null,
      having: null,
      from: null,
      to: null,
    });
  });

  it('means both days whole, in local time', () => {
    const { from, to } = toJobFilter({ ...emptyHistoryView, from: '2026-03-28', to: '2026-03-29' });
    expect(new Date(from ?? 0)).toEqual(new Date(2026, 2, 28, 0, 0, 0, 0));
    expect(new Date(to ?? 0)).toEqual(new Date(2026, 2, 29, 23, 59, 59, 999));
  });

  it('fits the schema of the main process', () => {
    const filter = toJobFilter({
      text: ' shop ',
      kinds: ['copy'],
      states: ['finished'],
      having: ['uncertain'],
      from: '2026-11-01',
      to: 'soon',
    });
    expect(jobFilter.parse(filter)).toMatchObject({ text: 'shop', to: null });
  });
});

describe('hasHistoryFilter', () => {
  it('does not take blanks for a filter', () => {
    expect(hasHistoryFilter({ ...emptyHistoryView, text: '  ' })).toBe(false);
    expect(hasHistoryFilter({ ...emptyHistoryView, from: '2026-11-01' })).toBe(true);
  });
});
