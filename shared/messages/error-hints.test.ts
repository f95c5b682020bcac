import { describe, expect, it } from 'vitest';
import errors from '../local-api/errors.json' with { type: 'json' };
import { simplifiedChinese } from './zh-cn.ts';

/** An instruction opens the hint or follows a colon or comma, perhaps after a word or two that limit it. */
const englishNextStep =
  /(?:^|: |, )(?:(?:and|or|then|for an? \w+ profile) )*(?:add|ask|check|choose|close|copy|download|enter|fill|free|give|go|install|let|open|pick|refresh|remove|set|shorten|sign|switch|test|transfer|try|type|use|wait)\b/i;

const english = Object.entries(errors).map(([code, { hint }]) => ({ code, hint }));
const chinese = Object.keys(errors).map((code) => ({ code, hint: simplifiedChinese.hint(code) ?? '' }));

describe('the English error hints', () => {
  it.each(english)('of code $code is a sentence that names a next step', ({ hint }) => {
    expect(hint).toMatch(/^\S.*\S\.$/);
    expect(hint.split(' ').length).toBeGreaterThanOrEqual(3);
    expect(hint).toMatch(englishNextStep);
  });
});

describe('the Chinese error hints', () => {
  it('tell nothing about a code that is not documented', () => {
    expect(simplifiedChinese.hint('4711')).toBeUndefined();
  });

  it.each(chinese)('of code $code is a Chinese sentence that names a next step', ({ hint }) => {
    expect(hint).toMatch(/\p{Script=Han}/u);
    expect(hint).toMatch(/。$/);
    expect(hint).toContain('请');
  });

  it.each(chinese)('of code $code uses full-width punctuation and the terms of the client', ({ hint }) => {
    expect(hint).not.toMatch(/[,;:!?()"']/);
    expect(hint).not.toMatch(/配置文件|群组|cookie|Cookies/);
  });
});
