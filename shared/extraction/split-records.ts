import { type RecordReading, readRecord } from './read-record.ts';
import { recognizeFailure } from './recognize-failure.ts';
import type { Separator } from './reply-reading.ts';

/** One record of a text reply with all its readings. */
export interface SplitRecord {
  readonly line: number;
  readonly part: number;
  readonly text: string;
  readonly reading: RecordReading;
  /** Text stands behind the record, separated by a blank, a tab or a pipe. */
  readonly hasTail: boolean;
}

export interface SplitText {
  readonly records: readonly SplitRecord[];
  readonly skipped: number;
  readonly separators: ReadonlySet<Separator>;
}

const lineBreak = /\r\n|\n|\r|<br\s{0,3}\/?>/gi;
const blanks = /[\t |\u00a0\u3000]/;

/**
 * Splits a text reply into records: lines first (CRLF, LF, CR, `<br>`), then tabs, pipes and blanks within a line,
 * and commas or semicolons only where every piece is a proxy. What is not a proxy behind one is text that belongs
 * to it; nothing is dropped.
 */
export function splitRecords(text: string): SplitText {
  const separators = new Set<Separator>();
  const records: SplitRecord[] = [];
  let skipped = 0;
  let line = 1;
  for (const { content, ending } of splitLines(text)) {
    const trimmed = content.trim();
    if (trimmed === '' || trimmed.startsWith('#')) skipped += ending === null && trimmed === '' ? 0 : 1;
    else records.push(...splitLine(trimmed, line, separators));
    if (ending !== null) separators.add(ending);
    line += 1;
  }
  return { records, skipped, separators };
}

function* splitLines(text: string): Generator<{ content: string; ending: Separator | null }> {
  let from = 0;
  for (const match of text.matchAll(lineBreak)) {
    yield { content: text.slice(from, match.index), ending: toEnding(match[0]) };
    from = match.index + match[0].length;
  }
  yield { content: text.slice(from), ending: null };
}

function toEnding(text: string): Separator {
  if (text.startsWith('<')) return 'html_break';
  if (text === '\r\n') return 'crlf';
  return text === '\n' ? 'lf' : 'cr';
}

function splitLine(text: string, line: number, separators: Set<Separator>): SplitRecord[] {
  if (!blanks.test(text))
    return splitPiece(text, separators).map((piece, index) => toRecord(piece, line, index));
  const pieces = text.split(/[\t |\u00a0\u3000]+/).filter((piece) => piece !== '');
  const read = pieces.map((piece) => ({ piece, reading: readRecord(trimSeparator(piece)) }));
  const hasProse = read.some(({ reading }) => reading.fits.length === 0);
  if (hasProse && isSentence(text, read)) {
    const reading: RecordReading = { fits: [], reason: 'failure_text' };
    return [{ line, part: 1, text, reading, hasTail: false }];
  }
  noteBlanks(text, separators);
  const records: SplitRecord[] = [];
  let isBlocked = false;
  let isTail = false;
  for (const [index, { piece, reading }] of read.entries()) {
    const isProxy = reading.fits.length > 0;
    if (!isProxy && isTail && !looksBroken(piece)) {
      const last = records.at(-1);
      if (last !== undefined) records[records.length - 1] = { ...last, hasTail: true };
      isBlocked = true;
      continue;
    }
    const startsWithLogin = reading.fits.some(({ format }) => format.startsWith('username'));
    const reason = isBlocked && startsWithLogin ? 'text_before_address' : reading.reason;
    const fits = isBlocked && startsWithLogin ? [] : reading.fits;
    const isPlainWord = !isProxy && !looksBroken(piece);
    if (isPlainWord && index === 0 && read.length > 1) {
      // A word before an address: both are one record that no format describes.
      const whole: RecordReading = { fits: [], reason: hasAddress(read) ? 'text_before_address' : reason };
      return [{ line, part: 1, text, reading: whole, hasTail: false }];
    }
    records.push({
      line,
      part: records.length + 1,
      text: trimSeparator(piece),
      reading: { fits, reason },
      hasTail: false,
    });
    isTail = isProxy;
    isBlocked = !isProxy;
  }
  return records;
}

type ReadPiece = { readonly piece: string; readonly reading: RecordReading };

function hasAddress(read: readonly ReadPiece[]): boolean {
  return read.some(({ reading }) => reading.fits.length > 0);
}

/** A supplier's sentence may hold an address of its own: "1.2.3.4:80 is not in your whitelist". */
function isSentence(text: string, read: readonly ReadPiece[]): boolean {
  const proxies = read.filter(({ reading }) => reading.fits.length > 0).length;
  return proxies <= 1 && recognizeFailure(text) !== null;
}

/** An address that something is wrong with, as opposed to a word. */
function looksBroken(piece: string): boolean {
  return /:\d/.test(piece) || piece.includes('@');
}

function splitPiece(text: string, separators: Set<Separator>): string[] {
  const pieces = text.split(/[,;]/).filter((piece) => piece !== '');
  if (pieces.length < 2) return [trimSeparator(text)];
  if (!pieces.every((piece) => readRecord(piece).fits.length > 0)) return [text];
  if (text.includes(',')) separators.add('comma');
  if (text.includes(';')) separators.add('semicolon');
  return pieces;
}

function toRecord(text: string, line: number, index: number): SplitRecord {
  return { line, part: index + 1, text, reading: readRecord(text), hasTail: false };
}

/** A comma or semicolon behind a port belongs to the list; behind a password it may belong to that. */
function trimSeparator(piece: string): string {
  const shorter = piece.replace(/[,;]$/, '');
  const { fits } = readRecord(shorter);
  return fits.length > 0 && fits.every(({ format }) => format.endsWith('port')) ? shorter : piece;
}

function noteBlanks(text: string, separators: Set<Separator>): void {
  if (text.includes('\t')) separators.add('tab');
  if (text.includes('|')) separators.add('pipe');
  if (/[ \u00a0\u3000]/.test(text)) separators.add('space');
}
