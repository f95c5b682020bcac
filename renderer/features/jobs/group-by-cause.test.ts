import { describe, expect, it } from 'vitest';
import { type ItemReason, type ItemState, itemReasons, type JobItem } from '../../../shared/job.ts';
import { profileId } from '../../../shared/profile.ts';
import { canRetryGroup, groupByCause, listRetryIds, needsDecision } from './group-by-cause.ts';

function createItem(
  id: number,
  state: ItemState,
  reason: ItemReason | null = null,
  apiCode: number | null = null,
): JobItem {
  return {
    seq: id,
    profileId: profileId.parse(id),
    profileName: `Shop ${id}`,
    groupName: 'Shop-EU',
    state,
    reason,
    apiCode,
    plannedName: null,
    resultId: null,
    decision: null,
    attempts: 1,
    updatedAt: 1_750_000_000_000,
  };
}

describe('the groups of a result', () => {
  it('stand in the order failed, uncertain, skipped, not started, done', () => {
    const groups = groupByCause([
      createItem(1, 'done'),
      createItem(2, 'cancelled', 'stopped'),
      createItem(3, 'skipped', 'open_here'),
      createItem(4, 'uncertain', 'timed_out'),
      createItem(5, 'failed', 'rejected', 1007),
    ]);
    expect(groups.map((group) => group.state)).toEqual([
      'failed',
      'uncertain',
      'skipped',
      'cancelled',
      'done',
    ]);
  });

  it('tell equal reasons with different codes apart, the larger group first', () => {
    const groups = groupByCause([
      createItem(1, 'failed', 'rejected', 1007),
      createItem(2, 'failed', 'rejected', 2001),
      createItem(3, 'failed', 'rejected', 2001),
    ]);
    expect(groups.map((group) => [group.apiCode, group.items.length])).toEqual([
      [2001, 2],
      [1007, 1],
    ]);
  });

  it('hold every item once', () => {
    const items = itemReasons.map((reason, index) => createItem(index + 1, 'failed', reason));
    const grouped = groupByCause(items).flatMap((group) => group.items);
    expect(grouped.map((item) => item.profileId).toSorted((a, b) => a - b)).toEqual(
      items.map((item) => item.profileId),
    );
  });
});

describe('the profiles to try again', () => {
  it('are the failed and the uncertain ones, and no others', () => {
    const groups = groupByCause([
      createItem(1, 'done'),
      createItem(2, 'failed', 'not_confirmed'),
      createItem(3, 'uncertain', 'connection_lost'),
      createItem(4, 'skipped', 'open_here'),
      createItem(5, 'cancelled', 'stopped'),
    ]);
    expect(listRetryIds(groups, 'clear_cache')).toEqual([2, 3]);
  });

  it('leave out a profile that vanished and a number that was given to another profile', () => {
    const groups = groupByCause([
      createItem(1, 'failed', 'not_found'),
      createItem(2, 'failed', 'other_profile'),
      createItem(3, 'failed', 'busy'),
    ]);
    expect(listRetryIds(groups, 'clear_cache')).toEqual([3]);
  });

  it('may be a single group of skipped or stopped ones, never one that went well', () => {
    const groups = groupByCause([
      createItem(1, 'done'),
      createItem(2, 'skipped', 'open_elsewhere'),
      createItem(3, 'skipped', 'not_found'),
      createItem(4, 'cancelled', 'stopped'),
    ]);
    expect(
      groups.filter((group) => canRetryGroup(group, 'clear_cache')).map((group) => group.reason),
    ).toEqual(['open_elsewhere', 'stopped']);
  });

  it('leave uncertain copies and openings to the user, who can look', () => {
    const groups = groupByCause([
      createItem(1, 'uncertain', 'timed_out'),
      createItem(2, 'failed', 'rejected', 1004),
    ]);
    expect(listRetryIds(groups, 'copy')).toEqual([2]);
    expect(listRetryIds(groups, 'open')).toEqual([2]);
    expect(groups.filter((group) => needsDecision(group, 'copy')).map((group) => group.state)).toEqual([
      'uncertain',
    ]);
    expect(groups.some((group) => needsDecision(group, 'move_to_group'))).toBe(false);
  });

  it('name a profile once, however many of its copies failed', () => {
    const groups = groupByCause([
      { ...createItem(7, 'failed', 'rejected', 1004), seq: 0 },
      { ...createItem(7, 'failed', 'rejected', 1004), seq: 1 },
    ]);
    expect(listRetryIds(groups, 'copy')).toEqual([7]);
  });
});
