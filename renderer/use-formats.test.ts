import { describe, expect, it } from 'vitest';
import { createFormats } from './use-formats.ts';

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

describe('the formats', () => {
  it('group digits and count plainly in both languages', () => {
    expect(createFormats('en').number(1_240)).toBe('1,240');
    expect(createFormats('zh-CN').number(1_240)).toBe('1,240');
  });

  it.each([
    ['seconds', 20_000, 'now', '现在'],
    ['hours', 5 * hour, '5 hours ago', '5 小时前'],
    ['one day', 30 * hour, 'yesterday', '昨天'],
    ['weeks', 15 * 24 * hour, '2 weeks ago', '2 周前'],
  ])('tell %s in the largest whole unit', (_what, ago, english, chinese) => {
    expect(createFormats('en').relative(now - ago, now)).toBe(english);
    expect(createFormats('zh-CN').relative(now - ago, now)).toBe(chinese);
  });

  it('tell what is further away than 30 days as a date', () => {
    const ago = 800 * 24 * hour;
    expect(createFormats('en').relative(now - ago, now)).toBe('12 Sept 2024');
    expect(createFormats('zh-CN').relative(now - ago, now)).toBe('2024年9月12日');
  });

  it('tell the time of day in 24 hours', () => {
    expect(createFormats('en').time(new Date(2026, 10, 21, 14, 2).getTime())).toBe('14:02');
    expect(createFormats('zh-CN').time(new Date(2026, 10, 21, 0, 5).getTime())).toBe('00:05');
  });

  it.each([
    [0, '0 sec', '0 秒'],
    [400, '0 sec', '0 秒'],
    [12_000, '12 sec', '12 秒'],
    [60_000, '1 min', '1 分钟'],
    [192_000, '3 min 12 sec', '3 分钟 12 秒'],
    [3_905_000, '1 hr 5 min', '1 小时 5 分钟'],
    [7_200_000, '2 hr', '2 小时'],
  ])('tell %d ms in the two largest units', (ms, english, chinese) => {
    expect(createFormats('en').duration(ms)).toBe(english);
    expect(createFormats('zh-CN').duration(ms)).toBe(chinese);
  });

  it('name countries', () => {
    expect(createFormats('en').country('DE')).toBe('Germany');
    expect(createFormats('zh-CN').country('DE')).toBe('德国');
  });

  it('tell milliseconds one by one where they count', () => {
    expect(createFormats('en').milliseconds(1_240)).toBe('1,240 ms');
    expect(createFormats('zh-CN').milliseconds(7)).toBe('7 毫秒');
  });
});
