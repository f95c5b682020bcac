import { describe, expect, it } from 'vitest';
import { enumValues } from '../../../shared/local-api/enum-catalogue.ts';
import { createFormats } from '../../use-formats.ts';
import { choiceLabel } from './console-words.ts';

describe('the label of a choice', () => {
  const labelOf = (list: string, value: string | number, language: 'en' | 'zh-CN') => {
    const choice = enumValues(list).find((entry) => entry.value === value);
    if (!choice) throw new Error(`${list} has no ${value}.`);
    return choiceLabel(choice, list, { language, formats: createFormats(language) });
  };

  it.each([
    ['a choice', 'webrtc', '1', '替换', 'Replace'],
    ['a proper name', 'proxy_type', 'socks5', 'SOCKS5', 'SOCKS5'],
    ['a country', 'country', 'DE', '德国', 'Germany'],
    ['a language, by its country', 'language', 'vn', '越南', 'Vietnamese (Vietnam)'],
  ])('of %s is in the language in force', (_what, list, value, chinese, english) => {
    expect(labelOf(list, value, 'zh-CN')).toBe(chinese);
    expect(labelOf(list, value, 'en')).toBe(english);
  });
});
