import { english } from './english.ts';
import type { LanguageTexts } from './language.ts';
import { simplifiedChinese } from './zh-cn.ts';

/** Every language of the product by its BCP 47 tag, in the order in which they are offered. */
export const languageTexts = {
  en: english,
  'zh-CN': simplifiedChinese,
} as const satisfies Record<string, LanguageTexts>;

export type Language = keyof typeof languageTexts;

/** The tags of all languages. */
export const languages = Object.keys(languageTexts) as [Language, ...Language[]];

/** The language that fits a BCP 47 tag such as `zh-Hans-CN`; English when none does. */
export function toLanguage(tag: string): Language {
  const primary = (of: string) => of.toLowerCase().split('-')[0];
  return languages.find((language) => primary(language) === primary(tag)) ?? 'en';
}
