import { describe, expect, it } from 'vitest';
import { type ProfileRow, type ProfileSlice, profileId } from '../../shared/profile.ts';
import { addSlice, emptyList, readProfiles } from './read-profiles.ts';

function makeRows(first: number, count: number): ProfileRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: profileId.parse(first + index),
    name: '',
    note: '',
    color: null,
    groupId: 1,
    groupName: '',
    tags: [],
    proxy: { mode: 2, type: 'direct', host: null, port: null },
    realIp: '',
    lastOpenedAt: null,
  }));
}

function makeSlice(from: number, count: number, more: Partial<ProfileSlice> = {}): ProfileSlice {
  return {
    readingId: 'r',
    from,
    rows: makeRows(from + 1, count),
    loaded: from + count,
    total: 10,
    isComplete: false,
    asOf: 1,
    unreadable: [],
    isUnstable: false,
    ...more,
  };
}

async function readAll(slices: readonly ProfileSlice[]): Promise<number[]> {
  const asked: number[] = [];
  const remaining = [...slices];
  const reading = readProfiles({
    startReading: async () => ({ readingId: 'r' }),
    nextRows: async ({ from }) => {
      asked.push(from);
      const slice = remaining.shift();
      if (!slice) throw new Error('asked for more than there is');
      return slice;
    },
  });
  for await (const _slice of reading);
  return asked;
}

describe('reading the list', () => {
  it('asks for the rows behind those it has until the reading ended', async () => {
    expect(await readAll([makeSlice(0, 4), makeSlice(4, 6, { isComplete: true })])).toEqual([0, 4]);
  });

  it('asks again after a wait that brought no rows', async () => {
    expect(await readAll([makeSlice(0, 0), makeSlice(0, 3, { isComplete: true })])).toEqual([0, 0]);
  });

  it('fetches the rows that are left when the reading ended before the last slice', async () => {
    const ended = { isComplete: true, loaded: 6 };
    expect(await readAll([makeSlice(0, 4, ended), makeSlice(4, 2, ended)])).toEqual([0, 4]);
  });

  it('ends for an empty list', async () => {
    expect(await readAll([makeSlice(0, 0, { isComplete: true, total: 0 })])).toEqual([0]);
  });

  it('passes on what a command throws', async () => {
    await expect(readAll([makeSlice(0, 4)])).rejects.toThrow('asked for more');
  });
});

describe('the list', () => {
  it('is complete only when the ended reading has brought every row', () => {
    const ended = { isComplete: true, loaded: 6 };
    const first = addSlice(emptyList, makeSlice(0, 4, ended));
    const second = addSlice(first, makeSlice(4, 2, ended));
    expect([first.isComplete, second.isComplete, second.rows.length]).toEqual([false, true, 6]);
  });

  it('holds each unreadable row once, in the order of the list', () => {
    const at = (position: number) => ({ position, profileId: null, field: 'name' });
    const first = addSlice(emptyList, makeSlice(0, 1, { unreadable: [at(9)] }));
    const second = addSlice(first, makeSlice(1, 1, { unreadable: [at(9), at(2)] }));
    expect(second.unreadable.map(({ position }) => position)).toEqual([2, 9]);
  });

  it('keeps the total of the first page when a later one names none', () => {
    const list = addSlice(addSlice(emptyList, makeSlice(0, 1)), makeSlice(1, 1, { total: null }));
    expect(list.total).toBe(10);
  });
});

it('takes rows out that a later pass over a changing list did not find any more', () => {
  const before = addSlice(emptyList, makeSlice(0, 4));
  const after = addSlice(
    before,
    makeSlice(4, 2, { isComplete: true, removed: [profileId.parse(2), profileId.parse(5)] }),
  );
  expect(after.rows.map(({ id }) => id)).toEqual([1, 3, 4, 6]);
  expect(after.isComplete).toBe(true);
});
