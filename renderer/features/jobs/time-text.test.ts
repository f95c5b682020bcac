import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../../shared/messages/translate.ts';
import { describeTimeLeft } from './time-text.ts';

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
