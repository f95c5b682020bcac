import { describe, expect, it } from 'vitest';
import { type OpenProfile, type ProfileId, type ProfileRow, profileId } from '../../shared/profile.ts';
import {
  countFacets,
  describeProxyAddress,
  emptyView,
  filterRows,
  nextSort,
  type ProfileSort,
  type ProfileView,
  sortRows,
} from './profile-table.ts';

function makeRow(id: number, more: Partial<Omit<ProfileRow, 'id'>> = {}): ProfileRow {
  return {
    id: profileId.parse(id),
    name: `profile ${id}`,
    note: '',
    color: null,
    groupId: 1,
    groupName: 'Default',
    tags: [],
    proxy: { mode: 2, type: 'http', host: '203.0.113.9', port: '8080' },
    realIp: '',
    lastOpenedAt: null,
    ...more,
  };
}

const noneOpen: ReadonlyMap<ProfileId, OpenProfile> = new Map();

function showIds(
  rows: readonly ProfileRow[],
  view: Partial<ProfileView>,
  opened: ReadonlyMap<ProfileId, OpenProfile> = noneOpen,
): number[] {
  const order = filterRows(rows, sortRows(rows, view.sort ?? null), { ...emptyView, ...view }, opened);
  return [...order].map((index) => rows[index]?.id ?? 0);
}

describe('the search', () => {
  const rows = [
    makeRow(1, { name: 'Дмитрий', note: 'ask Anna' }),
    makeRow(2, { name: 'Shop', tags: ['VIP', '广告'] }),
    makeRow(41, { proxy: { mode: 2, type: 'socks5', host: 'proxy.example', port: '1080' } }),
  ];

  it.each([
    ['the name in any case', 'ДМИТРИЙ', [1]],
    ['the note', 'anna', [1]],
    ['a tag', 'vip', [2]],
    ['a Chinese tag', '广告', [2]],
    ['the number', '41', [41]],
    ['the type and address of the proxy', 'SOCKS5 proxy.example:1080', [41]],
    ['text between blanks', '  shop ', [2]],
    ['nothing', '', [1, 2, 41]],
  ])('finds %s', (_what, search, found) => {
    expect(showIds(rows, { search })).toEqual(found);
  });

  it('does not find text that spans two fields', () => {
    expect(showIds([makeRow(1, { name: 'ab', note: 'cd' })], { search: 'abcd' })).toEqual([]);
  });

  it('finds nothing across the end of a profile, nor by the character that stands there', () => {
    const two = [makeRow(1, { name: 'ab' }), makeRow(2, { name: 'cd' })];
    expect(showIds(two, { search: '\u0000' })).toEqual([]);
    expect(showIds(two, { search: '\u00002' })).toEqual([]);
    expect(showIds(two, { search: 'cd' })).toEqual([2]);
  });
});

describe('the search in a sorted list', () => {
  const rows = [
    makeRow(1, { name: 'b shop', groupName: 'EU' }),
    makeRow(2, { name: 'c team' }),
    makeRow(3, { name: 'a shop', groupName: 'EU' }),
    makeRow(4, { name: 'd shop' }),
  ];
  const byName: ProfileSort = { key: 'name', direction: 'descending' };

  it('keeps the order of the sort', () => {
    expect(showIds(rows, { search: 'shop' })).toEqual([1, 3, 4]);
    expect(showIds(rows, { search: 'shop', sort: byName })).toEqual([4, 1, 3]);
  });

  it('asks the filters as well', () => {
    expect(showIds(rows, { search: 'shop', groups: ['EU'] })).toEqual([1, 3]);
    expect(showIds(rows, { search: 'shop', groups: ['EU'], sort: byName })).toEqual([1, 3]);
  });
});

describe('the filters', () => {
  const rows = [
    makeRow(1, { groupName: 'EU', tags: ['a'] }),
    makeRow(2, { groupName: 'US', tags: ['a', 'b'], proxy: { mode: 4, type: null, host: null, port: null } }),
    makeRow(3, { groupName: 'EU', tags: ['b'] }),
  ];
  const open = (id: number, canClose: boolean): [ProfileId, OpenProfile] => [
    profileId.parse(id),
    { profileId: profileId.parse(id), canClose, openedBy: null, openedAt: null },
  ];
  const opened = new Map([open(1, true), open(2, false)]);

  it('show a profile that has any of the values of one filter', () => {
    expect(showIds(rows, { tags: ['a', 'b'] })).toEqual([1, 2, 3]);
    expect(showIds(rows, { tags: ['a'] })).toEqual([1, 2]);
  });

  it('show only profiles that fit every filter and the search', () => {
    expect(showIds(rows, { groups: ['EU'], tags: ['b'] })).toEqual([3]);
    expect(showIds(rows, { groups: ['EU'], search: 'profile 1' })).toEqual([1]);
    expect(showIds(rows, { groups: ['EU'], proxyModes: [4] })).toEqual([]);
  });

  it('tell profiles open here, open elsewhere and closed apart', () => {
    expect(showIds(rows, { openKinds: ['here'] }, opened)).toEqual([1]);
    expect(showIds(rows, { openKinds: ['elsewhere'] }, opened)).toEqual([2]);
    expect(showIds(rows, { openKinds: ['closed', 'here'] }, opened)).toEqual([1, 3]);
  });

  it('count each value over all rows', () => {
    const counts = countFacets(rows);
    expect([...counts.groups]).toEqual([
      ['EU', 2],
      ['US', 1],
    ]);
    expect(counts.tags.get('b')).toBe(2);
    expect(counts.proxyModes.get(4)).toBe(1);
  });
});

describe('the order', () => {
  const sort = (key: ProfileSort['key'], direction: ProfileSort['direction']) => ({
    sort: { key, direction },
  });

  it('is that of ixBrowser without a sort', () => {
    expect(showIds([makeRow(3), makeRow(1)], {})).toEqual([3, 1]);
  });

  it('takes digits in names as numbers', () => {
    const rows = [
      makeRow(1, { name: 'shop 10' }),
      makeRow(2, { name: 'shop 9' }),
      makeRow(3, { name: 'Shop 1' }),
    ];
    expect(showIds(rows, sort('name', 'ascending'))).toEqual([3, 2, 1]);
    expect(showIds(rows, sort('name', 'descending'))).toEqual([1, 2, 3]);
  });

  it('keeps rows without a value at the end in both directions', () => {
    const rows = [makeRow(1), makeRow(2, { lastOpenedAt: 20 }), makeRow(3, { lastOpenedAt: 10 })];
    expect(showIds(rows, sort('lastOpened', 'ascending'))).toEqual([3, 2, 1]);
    expect(showIds(rows, sort('lastOpened', 'descending'))).toEqual([2, 3, 1]);
    const noted = [makeRow(1), makeRow(2, { note: 'b' }), makeRow(3, { note: 'a' })];
    expect(showIds(noted, sort('note', 'descending'))).toEqual([2, 3, 1]);
  });

  it('keeps equal rows in the order of ixBrowser', () => {
    const rows = [makeRow(5, { name: 'x' }), makeRow(2, { name: 'x' }), makeRow(9, { name: 'x' })];
    expect(showIds(rows, sort('name', 'descending'))).toEqual([5, 2, 9]);
  });

  it('goes from ascending over descending back to that of ixBrowser', () => {
    const first = nextSort(null, 'name');
    const second = nextSort(first, 'name');
    expect([first?.direction, second?.direction, nextSort(second, 'name')]).toEqual([
      'ascending',
      'descending',
      null,
    ]);
    expect(nextSort(first, 'note')).toEqual({ key: 'note', direction: 'ascending' });
  });
});

describe('the address of a proxy', () => {
  it.each([
    [{ mode: 2, type: 'http', host: '203.0.113.9', port: '80' }, 'http 203.0.113.9:80'],
    [{ mode: 2, type: 'http', host: '2001:db8::1', port: '80' }, 'http [2001:db8::1]:80'],
    [{ mode: 4, type: null, host: 'supplier.example', port: null }, 'supplier.example'],
    [{ mode: 2, type: 'direct', host: null, port: null }, 'direct'],
    [{ mode: null, type: null, host: null, port: null }, ''],
  ] as const)('of %o reads "%s"', (proxy, text) => {
    expect(describeProxyAddress(proxy)).toBe(text);
  });
});
