import type { JsonMapping } from './json-mapping.ts';
import type { ProxyEntry } from './proxy-entry.ts';
import { type JsonReading, readJson } from './read-json.ts';
import { readTextList } from './read-text-list.ts';
import { recognizeFailure } from './recognize-failure.ts';
import type { ReplyKind, ReplyProblem, ReplyReading, ReplyWarning, Verdict } from './reply-reading.ts';
import type { TextFormat } from './text-format.ts';

/** Longest reply that is read, in characters; the link test stops far below. */
export const maxReplyCharacters = 1_000_000;

/** What the user answered, or set in the form. Null leaves the choice to the reading. */
export interface ReplyChoices {
  readonly textFormat: TextFormat | null;
  readonly mapping: JsonMapping | null;
  /** Path of the JSON list, as the question offered it. */
  readonly list: string | null;
}

const noChoices: ReplyChoices = { textFormat: null, mapping: null, list: null };

/**
 * Reads what a supplier's link gave, already decoded. It never throws, takes time in proportion to the length, and
 * everything it calls a proxy has a valid host and port. Where two readings fit it asks and calls nothing a proxy.
 * The result holds the reply's secrets: use `toReplyView` for what is shown.
 */
export function parseReply(reply: string, choices: ReplyChoices = noChoices): ReplyReading {
  if (reply.length > maxReplyCharacters) return unusable('text', 'too_large');
  const text = reply.replace(/^\ufeff+/, '').trim();
  if (text === '') return unusable('empty', 'empty');
  if (isBinary(text)) return unusable('binary', 'binary');
  if (/^[[{"]/.test(text)) return readJsonText(text, choices);
  if (isHtml(text)) return { ...unusable('html', 'html_page'), page: readPage(text) };
  if (/^<(?:\?xml|[a-z][\w:.-]*[\s/>])/i.test(text) && !/^<br[\s/>]/i.test(text)) return readXml(text);
  return readText(reply.replace(/^\ufeff+/, ''), choices);
}

function unusable(kind: ReplyKind, problem: ReplyProblem): ReplyReading {
  return {
    ...{ kind, verdict: 'unusable', problem, failure: null, warnings: [], question: null },
    ...{ proxies: [], refused: [], text: null, json: null, page: null },
  };
}

/** What begins like JSON may be a text list all the same, for example with bracketed IPv6 addresses. */
function readJsonText(text: string, choices: ReplyChoices): ReplyReading {
  const value = parseJson(text);
  if (value !== undefined) return toReading('json', readJson(value, choices));
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (text.startsWith('{') && firstLine.length < text.length && parseJson(firstLine) !== undefined)
    return unusable('json', 'json_lines');
  const asText = readText(text, choices);
  // Part of cut JSON may look like a record; a list in which every line is a proxy is no JSON.
  if (asText.problem === null && asText.refused.length === 0) return asText;
  return unusable('json', 'json_invalid');
}

/** Undefined when the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Malformed JSON is one of the replies that this module is for.
    return undefined;
  }
}

function readText(text: string, choices: ReplyChoices): ReplyReading {
  const { facts, ...list } = readTextList(text, choices.textFormat);
  const isFound = list.proxies.length > 0 || list.question !== null;
  const failure = isFound ? null : recognizeFailure(text);
  const hasOtherFit = list.refused.some(({ reason }) => reason === 'other_format');
  const nothing = hasOtherFit ? 'choice_finds_nothing' : 'no_proxies';
  const problem = isFound ? null : failure === null ? nothing : 'supplier_failure';
  return { ...toReading('text', { ...list, failure, problem }), text: facts };
}

function readXml(text: string): ReplyReading {
  const failure = recognizeFailure(text);
  return failure === null ? unusable('xml', 'xml') : { ...unusable('xml', 'supplier_failure'), failure };
}

function toReading(
  kind: ReplyKind,
  parts: Omit<JsonReading, 'facts'> & { readonly facts?: JsonReading['facts'] },
): ReplyReading {
  const { proxies, refused, question, problem, failure } = parts;
  const warnings: ReplyWarning[] = [...parts.warnings];
  if (proxies.some(({ host }) => host.includes(':'))) warnings.push('ipv6');
  if (hasRepeats(proxies)) warnings.push('repeated');
  const verdict = toVerdict(problem, warnings);
  const common = { kind, verdict, problem, failure, warnings, question, proxies, refused };
  return { ...common, text: null, json: parts.facts ?? null, page: null };
}

function toVerdict(problem: ReplyProblem | null, warnings: readonly ReplyWarning[]): Verdict {
  if (problem !== null) return 'unusable';
  return warnings.length === 0 ? 'ready' : 'ready_with_warnings';
}

function hasRepeats(proxies: readonly ProxyEntry[]): boolean {
  const keys = proxies.map(({ host, port, user }) => `${host} ${port} ${user ?? ''}`);
  return new Set(keys).size < keys.length;
}

/** Control characters other than line breaks and tabs, or many characters that could not be decoded. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  // One search by the engine: a loop over 64 KiB characters takes a third of a first reading.
  const broken = text.match(/[^\P{Cc}\t\n\r]|\ufffd/gu)?.length ?? 0;
  return broken * 20 > text.length;
}

function isHtml(text: string): boolean {
  const start = text.slice(0, 4096);
  return /^<!doctype html/i.test(text) || /<(?:html|head|body|title|script|meta|iframe)[\s>]/i.test(start);
}

function readPage(text: string): { readonly title: string | null; readonly isLogin: boolean } {
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(text.slice(0, 16_384))?.[1];
  const clean = title?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    title: clean === '' ? null : clean.slice(0, 120),
    isLogin: /type\s{0,3}=\s{0,3}["']?password/i.test(text),
  };
}
