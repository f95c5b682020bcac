import { expect, test } from 'vitest';
import { actions } from '../local-api/catalogue.ts';
import type { FieldSpec, FieldTable } from '../local-api/field-spec.ts';
import { contractNotesZhCn } from './contract-notes.zh-cn.ts';

test('every sentence of the contract that the console shows is there in Chinese, and none besides', () => {
  const shown = new Set<string>();
  const readField = (field: FieldSpec) => {
    for (const text of [field.note, field.effectiveWhen, field.requiredWhen]) if (text) shown.add(text);
    if (field.fields) readFields(field.fields);
    if (field.items) readField(field.items);
  };
  const readFields = (table: FieldTable) => Object.values(table).forEach(readField);
  for (const { purpose, notes = [], request } of actions) {
    for (const text of [purpose, ...notes]) shown.add(text);
    readFields(request);
  }
  expect(Object.keys(contractNotesZhCn).toSorted()).toEqual([...shown].toSorted());
});
