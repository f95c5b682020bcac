import { fieldChoices } from '../local-api/enum-catalogue.ts';
import type { FieldSpec, FieldTable } from '../local-api/field-spec.ts';
import { itemSpec } from './form-model.ts';

/**
 * A body that fits the field table: the required fields, or with `all` every documented one. Values are the
 * documented example, fixed or default value, the first of a list, or the plainest of the type.
 */
export function exampleBody(table: FieldTable, which: 'required' | 'all'): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table)
      .filter(([, spec]) => which === 'all' || spec.required === true)
      .map(([name, spec]) => [name, exampleValue(spec, which)]),
  );
}

function exampleValue(spec: FieldSpec, which: 'required' | 'all'): unknown {
  if (spec.fixedValue !== undefined) return spec.fixedValue;
  if (spec.type === 'object') return exampleBody(spec.fields ?? {}, which);
  if (spec.type === 'array') return [exampleValue(itemSpec(spec), which)];
  const [first] = fieldChoices(spec);
  const given = [spec.example, first?.value, spec.default].find((value) => hasType(spec, value));
  if (given !== undefined) return given;
  switch (spec.type) {
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return '';
  }
}

function hasType({ type }: FieldSpec, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
