import { type RecordReading, readRecord } from './read-record.ts';
import { recognizeFailure } from './recognize-failure.ts';
import type { RefusalReason, Separator } from './reply-reading.ts';

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
    return splitPiece(text, separators).map((piece, index) => ({
      ...piece,
      line,
      part: index + 1,
      hasTail: false,
    }));
  const words = text.split(/[\t |\u00a0\u3000]+/).filter((word) => word !== '');
  const pieces = words.map((word) => readPiece(trimSeparator(word)));
  const [first] = pieces;
  const proxies = pieces.filter(isProxy).length;
  // A supplier's sentence may hold an address of its own: "1.2.3.4:80 is not in your whitelist".
  if (proxies < 2 && proxies < pieces.length && recognizeFailure(text) !== null)
    return [refuseLine(text, line, 'failure_text')];
  // A word and the address behind it are one record that no format describes.
  if (proxies < 2 && pieces.length > 1 && first !== undefined && isWord(first))
    return [refuseLine(text, line, proxies === 1 ? 'text_before_address' : first.reading.reason)];
  noteBlanks(text, separators);
  return joinPieces(pieces, line);
}

interface Piece {
  readonly text: string;
  readonly reading: RecordReading;
}

function readPiece(text: string): Piece {
  return { text, reading: readRecord(text) };
}

function isProxy({ reading }: Piece): boolean {
  return reading.fits.length > 0;
}

/** Not even an address that something is wrong with. */
function isWord(piece: Piece): boolean {
  return !isProxy(piece) && !/:\d|@/.test(piece.text);
}

function refuseLine(text: string, line: number, reason: RefusalReason): SplitRecord {
  return { line, part: 1, text, reading: { fits: [], reason }, hasTail: false };
}

/**
 * Words behind a proxy become its tail. A login behind a word is refused: the word may be part of the user name.
 */
function joinPieces(pieces: readonly Piece[], line: number): SplitRecord[] {
  const records: SplitRecord[] = [];
  let isBehindWord = false;
  let canHaveTail = false;
  for (const piece of pieces) {
    const last = records.at(-1);
    if (canHaveTail && last !== undefined && isWord(piece)) {
      records[records.length - 1] = { ...last, hasTail: true };
      isBehindWord = true;
      continue;
    }
    const isLoginFirst = piece.reading.fits.some(({ format }) => format.startsWith('username'));
    const reading: RecordReading =
      isBehindWord && isLoginFirst ? { fits: [], reason: 'text_before_address' } : piece.reading;
    records.push({ line, part: records.length + 1, text: piece.text, reading, hasTail: false });
    canHaveTail = isProxy(piece);
    isBehindWord = !canHaveTail;
  }
  return records;
}

function splitPiece(text: string, separators: Set<Separator>): readonly Piece[] {
  const parts = text.split(/[,;]/).filter((part) => part !== '');
  if (parts.length < 2) return [readPiece(trimSeparator(text))];
  const pieces: Piece[] = [];
  for (const part of parts) {
    const piece = readPiece(part);
    if (!isProxy(piece)) return [readPiece(text)];
    pieces.push(piece);
  }
  if (text.includes(',')) separators.add('comma');
  if (text.includes(';')) separators.add('semicolon');
  return pieces;
}

/** A comma or semicolon behind a port belongs to the list; behind a password it may belong to that. */
function trimSeparator(piece: string): string {
  if (!/[,;]$/.test(piece)) return piece;
  const shorter = piece.slice(0, -1);
  const { fits } = readRecord(shorter);
  return fits.length > 0 && fits.every(({ format }) => format.endsWith('port')) ? shorter : piece;
}

function noteBlanks(text: string, separators: Set<Separator>): void {
  if (text.includes('\t')) separators.add('tab');
  if (text.includes('|')) separators.add('pipe');
  if (/[ \u00a0\u3000]/.test(text)) separators.add('space');
}
