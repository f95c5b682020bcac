import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { createTranslations, type Translate } from '../shared/messages/translate.ts';
import { type Language, languages } from '../shared/settings.ts';

/** Puts a language in force for everything inside; a change shows at once. */
export function MessagesProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const i18n = useMemo(() => createTranslations(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>;
}

/** The texts of the language in force: `t('key', values)` accepts only keys that exist. */
export function useMessages(): { readonly t: Translate; readonly language: Language } {
  const { t: translate, i18n } = useTranslation();
  return useMemo(() => {
    const t: Translate = (key, values) => translate(key, { ...values });
    return { t, language: languages.find((known) => known === i18n.language) ?? 'en' };
  }, [translate, i18n]);
}
