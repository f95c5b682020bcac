import { type ConditionScope, type ConditionVerdict, judgeCondition } from '../local-api/conditions.ts';
import { type EnumValue, fieldChoices } from '../local-api/enum-catalogue.ts';
import type { FieldSpec, FieldTable } from '../local-api/field-spec.ts';
import { isPlainNumber } from './plain-number.ts';
import { secretPlaceholder } from './secret-fields.ts';

/** The way to a value inside a body: names of fields and positions in lists. */
export type BodyPath = readonly (string | number)[];

/** How a field is edited. `any` is a value whose type no source tells, or one that does not fit its field. */
type FieldKind = 'fixed' | 'choice' | 'boolean' | 'integer' | 'number' | 'text' | 'object' | 'list' | 'any';

/** "Effective when …" or "required when …" with what the present body says about it. */
interface FieldCondition {
  readonly kind: 'effective' | 'required';
  /** As the contract puts it, such as `site_id is 21`. */
  readonly text: string;
  readonly verdict: ConditionVerdict;
}

/** One field of the form, or one row of a list, with what the body holds there. */
export interface FormField {
  readonly path: BodyPath;
  /** Name of the field; the position from 1 for the row of a list. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly spec: FieldSpec;
  readonly isRequired: boolean;
  /** Whether the body has the field at all: empty text and null are values. */
  readonly isSet: boolean;
  /** Undefined when it is not set. */
  readonly value: unknown;
  /** Allowed values in the type that travels; empty without a list. */
  readonly choices: readonly EnumValue[];
  /** Shown covered. */
  readonly isSecret: boolean;
  readonly conditions: readonly FieldCondition[];
  /** Fields of an object, or rows of a list. */
  readonly children: readonly FormField[];
  /** Names in this object that the contract does not know. */
  readonly unknownNames: readonly string[];
}

/** The form of one request. */
export interface FormModel {
  readonly fields: readonly FormField[];
  readonly unknownNames: readonly string[];
}

/**
 * The form that a field table and a body make together: everything the table documents, everything the body holds.
 * The body is the one state; the form is a way to look at it.
 */
export function toFormModel(table: FieldTable, body: Readonly<Record<string, unknown>>): FormModel {
  return {
    fields: toFields(table, body, [], []),
    unknownNames: listUnknown(table, body),
  };
}

function toFields(
  table: FieldTable,
  values: Readonly<Record<string, unknown>>,
  path: BodyPath,
  outer: readonly ConditionScope[],
): FormField[] {
  const scopes = [{ values, table }, ...outer];
  return Object.entries(table).map(([name, spec]) =>
    toField({
      spec,
      name,
      path: [...path, name],
      isSet: Object.hasOwn(values, name),
      value: Object.hasOwn(values, name) ? values[name] : undefined,
      scopes,
    }),
  );
}

interface FieldFacts {
  readonly spec: FieldSpec;
  readonly name: string;
  readonly path: BodyPath;
  readonly isSet: boolean;
  readonly value: unknown;
  readonly scopes: readonly ConditionScope[];
}

function toField({ spec, name, path, isSet, value, scopes }: FieldFacts): FormField {
  const kind = findKind(spec, isSet, value);
  return {
    path,
    name,
    kind,
    spec,
    isRequired: spec.required === true,
    isSet,
    value,
    choices: fieldChoices(spec),
    isSecret: secretPlaceholder(path) !== null,
    conditions: listConditions(spec, scopes),
    children: listChildren(kind, spec, path, value, scopes),
    unknownNames: kind === 'object' && isRecord(value) ? listUnknown(spec.fields ?? {}, value) : [],
  };
}

function listChildren(
  kind: FieldKind,
  spec: FieldSpec,
  path: BodyPath,
  value: unknown,
  scopes: readonly ConditionScope[],
): FormField[] {
  if (kind === 'object') return isRecord(value) ? toFields(spec.fields ?? {}, value, path, scopes) : [];
  if (kind !== 'list' || !Array.isArray(value)) return [];
  const item = itemSpec(spec);
  return value.map((each: unknown, index) =>
    toField({
      spec: item,
      name: String(index + 1),
      path: [...path, index],
      isSet: true,
      value: each,
      scopes,
    }),
  );
}

/** What the rows of a list are. A field that takes one value or several has rows of its own type. */
export function itemSpec(spec: FieldSpec): FieldSpec {
  if (spec.type === 'array') return spec.items ?? { type: 'unknown' };
  return { type: spec.type, ...(spec.enum === undefined ? {} : { enum: spec.enum }) };
}

/** What a field holds right after it was added: fixed values are filled in, the rest is for the user. */
export function startValue(spec: FieldSpec): unknown {
  if (spec.fixedValue !== undefined) return spec.fixedValue;
  switch (spec.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(spec.fields ?? {})
          .filter(([, field]) => field.required === true && field.fixedValue !== undefined)
          .map(([name, field]) => [name, field.fixedValue]),
      );
    case 'array':
      return [];
    default:
      return '';
  }
}

function findKind(spec: FieldSpec, isSet: boolean, value: unknown): FieldKind {
  const hasValue = isSet && value !== null;
  if (hasValue && Array.isArray(value)) return spec.type === 'array' || spec.acceptsList ? 'list' : 'any';
  if (hasValue && typeof value === 'object') return spec.type === 'object' ? 'object' : 'any';
  if (spec.type === 'object' || spec.type === 'array') {
    if (hasValue) return 'any';
    return spec.type === 'object' ? 'object' : 'list';
  }
  if (spec.fixedValue !== undefined) return hasValue && value !== spec.fixedValue ? 'any' : 'fixed';
  if (spec.enum !== undefined) return 'choice';
  const isText = typeof value === 'string';
  switch (spec.type) {
    case 'integer':
    case 'number':
      // A number in quotes would look like a number; other text is one that is being typed.
      return hasValue && typeof value !== 'number' && !(isText && !isPlainNumber(value)) ? 'any' : spec.type;
    case 'boolean':
      return hasValue && typeof value !== 'boolean' ? 'any' : 'boolean';
    case 'string':
      return hasValue && !isText ? 'any' : 'text';
    default:
      return 'any';
  }
}

function listConditions(spec: FieldSpec, scopes: readonly ConditionScope[]): FieldCondition[] {
  const found: FieldCondition[] = [];
  if (spec.requiredWhen !== undefined)
    found.push({
      kind: 'required',
      text: spec.requiredWhen,
      verdict: judgeCondition(spec.requiredWhen, scopes),
    });
  if (spec.effectiveWhen !== undefined)
    found.push({
      kind: 'effective',
      text: spec.effectiveWhen,
      verdict: judgeCondition(spec.effectiveWhen, scopes),
    });
  return found;
}

function listUnknown(table: FieldTable, values: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(values).filter((name) => !Object.hasOwn(table, name));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
