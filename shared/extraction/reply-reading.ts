import type { JsonMapping } from './json-mapping.ts';
import type { ProxyEntry } from './proxy-entry.ts';
import type { SupplierFailure } from './recognize-failure.ts';
import type { TextFormat } from './text-format.ts';

/** What a supplier's reply is, judged by its content, never by its header. */
export type ReplyKind = 'text' | 'json' | 'html' | 'xml' | 'empty' | 'binary';

/**
 * `ready`: understood without doubt. `ready_with_warnings`: understood, with something the user should know, or
 * with an open question. `unusable`: `problem` says why.
 */
export type Verdict = 'ready' | 'ready_with_warnings' | 'unusable';

/** Why a reply cannot be used. */
const replyProblems = [
  /** Nothing but blanks. */
  'empty',
  /** A web page instead of data. */
  'html_page',
  /** XML, which ixBrowser does not document. */
  'xml',
  /** Control characters: a file, a picture or compressed data. */
  'binary',
  /** More than `maxReplyCharacters`. */
  'too_large',
  /** The supplier says why it gives no proxies: see `failure`. */
  'supplier_failure',
  /** Text in which no line is a proxy. */
  'no_proxies',
  /** It begins like JSON and is none: cut off or malformed. */
  'json_invalid',
  /** One JSON value a line. */
  'json_lines',
  /** JSON without an object that holds a host and a port, for example an empty list. */
  'json_no_proxies',
  /** JSON whose addresses stand as `host:port` in one text: no key holds the port alone. */
  'json_addresses_in_text',
  /** JSON whose proxies are arrays without key names. */
  'json_rows_without_keys',
  /** The chosen mapping or format finds no proxy in this reply. */
  'choice_finds_nothing',
] as const;
export type ReplyProblem = (typeof replyProblems)[number];

/** What the user should know although the reply can be used. */
const replyWarnings = [
  /** The reply is larger than what is read: only its beginning counts. */
  'cut',
  /** Some lines or items were refused: see `refused`. */
  'refused',
  /** Lines of more than one format: ixBrowser is told a single one. */
  'mixed_formats',
  /** More than one reading fits: see `question`. Nothing is chosen until it is answered. */
  'ambiguous',
  /** IPv6: ixBrowser's handling is undocumented. */
  'ipv6',
  /** Text stands behind the port, such as a place or a time. */
  'text_after_port',
  /** A password holds a comma, semicolon or hash: it may be text behind the password instead. */
  'password_may_hold_text',
  /** Records are separated by a comma, a semicolon or an HTML line break. */
  'unusual_separator',
  /** The same host, port and user more than once. */
  'repeated',
  /** A key is a path of several levels: ixBrowser's handling is undocumented. */
  'nested_mapping',
  /** The list stands more than one level deep: ixBrowser's handling is undocumented. */
  'nested_list',
  /** The reply is nested deeper than `maxJsonDepth`; what is below was not looked at. */
  'too_deep',
] as const;
export type ReplyWarning = (typeof replyWarnings)[number];

/** Why a line, or an item of a JSON list, is not a proxy. */
const refusalReasons = [
  /** Nothing that looks like an address. */
  'no_address',
  /** The host is neither an IPv4 address, a bracketed IPv6 address nor a name with a dot. */
  'host',
  /** An address in a notation such as 127.1 or 0x7f.1. */
  'unusual_ip',
  'missing_host',
  'missing_port',
  /** Not a whole number from 1 to 65535. */
  'port',
  /** IPv6 without brackets: where the address ends cannot be told. */
  'ipv6_without_brackets',
  /** A scheme such as `http://` stands before the address; no documented format has one. */
  'scheme',
  /** User name or password is empty where the format asks for both. */
  'missing_login',
  /** User name or password holds `:` or `@`: where one part ends cannot be told. */
  'separator_in_login',
  /** Text behind a password: where the password ends cannot be told. */
  'text_after_password',
  /** Text before an address: whether it belongs to it cannot be told. */
  'text_before_address',
  /** Fits one of the other formats, not the one in use. */
  'other_format',
  /** A sentence of the supplier, not a proxy. */
  'failure_text',
  /** The item of the list is not an object with keys. */
  'not_an_object',
  /** A user name or password that is neither text nor a number. */
  'login_type',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A refused line or item. `text` may hold secrets. */
export interface RefusedRecord {
  /** Line as a text editor counts, from 1; for JSON the item of the list, from 1. */
  readonly line: number;
  /** Record within the line, from 1; always 1 for JSON. */
  readonly part: number;
  readonly reason: RefusalReason;
  readonly text: string;
}

/** A choice that only a person can make. Each option says how many proxies it would give. */
export type ReplyQuestion =
  | { readonly about: 'text_format'; readonly options: readonly QuestionOption<TextFormat>[] }
  /** Which list or object of the JSON holds the proxies: a path such as `data.list[]`. */
  | { readonly about: 'json_list'; readonly options: readonly QuestionOption<string>[] }
  /** Which key holds the host or the port. */
  | { readonly about: 'json_ip' | 'json_port'; readonly options: readonly QuestionOption<string>[] };

/** One answer to a question. */
interface QuestionOption<T> {
  readonly value: T;
  readonly count: number;
  /** The first proxy as this option reads it; null when only the other half of the address is known. */
  readonly sample: ProxyEntry | null;
}

export type Separator =
  | 'crlf'
  | 'lf'
  | 'cr'
  | 'tab'
  | 'pipe'
  | 'space'
  | 'comma'
  | 'semicolon'
  | 'html_break';

/** How a text reply was read. */
export interface TextFacts {
  /** The format in use; null while the question is open or no line fits any. */
  readonly format: TextFormat | null;
  /** How many records each format fits. */
  readonly scores: Readonly<Record<TextFormat, number>>;
  readonly records: number;
  /** Skipped blank lines and lines that begin with `#`. */
  readonly skipped: number;
  readonly separators: readonly Separator[];
}

/** How a JSON reply was read. */
export interface JsonFacts {
  /** The whole reply. It holds secrets. */
  readonly value: unknown;
  /** Where the proxies stand, such as `data.list[]`; empty text for the reply itself; null when nowhere. */
  readonly list: string | null;
  /** The mapping in use or proposed; keys that nothing was found for are null. */
  readonly mapping: Partial<JsonMapping> | null;
  /** Items of the list in use. */
  readonly items: number;
}

/** What is known about a reply. Everything in `proxies` has a valid host and port. It holds secrets. */
export interface ReplyReading {
  readonly kind: ReplyKind;
  readonly verdict: Verdict;
  readonly problem: ReplyProblem | null;
  readonly failure: SupplierFailure | null;
  readonly warnings: readonly ReplyWarning[];
  readonly question: ReplyQuestion | null;
  readonly proxies: readonly ProxyEntry[];
  readonly refused: readonly RefusedRecord[];
  readonly text: TextFacts | null;
  readonly json: JsonFacts | null;
  /** Of a web page: its title and whether it asks for a password. */
  readonly page: { readonly title: string | null; readonly isLogin: boolean } | null;
}
