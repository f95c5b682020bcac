import { errorCatalogue } from '../local-api/error-catalogue.ts';
import { en } from './en.ts';
import type { LanguageTexts } from './language.ts';

/** All that the product says in English. The hints are those of the API's own catalogue. */
export const english: LanguageTexts = {
  name: 'English',
  messages: en,
  hint(apiCode) {
    const catalogue: Readonly<Record<string, { readonly message: string; readonly hint: string }>> =
      errorCatalogue;
    const entry = Object.hasOwn(catalogue, apiCode) ? catalogue[apiCode] : undefined;
    // What happened, in the API's own words, before what to do: many hints hold only the latter.
    return entry && `${entry.message.replace(/\.?$/, '.')} ${entry.hint}`;
  },
};
