import { describe, expect, it } from 'vitest';
import { type ProfileRow, profileId } from '../../../shared/profile.ts';
import { toCellText, writeCsv, writeTabbed } from './rows-as-text.ts';

const row: ProfileRow = {
  id: profileId.parse(12),
  name: '=HYPERLINK("http://x")',
  note: 'first\nsecond, "quoted"',
  color: null,
  groupId: 1,
  groupName: 'Shop\tEU',
  tags: ['a', 'b'],
  proxy: { mode: 2, type: 'http', host: '203.0.113.9', port: '80' },
  realIp: '',
  lastOpenedAt: 0,
};
const columns = [
  { key: 'id', label: 'Number' },
  { key: 'name', label: 'Name' },
  { key: 'group', label: 'Group' },
  { key: 'note', label: 'Note' },
];

describe('copied rows', () => {
  it('are lines of cells apart by tabs, without line ends inside', () => {
    expect(writeTabbed([row], columns, toCellText)).toBe(
      'Number\tName\tGroup\tNote\n12\t\'=HYPERLINK("http://x")\tShop EU\tfirst second, "quoted"\n',
    );
  });

  it('are CSV with quotes where they are needed', () => {
    expect(writeCsv([row], columns, toCellText)).toBe(
      'Number,Name,Group,Note\r\n12,"\'=HYPERLINK(""http://x"")",Shop\tEU,"first\nsecond, ""quoted"""\r\n',
    );
  });

  it.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '＝1', '＠a'])(
    'never begin a cell of CSV like the formula %j',
    (name) => {
      const [, line] = writeCsv([{ ...row, name }], [{ key: 'name', label: 'Name' }], toCellText).split(
        '\r\n',
      );
      expect(line?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('hold the exact time and the address of the proxy', () => {
    expect(toCellText(row, 'lastOpened')).toBe('1970-01-01T00:00:00.000Z');
    expect(toCellText(row, 'proxy')).toBe('http 203.0.113.9:80');
    expect(toCellText(row, 'unknown')).toBe('');
  });
});
