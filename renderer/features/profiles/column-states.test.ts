import { describe, expect, it } from 'vitest';
import type { ColumnState } from '../../../shared/profile-view.ts';
import { changeColumn, completeStates, moveColumn, shiftColumn, toShownColumns } from './column-states.ts';

const declared = [
  { key: 'id', width: 80, grow: 0, isPinned: true },
  { key: 'name', width: 180, grow: 3 },
  { key: 'note', width: 150, grow: 3 },
];
const state = (key: string, more: Partial<ColumnState> = {}): ColumnState => ({
  key,
  width: null,
  isHidden: false,
  isPinned: false,
  ...more,
});
const keys = (columns: readonly { readonly key: string }[]) => columns.map(({ key }) => key);

describe('the columns of the grid', () => {
  it('are the declared ones when nothing is remembered', () => {
    expect(toShownColumns(declared, []).map(({ key, grow }) => [key, grow])).toEqual([
      ['id', 0],
      ['name', 3],
      ['note', 3],
    ]);
  });

  it('stand in the remembered order, pinned ones first, new ones last', () => {
    const remembered = [state('note'), state('name', { isPinned: true })];
    expect(keys(completeStates(declared, remembered))).toEqual(['name', 'id', 'note']);
  });

  it('do without columns that this version does not know, and without doubles', () => {
    const remembered = [state('gone'), state('note'), state('note', { isHidden: true })];
    expect(keys(toShownColumns(declared, remembered))).toEqual(['id', 'note', 'name']);
  });

  it('keep a chosen width and do not grow then', () => {
    expect(toShownColumns(declared, [state('name', { width: 90 })])[1]).toMatchObject({ width: 90, grow: 0 });
  });

  it('are all shown when all of them are remembered as hidden', () => {
    const remembered = declared.map(({ key }) => state(key, { isHidden: true }));
    expect(toShownColumns(declared, remembered)).toHaveLength(3);
  });
});

describe('a column', () => {
  const states = [state('a', { isPinned: true }), state('b'), state('c', { isHidden: true }), state('d')];

  it('moves before or after another one', () => {
    expect(keys(moveColumn(states, 'd', 'b', 'before'))).toEqual(['a', 'd', 'b', 'c']);
    expect(keys(moveColumn(states, 'b', 'd', 'after'))).toEqual(['a', 'c', 'd', 'b']);
    expect(moveColumn(states, 'b', 'nowhere', 'after')).toBe(states);
  });

  it('is pinned among pinned ones and is not elsewhere', () => {
    expect(moveColumn(states, 'd', 'a', 'before')[0]).toEqual(state('d', { isPinned: true }));
    expect(moveColumn(states, 'a', 'd', 'after')[3]).toEqual(state('a'));
  });

  it('changes places with the neighbour that is shown', () => {
    expect(keys(shiftColumn(states, 'b', 1) ?? [])).toEqual(['a', 'c', 'd', 'b']);
    expect(shiftColumn(states, 'd', 1)).toBeNull();
    expect(shiftColumn(states, 'a', -1)).toBeNull();
  });

  it('cannot be hidden when it is the last one', () => {
    const one = [state('a'), state('b', { isHidden: true })];
    expect(changeColumn(one, 'a', { isHidden: true })).toBe(one);
    expect(changeColumn(one, 'b', { isHidden: false })[1]).toEqual(state('b'));
  });
});
