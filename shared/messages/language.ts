import type { ActionId } from '../local-api/wire.generated.ts';
import type { en } from './en.ts';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many';
type EnglishKey = keyof typeof en;

/** A key as code names it: the plural endings are chosen by i18next from `count`. */
export type MessageKey = EnglishKey extends infer K
  ? K extends `${infer Base}_${'one' | 'other'}`
    ? Base
    : K
  : never;

/**
 * Every text of the product in one language. English defines the keys. A language adds the plural forms
 * that its grammar needs (`_few`, `_many`, …) and may leave out `_one`.
 */
export type Messages = {
  readonly [K in Exclude<EnglishKey, `${string}_one`>]: string;
} & { readonly [K in `${string}_${PluralForm}`]?: string };

/**
 * What the contract says of the Local API in English. The notes and labels have the English sentences themselves as
 * keys, so that one that changes in the contract is missing here, which a test finds.
 */
export interface ContractTexts {
  readonly titles: Readonly<Record<ActionId, string>>;
  /** Purposes, notes and conditions. */
  readonly notes: Readonly<Record<string, string>>;
  /** Values of lists; countries and languages are named by the system, and proper names stay. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A language: one file that exports this, and one line in `languages.ts`. */
export interface LanguageTexts {
  /** Its name in itself. */
  readonly name: string;
  readonly messages: Messages;
  /** What a documented code of the Local API means and what to do next, in a sentence or two. */
  hint(apiCode: string): string | undefined;
  /** Without it the contract's own English is shown. */
  readonly contract?: ContractTexts;
}
