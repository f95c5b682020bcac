import { createInstance, type i18n } from 'i18next';
import { errorCatalogue } from '../local-api/error-catalogue.ts';
import type { Language } from '../settings.ts';
import { en } from './en.ts';
import { errorHintsZhCn } from './error-hints.zh-cn.ts';
import type { MessageKey, Messages } from './language.ts';
import { zhCn } from './zh-cn.ts';

/** A language is one entry here: its texts, and its hints for the codes of the Local API. */
const translations: Readonly<
  Record<Language, { readonly messages: Messages; readonly hint: (apiCode: string) => string | undefined }>
> = {
  en: { messages: en, hint: describeInEnglish },
  'zh-CN': { messages: zhCn, hint: (apiCode) => lookUp(errorHintsZhCn, apiCode) },
};

/** Stands for a number in texts of the documentation; the hints of such codes say all by themselves. */
const wordToFill = /\bXXX\b/;

/** What happened, in the API's own words, before what to do: many hints hold only the latter. */
function describeInEnglish(apiCode: string): string | undefined {
  const entry = lookUp(errorCatalogue, apiCode);
  if (entry === undefined || wordToFill.test(entry.message)) return entry?.hint;
  return `${entry.message.replace(/\.?$/, '.')} ${entry.hint}`;
}

function lookUp<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Fills in a text of the language in force; `count` also chooses the plural form. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The i18next instance for one language, ready at once: every text is already in memory. */
export function createTranslations(language: Language): i18n {
  const instance = createInstance();
  instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // A format of numbers is costly to make, and texts with numbers are made at every key in the search.
    cacheInBuiltFormats: true,
    // React and the native dialogs show text as text; escaping here would show entities to the user.
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      Object.entries(translations).map(([name, { messages }]) => [name, { translation: messages }]),
    ),
  });
  return instance;
}

/** The texts of one language as a plain function, for the main process. */
export function createTranslate(language: Language): Translate {
  const instance = createTranslations(language);
  return (key, values) => instance.t(key, { ...values });
}

/** What a code of the Local API means and what to do next, in a sentence or two. */
export function describeApiCode(language: Language, apiCode: number): string | null {
  return translations[language].hint(String(apiCode)) ?? null;
}
