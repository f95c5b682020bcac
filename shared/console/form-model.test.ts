import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ActionSpec, actions } from '../local-api/catalogue.ts';
import contract from '../local-api/contract.json' with { type: 'json' };
import type { FieldSpec, FieldTable } from '../local-api/field-spec.ts';
import { requestSchema } from '../local-api/schemas.ts';
import { moveAt, removeAt, replaceRow, setAt, valueAt } from './edit-body.ts';
import { exampleBody } from './example-body.ts';
import { readPastedIds, readValue, showValue } from './field-text.ts';
import { type FormField, type FormModel, itemSpec, startValue, toFormModel } from './form-model.ts';

type Body = Readonly<Record<string, unknown>>;

/** The body that the form shows, read back from nothing but the form. */
function toBody({ fields, unknownNames }: Pick<FormModel, 'fields' | 'unknownNames'>, body: unknown): Body {
  const known = fields.filter(({ isSet }) => isSet).map((field) => [field.name, toShown(field, body)]);
  return Object.fromEntries([...known, ...unknownNames.map((name) => [name, valueAt(body, [name])])]);
}

function toShown(field: FormField, body: unknown): unknown {
  if (field.value === null) return null;
  if (field.kind === 'object')
    return toBody({ fields: field.children, unknownNames: field.unknownNames }, valueAt(body, [field.name]));
  if (field.kind === 'list') return field.children.map((row) => toShown(row, valueAt(body, [field.name])));
  return field.kind === 'fixed' ? field.spec.fixedValue : readValue(field, showValue(field));
}

function bodyOf(table: FieldTable): fc.Arbitrary<Body> {
  return fc.record(
    Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, anyValueOf(spec)])),
    {
      requiredKeys: [],
    },
  );
}

function anyValueOf(spec: FieldSpec): fc.Arbitrary<unknown> {
  if (spec.fixedValue !== undefined) return fc.constant(spec.fixedValue);
  const value = plainValueOf(spec);
  return spec.acceptsList === true ? fc.oneof(value, fc.array(value, { maxLength: 4 })) : value;
}

function plainValueOf(spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.type) {
    case 'integer':
      return fc.maxSafeInteger();
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fc.string({ unit: 'grapheme' });
    case 'array':
      return fc.array(anyValueOf(itemSpec(spec)), { maxLength: 5 });
    case 'object':
      return bodyOf(spec.fields ?? {});
    default:
      // As it comes out of a text: JSON.stringify writes -0 as 0.
      return fc.json().map((text): unknown => JSON.parse(text));
  }
}

test('the example of every action fits its schema, with the required fields and with all', () => {
  expect(actions).toHaveLength(51);
  for (const action of actions) {
    for (const which of ['required', 'all'] as const) {
      const parsed = requestSchema(action.id).safeParse(exampleBody(action.request, which));
      expect(`${action.id} ${parsed.error?.message ?? ''}`).toBe(`${action.id} `);
    }
  }
});

test('from body to form and back nothing changes: every documented example', () => {
  for (const action of actions) {
    const body = exampleBody(action.request, 'all');
    const shown = toBody(toFormModel(action.request, body), body);
    expect(shown).toEqual(body);
    expect(Object.keys(shown)).toEqual(Object.keys(body));
  }
});

test('from body to form and back nothing changes: any body of any action', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...actions).chain((action) => fc.tuple(fc.constant(action), bodyOf(action.request))),
      ([action, body]) => {
        expect(toBody(toFormModel(action.request, body), body)).toEqual(body);
      },
    ),
    { numRuns: 300 },
  );
});

test('a body that does not fit is shown whole: unknown fields, null and other types', () => {
  const table: FieldTable = {
    name: { type: 'string' },
    config: { type: 'object', fields: { mode: { type: 'integer', enum: 'proxy_mode' } } },
    ids: { type: 'array', items: { type: 'integer' } },
  };
  for (const body of [
    { name: 5, config: 'x', ids: 7, more: [1] },
    { name: true, ids: ['3', '03', 3.5, '', true] },
    { name: null, config: null, ids: null },
    { name: ['a'], config: { mode: 99, other: { a: 1 } }, ids: ['a', null, 3] },
    JSON.parse('{"__proto__": {"a": 1}, "name": "x"}') as Body,
  ])
    expect(toBody(toFormModel(table, body), body)).toEqual(body);
});

test('every documented field of every action stands in its form, also the nested ones', () => {
  const countFields = (table: FieldTable): number =>
    Object.values(table).reduce((sum, spec) => sum + 1 + countFields(spec.fields ?? {}), 0);
  const countShown = (fields: readonly FormField[]): number =>
    fields.reduce((sum, { kind, children }) => sum + 1 + (kind === 'object' ? countShown(children) : 0), 0);
  for (const { id, request } of actions) {
    const { fields } = toFormModel(request, exampleBody(request, 'all'));
    expect(`${id} ${countShown(fields)}`).toBe(`${id} ${countFields(request)}`);
  }
});

test('a field added to the contract appears in the form', async () => {
  const spec = contract.find(({ id }) => id === 'profile-copy') as unknown as {
    request: Record<string, unknown>;
  };
  spec.request.new_color = { type: 'string', required: true, enum: 'platform', note: 'New.' };
  const { vi } = await import('vitest');
  // The catalogue reads the data once, when it is loaded.
  vi.resetModules();
  vi.doMock('../local-api/contract.json', () => ({ default: contract }));
  const { actionById } = await import('../local-api/catalogue.ts');
  const copy: ActionSpec = actionById('profile-copy');
  const field = toFormModel(copy.request, {}).fields.find(({ name }) => name === 'new_color');
  expect(field).toMatchObject({ kind: 'choice', isRequired: true, isSet: false, spec: { note: 'New.' } });
  expect(field?.choices.map(({ value }) => value)).toContain('Windows');
  const { findProblems } = await import('./find-problems.ts');
  expect(findProblems('profile-copy', { profile_id: 1 })).toContainEqual(
    expect.objectContaining({ kind: 'missing', path: ['new_color'] }),
  );
  delete spec.request.new_color;
});

test('conditions speak of the present body', () => {
  const copy = actions.find(({ id }) => id === 'profile-copy');
  const verdictOf = (body: Body) =>
    toFormModel(copy?.request ?? {}, body).fields.find(({ name }) => name === 'site_url')?.conditions;
  expect(verdictOf({ site_id: 21 })).toEqual([{ kind: 'required', text: 'site_id is 21', verdict: 'holds' }]);
  expect(verdictOf({ site_id: 22 })?.[0]?.verdict).toBe('fails');
});

test('fixed values are filled in with the object they stand in', () => {
  const custom = actions.find(({ id }) => id === 'profile-update-proxy-for-custom-proxy');
  expect(startValue(custom?.request.proxy_info ?? { type: 'null' })).toEqual({ proxy_mode: 2 });
});

test('typed text becomes a number only where nothing of it is lost', () => {
  const read = (kind: 'integer' | 'number' | 'any' | 'text', text: string) =>
    readValue({ kind, choices: [], value: undefined }, text);
  expect([read('integer', '12'), read('integer', '012'), read('integer', ''), read('number', '1.0')]).toEqual(
    [12, '012', '', '1.0'],
  );
  expect([read('number', '-0.5'), read('text', '12'), read('any', '[1]'), read('any', '[1')]).toEqual([
    -0.5,
    '12',
    [1],
    '[1',
  ]);
});

test('pasted ids are whole numbers in any common form, each once', () => {
  expect(readPastedIds('1, 2\n3;3\t 20')).toEqual([1, 2, 3, 20]);
  expect(readPastedIds('1 a')).toBeNull();
  expect(readPastedIds(' ')).toBeNull();
});

test('edits change one place and leave the rest as it is', () => {
  const body = { a: 1, list: [1, 2, 3], inner: { x: 'y' } };
  expect(setAt(body, ['inner', 'z'], 0)).toEqual({ ...body, inner: { x: 'y', z: 0 } });
  expect(setAt({}, ['inner', 'z'], 0)).toEqual({ inner: { z: 0 } });
  expect(removeAt(body, ['inner', 'x'])).toEqual({ ...body, inner: {} });
  expect(removeAt(body, ['list', 1]).list).toEqual([1, 3]);
  expect(moveAt(body, ['list', 0], 1).list).toEqual([2, 1, 3]);
  expect(moveAt(body, ['list', 0], -1).list).toEqual([1, 2, 3]);
  expect(replaceRow(body, ['list', 1], [8, 9]).list).toEqual([1, 8, 9, 3]);
  expect(Object.keys(setAt(body, ['a'], 2))).toEqual(['a', 'list', 'inner']);
  expect(Object.keys(setAt({}, ['__proto__'], 2))).toEqual(['__proto__']);
});

test('setting what is there already changes nothing: any place of any body', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...actions).chain(({ request }) => fc.tuple(fc.constant(request), bodyOf(request))),
      ([request, body]) => {
        for (const { path, isSet, value } of toFormModel(request, body).fields)
          if (isSet) expect(setAt(body, path, value)).toEqual(body);
      },
    ),
  );
});
