import type { ProxyEntry } from './proxy-entry.ts';
import type { RecordFit } from './read-record.ts';
import type { RefusedRecord, ReplyQuestion, ReplyWarning, TextFacts } from './reply-reading.ts';
import { type SplitRecord, splitRecords } from './split-records.ts';
import { type TextFormat, textFormats } from './text-format.ts';

/** A text reply as one list of proxies. */
export interface TextListReading {
  readonly proxies: readonly ProxyEntry[];
  readonly refused: readonly RefusedRecord[];
  readonly warnings: readonly ReplyWarning[];
  readonly question: ReplyQuestion | null;
  readonly facts: TextFacts;
}

/**
 * Reads a text reply. Every format is scored over all records; the one that fits most wins, and formats that fit
 * equally many are offered as a question without any proxy being called understood. `chosen` is the user's answer.
 */
export function readTextList(text: string, chosen: TextFormat | null): TextListReading {
  const { records, skipped, separators } = splitRecords(text);
  const usable = records.map(dropTailsOfLogins);
  const scores = Object.fromEntries(textFormats.map((format) => [format, 0])) as Record<TextFormat, number>;
  for (const { reading } of usable) for (const { format } of reading.fits) scores[format] += 1;
  const best = Math.max(...Object.values(scores));
  const leaders = textFormats.filter((format) => best > 0 && scores[format] === best);
  const format = chosen ?? (leaders.length === 1 ? (leaders[0] ?? null) : null);
  const fits = format === null ? [] : usable.flatMap((record) => findFit(record, format) ?? []);
  const refused = usable.flatMap((record) => toRefused(record, format) ?? []);
  const proxies = fits.map(({ proxy }) => proxy);
  const question: ReplyQuestion | null =
    format === null && leaders.length > 1 ? ask(leaders, scores, usable) : null;
  const facts = { format, scores, records: records.length, skipped, separators: [...separators] };
  const hasTail = usable.some((record) => record.hasTail && record.reading.fits.length > 0);
  const warnings = findWarnings(facts, refused, fits, hasTail);
  return {
    proxies,
    refused,
    warnings: question === null ? warnings : [...warnings, 'ambiguous'],
    question,
    facts,
  };
}

/** Where a format ends with the password, text behind it cannot be told from the password. */
function dropTailsOfLogins(record: SplitRecord): SplitRecord {
  if (!record.hasTail) return record;
  const fits = record.reading.fits.filter(({ format }) => format.endsWith('port'));
  if (fits.length === record.reading.fits.length) return record;
  const reason = fits.length === 0 ? 'text_after_password' : record.reading.reason;
  return { ...record, reading: { fits, reason } };
}

function findFit(record: SplitRecord, format: TextFormat): RecordFit | undefined {
  return record.reading.fits.find((fit) => fit.format === format);
}

/** While the question is open only records that fit no format at all are refused. */
function toRefused(record: SplitRecord, format: TextFormat | null): RefusedRecord | null {
  const { line, part, text, reading } = record;
  const isRefused = format === null ? reading.fits.length === 0 : findFit(record, format) === undefined;
  return isRefused ? { line, part, reason: reading.reason, text } : null;
}

function ask(
  leaders: readonly TextFormat[],
  scores: Readonly<Record<TextFormat, number>>,
  records: readonly SplitRecord[],
): ReplyQuestion {
  const options = leaders.map((value) => {
    const first = records.find((record) => findFit(record, value));
    const sample = first === undefined ? null : (findFit(first, value)?.proxy ?? null);
    return { value, count: scores[value], sample };
  });
  return { about: 'text_format', options };
}

function findWarnings(
  { separators }: TextFacts,
  refused: readonly RefusedRecord[],
  fits: readonly RecordFit[],
  hasTail: boolean,
): ReplyWarning[] {
  const isMixed = refused.some(({ reason }) => reason === 'other_format');
  const mayHoldText = fits.some(
    ({ format, proxy }) => format.endsWith('password') && /[,;#]/.test(proxy.password ?? ''),
  );
  const isUnusual = separators.some((one) => one === 'comma' || one === 'semicolon' || one === 'html_break');
  const found: readonly (readonly [ReplyWarning, boolean])[] = [
    ['refused', refused.length > 0],
    ['mixed_formats', isMixed],
    ['text_after_port', hasTail || fits.some((fit) => fit.hasTail)],
    ['password_may_hold_text', mayHoldText],
    ['unusual_separator', isUnusual],
  ];
  return found.flatMap(([warning, isThere]) => (isThere ? [warning] : []));
}
