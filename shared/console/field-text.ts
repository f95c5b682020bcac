import type { FormField } from './form-model.ts';
import { isPlainNumber } from './plain-number.ts';

/** The value of a field as its input shows it; empty for one that is not set or null. */
export function showValue({ kind, value }: Pick<FormField, 'kind' | 'value'>): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  // In a field of any type the text "1" and the number 1 must look different.
  return kind === 'any' && isJson(value) ? JSON.stringify(value) : value;
}

/**
 * The value that a typed text stands for. Text that is not yet a number stays text: the check says so, and nothing
 * the user typed is changed under the cursor. In a field of any type JSON is read as such.
 */
export function readValue(field: Pick<FormField, 'kind' | 'choices' | 'value'>, text: string): unknown {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return isPlainNumber(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'choice': {
      // A value outside the list stays in the picker while it is the present one.
      const values = [...field.choices.map(({ value }) => value), field.value];
      const found = values.find((value) => String(value) === text);
      return found === undefined ? text : found;
    }
    case 'any':
      return isJson(text) ? (JSON.parse(text) as unknown) : text;
    default:
      return text;
  }
}

/** Whole numbers in a pasted text, each once, in their order; null when there is anything else in it. */
export function readPastedIds(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0 || !parts.every((part) => /^\d{1,15}$/.test(part))) return null;
  return [...new Set(parts.map(Number))];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Whatever is not JSON is meant as text.
    return false;
  }
}
