import { expect, test } from 'vitest';
import { profileId } from '../../shared/profile.ts';
import { fail, succeed } from '../../shared/result.ts';
import { fingerprintAccount, isSameAccount, pickSample } from './identity.ts';

function planned(count: number) {
  return Array.from({ length: count }, (_, seq) => ({
    seq,
    profileId: profileId.parse(seq + 1),
    identity: `path ${seq + 1}`,
    lastOpenSeconds: null,
    preimage: null,
    marker: null,
    target: null,
  }));
}

/** Compares a job of `count` profiles with an API that knows the given cache paths; the others are gone. */
async function compare(count: number, paths: Record<number, string>) {
  const sample = planned(count);
  const same = await isSameAccount(sample, fingerprintAccount(sample), async (id) => {
    const identity = paths[id];
    return succeed(identity === undefined ? null : { identity, lastOpenSeconds: null });
  });
  return same.ok ? same.value : same.error.code;
}

test('the sample is spread over the whole list and the same every time', () => {
  const list = Array.from({ length: 101 }, (_, n) => n);
  expect(pickSample(list)).toEqual([0, 25, 50, 75, 100]);
  expect(pickSample([1, 2, 3])).toEqual([1, 2, 3]);
});

test('the same paths are the same account', async () => {
  expect(await compare(2, { 1: 'path 1', 2: 'path 2' })).toBe(true);
});

test('a deleted or renumbered profile beside a known one is still the same account', async () => {
  expect(await compare(2, { 1: 'path 1' })).toBe(true);
  expect(await compare(2, { 1: 'path 1', 2: 'path 9' })).toBe(true);
});

test('other paths behind the same numbers are another account, and so are profiles that are all gone', async () => {
  expect(await compare(2, { 1: 'path 8', 2: 'path 9' })).toBe(false);
  expect(await compare(2, {})).toBe(false);
  expect(await compare(1, { 1: 'path 9' })).toBe(false);
});

test('a lone profile that is gone proves nothing', async () => {
  expect(await compare(1, {})).toBe(true);
});

test('a failed reading is passed on', async () => {
  const sample = planned(1);
  const same = await isSameAccount(sample, 'another', async () => fail('api_timeout', 'Slow.'));
  expect(same).toMatchObject({ error: { code: 'api_timeout' } });
});
