import { describe, expect, test } from 'vitest';
import { actions } from '../local-api/catalogue.ts';
import { fieldChoices } from '../local-api/enum-catalogue.ts';
import type { FieldSpec, FieldTable } from '../local-api/field-spec.ts';
import { languages, languageTexts } from './languages.ts';

/** Countries and languages are named by the system, time zones by themselves. */
const namedElsewhere = ['country', 'language', 'timezone'];
/** Sites, formats, versions, colours and names of techniques are the same in every language. */
const properName = /\.com$|^ip:|^user|^\d+$|^#|^Windows \d|^(HTTPS?|SOCKS5|SSH|JSON|IndexedDB|IX-Passkey)$/;

function readContract() {
  const notes = new Set<string>();
  const labels = new Set<string>();
  const readField = (field: FieldSpec) => {
    for (const text of [field.note, field.effectiveWhen, field.requiredWhen]) if (text) notes.add(text);
    if (!namedElsewhere.includes(field.enum ?? '')) {
      for (const { label } of fieldChoices(field)) if (!properName.test(label)) labels.add(label);
    }
    if (field.fields) readFields(field.fields);
    if (field.items) readField(field.items);
  };
  const readFields = (table: FieldTable) => Object.values(table).forEach(readField);
  for (const { purpose, notes: ofAction = [], request } of actions) {
    for (const text of [purpose, ...ofAction]) notes.add(text);
    readFields(request);
  }
  return { notes: [...notes].toSorted(), labels: [...labels].toSorted() };
}

describe.each(languages.filter((language) => 'contract' in languageTexts[language]))('%s', (language) => {
  const { contract } = languageTexts[language];
  const shown = readContract();

  test('has every sentence of the contract that the console shows, and none besides', () => {
    expect(Object.keys(contract?.notes ?? {}).toSorted()).toEqual(shown.notes);
  });

  test('has a word for every choice of the contract that is no proper name, and none besides', () => {
    expect(Object.keys(contract?.labels ?? {}).toSorted()).toEqual(shown.labels);
  });
});
