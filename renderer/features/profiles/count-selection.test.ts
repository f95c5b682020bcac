import { describe, expect, it } from 'vitest';
import { type ProfileRow, profileId } from '../../../shared/profile.ts';
import { countSelection } from './count-selection.ts';

const rows: readonly ProfileRow[] = [1, 2, 3, 4].map((id) => ({
  id: profileId.parse(id),
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
const select = (...ids: number[]) => new Set(ids.map((id) => profileId.parse(id)));

describe('counting the selection', () => {
  it('tells profiles that a filter hides from those shown', () => {
    expect(countSelection(select(1, 2, 4), { rows, isComplete: true }, Int32Array.of(0, 1))).toEqual({
      selected: 3,
      shown: 2,
      hidden: 1,
      gone: 0,
    });
  });

  it('tells profiles that left the list from hidden ones', () => {
    expect(countSelection(select(1, 4, 99), { rows, isComplete: true }, Int32Array.of(0))).toEqual({
      selected: 3,
      shown: 1,
      hidden: 1,
      gone: 1,
    });
  });

  it('calls no profile gone before the whole list is read', () => {
    expect(countSelection(select(99), { rows, isComplete: false }, Int32Array.of(0)).gone).toBe(0);
  });
});
