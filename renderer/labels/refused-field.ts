import { CommandError } from '../api.ts';

/** Codes that are about one field, so that they stand beside it. */
const titleCodes: ReadonlySet<number> = new Set([
  105_001, 105_002, 106_002, 113_001, 113_002, 114_002, 114_004, 119_001, 119_002, 120_002, 120_004,
]);
const sortCodes: ReadonlySet<number> = new Set([105_003]);

/** The field of a group or tag that a refusal is about; null for the form as a whole. */
export function findRefusedField(thrown: unknown): 'title' | 'sort' | null {
  const code = thrown instanceof CommandError ? thrown.error.apiCode : undefined;
  if (code === undefined) return null;
  if (titleCodes.has(code)) return 'title';
  return sortCodes.has(code) ? 'sort' : null;
}
