import type { BodyProblem } from '../../../shared/console/find-problems.ts';
import type { EnumValue } from '../../../shared/local-api/enum-catalogue.ts';
import type { FieldSpec } from '../../../shared/local-api/field-spec.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { type Language, languageTexts } from '../../../shared/messages/languages.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { Tone } from '../../ui/tone.ts';
import type { Formats } from '../../use-formats.ts';
import type { CallEnd } from './console-store.ts';

/** A sentence of the contract in the language in force; one without a translation stays English. */
export function noteOf(text: string, language: Language): string {
  return languageTexts[language].contract?.notes[text] ?? text;
}

/** What a choice of the contract's list stands for, in the language in force; a name of its own stays as it is. */
export function choiceLabel(
  { value, label }: EnumValue,
  list: string | undefined,
  { language, formats }: { readonly language: Language; readonly formats: Formats },
): string {
  const { contract } = languageTexts[language];
  if (!contract) return label;
  // The list of languages goes by countries, too.
  if (list !== 'country' && list !== 'language') return contract.labels[label] ?? label;
  return formats.country(String(value).toUpperCase());
}

const areas: Readonly<Record<string, MessageKey>> = {
  profile: 'console.area.profile',
  transfer: 'console.area.transfer',
  group: 'console.area.group',
  tag: 'console.area.tag',
  traffic: 'console.area.traffic',
  proxy: 'console.area.proxy',
  'proxy-tag': 'console.area.proxy-tag',
  gateway: 'console.area.gateway',
  system: 'console.area.system',
};

/** The name of an area of the contract; an area without a word keeps its own name. */
export function areaName(area: string, t: Translate): string {
  const key = areas[area];
  return key === undefined ? area : t(key);
}

const types = {
  integer: 'console.type.integer',
  number: 'console.type.number',
  string: 'console.type.string',
  boolean: 'console.type.boolean',
  array: 'console.type.array',
  object: 'console.type.object',
  null: 'console.type.null',
  unknown: 'console.type.unknown',
  none: 'console.type.none',
} as const satisfies Record<FieldSpec['type'], MessageKey>;

/** The word for a type of the contract. */
export function typeName(type: FieldSpec['type'], t: Translate): string {
  return t(types[type]);
}

/** A problem in a sentence. */
export function problemText({ kind, expected }: BodyProblem, t: Translate, language: Language): string {
  switch (kind) {
    case 'missing':
      return t('console.problem.missing');
    case 'wrong_type':
      return t('console.problem.wrong_type', { type: typeName(toType(expected), t) });
    case 'not_listed':
      return t('console.problem.not_listed');
    case 'not_fixed':
      return t('console.problem.not_fixed', { value: expected });
    case 'unknown_field':
      return t('console.problem.unknown_field');
    case 'placeholder':
      return t('console.problem.placeholder', { value: expected });
    case 'missing_by_condition':
      return t('console.problem.missing_by_condition', { condition: noteOf(expected, language) });
  }
}

function toType(word: string): FieldSpec['type'] {
  return Object.hasOwn(types, word) ? (word as FieldSpec['type']) : 'unknown';
}

/** How a call ended, as a label. */
export function endLabel(end: CallEnd, isRead: boolean): { readonly tone: Tone; readonly text: MessageKey } {
  if (end.kind === 'error') return { tone: 'bad', text: 'console.reply.not_sent' };
  switch (end.reply.kind) {
    case 'ok':
      return { tone: 'good', text: 'console.reply.ok' };
    case 'refused':
      return { tone: 'bad', text: 'console.reply.refused' };
    case 'not_sent':
      return { tone: 'bad', text: 'console.reply.not_sent' };
    case 'stopped':
      return { tone: 'neutral', text: 'console.reply.stopped' };
    case 'unknown':
      // A read that failed changed nothing: only its reply is missing.
      return isRead
        ? { tone: 'bad', text: 'console.reply.unreadable' }
        : { tone: 'warning', text: 'console.reply.unknown' };
  }
}
