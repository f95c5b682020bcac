import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../../shared/messages/translate.ts';
import { describeTimeLeft, formatDuration } from './time-text.ts';

describe('the time that is left', () => {
  const translate = createTranslate('en');

  it.each([
    [0, 'a few seconds left'],
    [9.9, 'a few seconds left'],
    [10, 'about 10 seconds left'],
    [41, 'about 50 seconds left'],
    [60, 'about 1 minute left'],
    [61, 'about 2 minutes left'],
    [3_540, 'about 59 minutes left'],
    [3_541, 'about 1 h 0 min left'],
    [9_000, 'about 2 h 30 min left'],
  ])('%d seconds read as %j', (seconds, text) => {
    const wording = describeTimeLeft(seconds);
    expect(translate(wording.key, wording.values)).toBe(text);
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 sec'],
    [400, '0 sec'],
    [12_000, '12 sec'],
    [60_000, '1 min'],
    [192_000, '3 min 12 sec'],
    [3_905_000, '1 hr 5 min'],
    [7_200_000, '2 hr'],
  ])('of %d ms reads as %j', (milliseconds, text) => {
    expect(formatDuration(milliseconds, 'en')).toBe(text);
  });

  it('follows the language', () => {
    expect(formatDuration(192_000, 'zh-CN')).toBe('3分钟 12秒');
  });
});
