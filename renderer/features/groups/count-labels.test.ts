import { expect, test } from 'vitest';
import { type ProfileRow, profileId } from '../../../shared/profile.ts';
import { countProfiles } from './count-labels.ts';

function makeRow(id: number, groupId: number, tags: readonly string[]): ProfileRow {
  return {
    id: profileId.parse(id),
    name: `profile ${id}`,
    note: '',
    color: null,
    groupId,
    groupName: `group ${groupId}`,
    tags,
    proxy: { mode: 2, type: 'direct', host: null, port: null },
    realIp: '',
    lastOpenedAt: null,
  };
}

const rows = [makeRow(1, 1, ['a', 'a']), makeRow(2, 1, ['b', 'a']), makeRow(3, 7, [])];

test('profiles are counted by the number of their group, whatever it is called', () => {
  const groups = [
    { id: 1, title: 'Default' },
    { id: 7, title: 'Default' },
    { id: 9, title: 'Empty' },
  ];
  expect([...countProfiles('group', groups, rows)]).toEqual([
    [1, 2],
    [7, 1],
    [9, 0],
  ]);
});

test('a profile counts once for a tag that the list names twice', () => {
  const tags = [
    { id: 1, title: 'a' },
    { id: 2, title: 'b' },
  ];
  expect([...countProfiles('tag', tags, rows)]).toEqual([
    [1, 2],
    [2, 1],
  ]);
});
