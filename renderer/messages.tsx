import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { type Language, languages } from '../shared/messages/languages.ts';
import { createTranslate, createTranslations, type Translate } from '../shared/messages/translate.ts';

interface MessagesInForce {
  readonly t: Translate;
  readonly language: Language;
}

// Read by every cell of the grid, for which the hook of react-i18next is too slow.
const MessagesContext = createContext<MessagesInForce>({ t: createTranslate('en'), language: 'en' });

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
  return (
    <I18nextProvider i18n={i18n}>
      <TypedMessages>{children}</TypedMessages>
    </I18nextProvider>
  );
}

function TypedMessages({ children }: { readonly children: ReactNode }) {
  const { t: translate, i18n } = useTranslation();
  const messages = useMemo((): MessagesInForce => {
    // The cells of a fast scrolling grid ask for the same few texts thousands of times a second.
    const known = new Map<string, string>();
    const t: Translate = (key, values) => {
      if (values) return translate(key, { ...values });
      const text = known.get(key) ?? translate(key);
      known.set(key, text);
      return text;
    };
    return { t, language: languages.find((known) => known === i18n.language) ?? 'en' };
  }, [translate, i18n]);
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}

/** The texts of the language in force: `t('key', values)` accepts only keys that exist. */
export function useMessages(): MessagesInForce {
  return useContext(MessagesContext);
}
