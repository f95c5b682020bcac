import { describe, expect, it } from 'vitest';
import { type ProfileRow, profileId } from '../../../shared/profile.ts';
import { indexProfiles, matchProfiles } from './match-profiles.ts';

const makeRow = (id: number, name: string): ProfileRow => ({
  id: profileId.parse(id),
  name,
  note: '',
  color: null,
  groupId: 1,
  groupName: 'Default',
  tags: [],
  proxy: { mode: 2, type: 'http', host: null, port: null },
  realIp: '',
  lastOpenedAt: null,
});
const index = indexProfiles([
  makeRow(1, 'Shop One'),
  makeRow(2, 'Shop, Two'),
  makeRow(3, 'Twin'),
  makeRow(4, 'twin'),
  makeRow(5, '77'),
  makeRow(6, '店铺'),
  makeRow(7, ''),
]);
const match = (text: string) => matchProfiles(text, index);

describe('a pasted list', () => {
  it.each([
    ['line ends', '1\r\n2\n6'],
    ['commas', '1, 2,6'],
    ['Chinese commas', '1，2、6'],
    ['tabs', '1\t2\t6'],
    ['blanks', ' 1 2  6 '],
  ])('finds numbers apart by %s', (_what, text) => {
    expect(match(text)).toEqual({ found: [1, 2, 6], missing: [], ambiguous: [], repeated: [] });
  });

  it('finds names in any case, with blanks and commas in them', () => {
    expect(match('shop one\nSHOP, TWO\n店铺').found).toEqual([1, 2, 6]);
    expect(match('Shop One, 店铺').found).toEqual([1, 6]);
  });

  it('takes a number first as the number of a profile, then as a name', () => {
    expect(match('5').found).toEqual([5]);
    expect(match('77').found).toEqual([5]);
  });

  it('names what is not found, once', () => {
    expect(match('1\n999\nnobody\n999').missing).toEqual(['999', 'nobody']);
  });

  it('asks which one is meant by a name of several', () => {
    expect(match('Twin')).toEqual({
      found: [],
      missing: [],
      ambiguous: [{ name: 'Twin', profileIds: [3, 4] }],
      repeated: [],
    });
  });

  it('names profiles that are in it more than once', () => {
    expect(match('1\nShop One\n1').repeated).toEqual([1]);
  });

  it('takes the number of each row of a table', () => {
    expect(match('Number\tName\n1\tShop One\tDefault\n6\t店铺\t')).toMatchObject({
      found: [1, 6],
      missing: ['Number', 'Name'],
    });
  });

  it('finds nothing in an empty text', () => {
    expect(match(' \n\t')).toEqual({ found: [], missing: [], ambiguous: [], repeated: [] });
  });
});
