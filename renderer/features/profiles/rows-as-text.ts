import type { ProfileRow } from '../../../shared/profile.ts';
import { sortKeys, toColumnText } from '../../profile-list/profile-table.ts';

/** What a column holds as text: what is seen, without what belongs to the moment. */
export function toCellText(row: ProfileRow, key: string): string {
  const known = sortKeys.find((sortKey) => sortKey === key);
  switch (known) {
    case 'id':
      return String(row.id);
    case 'lastOpened':
      return row.lastOpenedAt === null ? '' : new Date(row.lastOpenedAt).toISOString();
    case 'state':
    case undefined:
      return '';
    default:
      return toColumnText(row, known);
  }
}

/**
 * A spreadsheet runs a cell that begins like a formula, also one that was pasted: an apostrophe makes it text.
 * See https://owasp.org/www-community/attacks/CSV_Injection.
 */
function guard(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

interface CopiedColumn {
  readonly key: string;
  readonly label: string;
}

/** Rows with a heading line, cells apart by tabs: what a spreadsheet takes as cells. */
export function writeTabbed(
  rows: readonly ProfileRow[],
  columns: readonly CopiedColumn[],
  toText: (row: ProfileRow, key: string) => string,
): string {
  const clean = (text: string) => guard(text.replace(/[\t\r\n]+/g, ' '));
  return toLines(rows, columns, toText, clean, '\t', '\n');
}

/** Rows with a heading line as CSV (RFC 4180). */
export function writeCsv(
  rows: readonly ProfileRow[],
  columns: readonly CopiedColumn[],
  toText: (row: ProfileRow, key: string) => string,
): string {
  const quote = (text: string) => {
    const guarded = guard(text);
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  return toLines(rows, columns, toText, quote, ',', '\r\n');
}

function toLines(
  rows: readonly ProfileRow[],
  columns: readonly CopiedColumn[],
  toText: (row: ProfileRow, key: string) => string,
  toCell: (text: string) => string,
  separator: string,
  end: string,
): string {
  const heading = columns.map(({ label }) => toCell(label)).join(separator);
  const lines = rows.map((row) => columns.map(({ key }) => toCell(toText(row, key))).join(separator));
  return [heading, ...lines].join(end) + end;
}
