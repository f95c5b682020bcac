import { errorCatalogue } from '../local-api/error-catalogue.ts';
import { en } from './en.ts';
import type { LanguageTexts } from './language.ts';

/** Stands for a number in texts of the documentation; the hints of such codes say all by themselves. */
const wordToFill = /\bXXX\b/;

/** All that the product says in English. The hints are those of the API's own catalogue. */
export const english: LanguageTexts = {
  name: 'English',
  messages: en,
  hint(apiCode) {
    const catalogue: Readonly<Record<string, { readonly message: string; readonly hint: string }>> =
      errorCatalogue;
    const entry = Object.hasOwn(catalogue, apiCode) ? catalogue[apiCode] : undefined;
    if (entry === undefined || wordToFill.test(entry.message)) return entry?.hint;
    // What happened, in the API's own words, before what to do: many hints hold only the latter.
    return `${entry.message.replace(/\.?$/, '.')} ${entry.hint}`;
  },
};
