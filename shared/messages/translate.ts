import { createInstance, type i18n } from 'i18next';
import type { MessageKey } from './language.ts';
import { type Language, languageTexts } from './languages.ts';

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
      Object.entries(languageTexts).map(([name, { messages }]) => [name, { translation: messages }]),
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
  return languageTexts[language].hint(String(apiCode)) ?? null;
}
