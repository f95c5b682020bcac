import { expect, test } from 'vitest';
import { actions } from './catalogue.ts';
import { judgeCondition } from './conditions.ts';
import type { FieldSpec, FieldTable } from './field-spec.ts';

const integer: FieldSpec = { type: 'integer' };
const table: FieldTable = { mode: integer, kind: { type: 'string', default: 'direct' }, backup: integer };
const judge = (condition: string, values: Record<string, unknown>) =>
  judgeCondition(condition, [{ values, table }]);

test('reads is, is not, or, and, on', () => {
  expect(judge('mode is 2 or 4', { mode: 4 })).toBe('holds');
  expect(judge('mode is 2 or 4', { mode: '3' })).toBe('fails');
  expect(judge('mode is not 2', { mode: 1 })).toBe('holds');
  expect(judge('mode is 2 and kind is not direct', { mode: 2, kind: 'http' })).toBe('holds');
  expect(judge('backup is on', { backup: '1' })).toBe('holds');
  expect(judge('backup is on', { backup: 0 })).toBe('fails');
});

test('a field that was left out counts as its default, and without one nothing follows', () => {
  expect(judge('kind is not direct', {})).toBe('fails');
  expect(judge('mode is 2', {})).toBe('unknown');
  expect(judge('mode is 2 and kind is not direct', {})).toBe('fails');
  expect(judge('the proxy of the profile is a purchased one', {})).toBe('unknown');
});

test('looks outwards for a field that the innermost object does not have', () => {
  const inner = { values: {}, table: { layout: integer } };
  expect(judgeCondition('mode is 1', [inner, { values: { mode: 1 }, table }])).toBe('holds');
});

test('every condition of the contract names a field of its request', () => {
  const visit = (table: FieldTable, outer: readonly FieldTable[]): void => {
    for (const spec of Object.values(table)) {
      for (const condition of [spec.effectiveWhen, spec.requiredWhen]) {
        const field = condition?.split(' ')[0];
        if (field !== undefined) {
          expect(`${condition}: ${[table, ...outer].some((each) => Object.hasOwn(each, field))}`).toBe(
            `${condition}: true`,
          );
        }
      }
      if (spec.fields) visit(spec.fields, [table, ...outer]);
    }
  };
  for (const action of actions) visit(action.request, []);
});
