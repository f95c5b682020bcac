import { expect, test } from 'vitest';
import type { ProfileId } from '../../../shared/profile.ts';
import type { ProfileDetails } from '../../../shared/profile-details.ts';
import {
  acceptPresent,
  changeField,
  dropFields,
  findRefusedField,
  findWrongFields,
  toUpdateInput,
} from './profile-draft.ts';

const values = { name: 'Shop', note: '', color: '#FF6666', groupId: 2, tags: ['vip', 'new'] };

function createDetails(changed: Partial<typeof values> = {}): ProfileDetails {
  const shown = { ...values, ...changed };
  return {
    row: {
      id: 7 as ProfileId,
      ...shown,
      groupName: 'Group',
      proxy: { mode: 2, type: 'direct', host: null, port: null },
      realIp: '',
      lastOpenedAt: null,
    },
    values: shown,
    siteUrl: '',
    proxyId: null,
    secrets: [],
    identity: 'abc',
    asOf: 0,
  };
}

test('only what changed is sent, with what was shown of it', () => {
  const draft = changeField(null, createDetails(), 'name', ' Shop 2 ');
  expect(draft && toUpdateInput(draft)).toEqual({
    profileId: 7,
    identity: 'abc',
    changes: { name: 'Shop 2' },
    expected: { name: 'Shop' },
  });
});

test('a field that is set back is not changed any more', () => {
  const details = createDetails();
  const both = changeField(changeField(null, details, 'note', 'x'), details, 'tags', ['vip']);
  const one = changeField(both, details, 'note', '');
  expect(one?.values).toEqual({ tags: ['vip'] });
  expect(changeField(one, details, 'tags', ['vip', 'new'])).toBeNull();
});

test('what was shown when a change began stays expected when the list is read again', () => {
  const draft = changeField(null, createDetails(), 'name', 'Mine');
  const newer = createDetails({ name: 'Theirs' });
  const later = changeField(draft, newer, 'name', 'Mine 2');
  expect(later?.expected).toEqual({ name: 'Shop' });
  expect(later && acceptPresent(later, newer).expected).toEqual({ name: 'Theirs' });
});

test('dropping the last field leaves no draft', () => {
  const draft = changeField(null, createDetails(), 'groupId', 3);
  expect(draft && dropFields(draft, ['groupId'])).toBeNull();
  expect(draft && dropFields(draft, ['name'])).toEqual(draft);
});

test.each([
  ['name', ''],
  ['name', 'x'.repeat(101)],
  ['note', 'x'.repeat(201)],
  ['color', 'red'],
  ['color', '#12345'],
  ['tags', ['']],
] as const)('%s with %j is refused before it is sent', (field, value) => {
  const draft = changeField(null, createDetails(), field, value);
  expect(draft && findWrongFields(draft)).toEqual([field]);
});

test('refused codes lead to their fields', () => {
  expect([102003, 102009, 102010, 1004, undefined].map(findRefusedField)).toEqual([
    'name',
    'groupId',
    'note',
    null,
    null,
  ]);
});
