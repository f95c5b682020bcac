import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '../../../shared/activity.ts';
import {
  countActivity,
  countNewer,
  firstActivityView,
  orderActivity,
  toActivityTest,
} from './activity-filter.ts';
import { mergeSlice } from './activity-store.ts';

function entry(seq: number, more: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    ...{ seq, revision: seq, action: 'profile-clear-cache', access: 'write', at: seq, durationMs: 1 },
    ...{ outcome: 'ok', reason: null, apiCode: 0, httpStatus: null, detail: null },
    ...{ profileIds: [seq], profileCount: 1, attempt: 1, jobId: null, isBackground: false, repeats: 1 },
    ...{ body: null, target: null },
    ...more,
  } as ActivityEntry;
}

const entries = [
  entry(1, { profileIds: [501] }),
  entry(2, { action: 'profile-opened-list', isBackground: true, repeats: 300, profileIds: [] }),
  entry(3, { action: 'profile-open', outcome: 'refused', apiCode: 1018, jobId: 'job-a' }),
  entry(4, { action: 'supplier-link-test', target: 'proxies.example', apiCode: null }),
];
const show = (more: object) =>
  [...orderActivity(entries, { ...firstActivityView, ...more })].map((n) => n + 1);

describe('the filters', () => {
  it('show everything but background reads at first, newest first', () => {
    expect(show({})).toEqual([4, 3, 1]);
    expect(show({ withBackground: true })).toEqual([4, 3, 2, 1]);
  });

  it.each([
    [{ text: 'OPEN 1018' }, [3]],
    [{ text: '501' }, [1]],
    [{ text: 'example' }, [4]],
    [{ text: 'nothing' }, []],
    [{ outcomes: ['refused'] }, [3]],
    [{ actions: ['profile-clear-cache'] }, [1]],
    [{ jobs: ['job-a'] }, [3]],
    [{ jobs: ['job-a'], outcomes: ['ok'] }, []],
  ])('narrow down by %j', (more, expected) => expect(show(more)).toEqual(expected));

  it('count what they offer, and background reads one by one', () => {
    const facets = countActivity(entries, false);
    expect([...facets.actions.keys()]).toEqual(['supplier-link-test', 'profile-open', 'profile-clear-cache']);
    expect(facets.outcomes.get('ok')).toBe(2);
    expect([...facets.jobs]).toEqual([['job-a', 1]]);
    expect(facets.backgroundReads).toBe(300);
  });

  it('count only what is new and would be shown', () => {
    expect(countNewer(entries, 1, toActivityTest(firstActivityView))).toBe(2);
    expect(countNewer(entries, 4, toActivityTest(firstActivityView))).toBe(0);
  });
});

describe('taking over what is new', () => {
  it('appends, replaces what changed and drops what is no longer kept', () => {
    const merged = mergeSlice(entries, {
      entries: [entry(6), entry(2, { repeats: 301, revision: 7 }), entry(5)],
      firstSeq: 2,
    });
    expect(merged.map(({ seq, repeats }) => [seq, repeats])).toEqual([
      [2, 301],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 1],
    ]);
  });

  it('is empty after the record was cleared', () => {
    expect(mergeSlice(entries, { entries: [], firstSeq: 5 })).toEqual([]);
  });
});
