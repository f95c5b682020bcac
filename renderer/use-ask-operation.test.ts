import { describe, expect, it } from 'vitest';
import type { SetApartProfile } from '../shared/job.ts';
import type { StartableOperation } from '../shared/operation.ts';
import { profileId } from '../shared/profile.ts';
import { secretRef } from '../shared/proxy-target.ts';
import { canStartAtOnce } from './use-ask-operation.ts';

function makeCheck(ready: number, setApart: readonly SetApartProfile[] = []) {
  return { ready: { length: ready }, setApart };
}

const openElsewhere: SetApartProfile = {
  profileId: profileId.parse(1),
  profileName: 'Shop 1',
  reason: 'open_elsewhere',
  openedBy: null,
};

describe('a job starts without a dialog', () => {
  it.each<[StartableOperation, number, boolean]>([
    [{ kind: 'open' }, 9, true],
    [{ kind: 'open' }, 10, false],
    [{ kind: 'close' }, 10, false],
    [{ kind: 'clear_cache' }, 5_000, true],
    [{ kind: 'clear_cache_and_cookies' }, 19, true],
    [{ kind: 'clear_cache_and_cookies' }, 20, false],
    [{ kind: 'reset_open_state' }, 1, false],
    [{ kind: 'open' }, 0, false],
  ])('%o for %i profiles: %s', (operation, ready, expected) => {
    expect(canStartAtOnce(operation, makeCheck(ready))).toBe(expected);
  });

  it('never when somebody would be left out', () => {
    expect(canStartAtOnce({ kind: 'open' }, makeCheck(3, [openElsewhere]))).toBe(false);
  });

  it('never when a login has to be entered', () => {
    const secret = secretRef.parse('0f0e7a52-6d0c-4a57-9d34-5f8f5f1f1f1f');
    const proxy = { kind: 'custom', type: 'http', host: 'h', port: 1, checkLine: 'cn_line' } as const;
    expect(canStartAtOnce({ kind: 'set_proxy', proxy: { ...proxy, secret } }, makeCheck(1))).toBe(false);
    expect(canStartAtOnce({ kind: 'set_proxy', proxy: { ...proxy, secret: null } }, makeCheck(1))).toBe(true);
  });
});
