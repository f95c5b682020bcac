import { describe, expect, it } from 'vitest';
import type { JobCheck, SetApartProfile } from '../../shared/job.ts';
import { profileId } from '../../shared/profile.ts';
import { planRun, readTypedCount } from './plan-run.ts';

function createCheck(
  ready: number,
  setApart: readonly Omit<SetApartProfile, 'profileName'>[] = [],
): JobCheck {
  return {
    ready: Array.from({ length: ready }, (_, index) => profileId.parse(1_000 + index)),
    setApart: setApart.map((profile) => ({ ...profile, profileName: `Shop ${profile.profileId}` })),
    asOf: 1_750_000_000_000,
  };
}

function openElsewhere(id: number, openedBy: string | null): Omit<SetApartProfile, 'profileName'> {
  return { profileId: profileId.parse(id), reason: 'open_elsewhere', openedBy };
}

describe('the plan of a run', () => {
  const openHere = { profileId: profileId.parse(1), reason: 'open_here', openedBy: null } as const;

  it('counts open profiles only when they are to be closed', () => {
    const check = createCheck(34, [openHere]);
    expect(planRun(check, 'clear_cache', false).targetCount).toBe(34);
    expect(planRun(check, 'clear_cache', true).targetCount).toBe(35);
  });

  it('asks for the number from 20 profiles on, for cookies alone', () => {
    expect(planRun(createCheck(19), 'clear_cache_and_cookies', false).needsTypedCount).toBe(false);
    expect(planRun(createCheck(20), 'clear_cache_and_cookies', false).needsTypedCount).toBe(true);
    expect(planRun(createCheck(19, [openHere]), 'clear_cache_and_cookies', true).needsTypedCount).toBe(true);
    expect(planRun(createCheck(5_000), 'clear_cache', false).needsTypedCount).toBe(false);
  });

  it('groups profiles that are open elsewhere by the account that opened them', () => {
    const check = createCheck(0, [
      openElsewhere(1, 'anna@example.com'),
      openElsewhere(2, null),
      openElsewhere(3, null),
      { profileId: profileId.parse(4), reason: 'not_found', openedBy: null },
    ]);
    const plan = planRun(check, 'clear_cache', false);
    expect(plan.openElsewhere.map((group) => [group.openedBy, group.profiles.length])).toEqual([
      [null, 2],
      ['anna@example.com', 1],
    ]);
    expect(plan.notFound.map((profile) => profile.profileId)).toEqual([4]);
  });
});

describe('the typed number', () => {
  it.each(['1240', ' 1,240 ', '1 240', '1.240', '１２４０'])('is read from %j', (text) => {
    expect(readTypedCount(text, 1_240)).toBe(1_240);
  });

  it.each(['', '124', '12400', '1240x', '-1240', 'all'])('is refused in %j', (text) => {
    expect(readTypedCount(text, 1_240)).toBeNull();
  });
});
