import { expect, test } from 'vitest';
import { languages, toLanguage } from './languages.ts';

test('the language of a system is found by its first part, and English otherwise', () => {
  expect(toLanguage('zh-Hans-CN')).toBe('zh-CN');
  expect(toLanguage('ZH')).toBe('zh-CN');
  expect(toLanguage('en-AU')).toBe('en');
  expect(toLanguage('de-DE')).toBe('en');
  expect(toLanguage('')).toBe('en');
});

test('every language is a tag that the system can format in', () => {
  expect(Intl.getCanonicalLocales(languages)).toEqual(languages);
});
