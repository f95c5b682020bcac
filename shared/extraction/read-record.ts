import { readHost } from '../read-host.ts';
import { type ProxyEntry, readPort } from './proxy-entry.ts';
import type { RefusalReason } from './reply-reading.ts';
import type { TextFormat } from './text-format.ts';

/** How one documented format reads a record. */
export interface RecordFit {
  readonly format: TextFormat;
  readonly proxy: ProxyEntry;
  /** Text stands behind the port. */
  readonly hasTail: boolean;
}

/** What a record is: every format that fits it, and when none does, why. */
export interface RecordReading {
  readonly fits: readonly RecordFit[];
  readonly reason: RefusalReason;
}

interface Address {
  readonly host: string;
  readonly port: number;
  /** Length of the text that was read. */
  readonly end: number;
}

/** Longer text is no record; host, port and login of the longest kind stay far below. */
const maxRecordLength = 2048;

/**
 * Text behind a port that does not belong to it begins with one of these characters. With an `@` in it, what looks
 * like an address may be the user name and the beginning of a password.
 */
const tail = /^[,;#/([{<"'][^@]*$/;

/**
 * Reads one record (no blanks inside) in all five formats. User names and passwords that hold `:` or `@` are
 * refused, because where one part ends could only be guessed. A name needs a dot: any word would be a host else.
 */
export function readRecord(text: string): RecordReading {
  if (text.length > maxRecordLength || !/[.:@]/.test(text)) return { fits: [], reason: 'no_address' };
  // `http://anna@host:80` would else be the user `http` with a password.
  if (/^[a-z][a-z0-9+.-]{1,15}:\/\//i.test(text)) return { fits: [], reason: 'scheme' };
  const fits: RecordFit[] = [];
  const head = readAddress(text, 0);
  if (typeof head === 'object') {
    const rest = text.slice(head.end);
    if (rest === '' || tail.test(rest)) fits.push(toFit('ip:port', head, null, rest));
    const login = rest === '' ? null : readLogin(rest.slice(1));
    if (login !== null && rest.startsWith(':'))
      fits.push(toFit('ip:port:username:password', head, login, ''));
    if (login !== null && rest.startsWith('@'))
      fits.push(toFit('ip:port@username:password', head, login, ''));
  }
  const first = text.indexOf(':');
  if (first > 0) {
    const end = nextSeparator(text, first + 1);
    const format = text[end] === '@' ? 'username:password@ip:port' : 'username:password:ip:port';
    const login = end + 1 < text.length ? readLogin(text.slice(0, end)) : null;
    const address = login === null ? 'no_address' : readAddress(text, end + 1);
    if (login !== null && typeof address === 'object') {
      const rest = text.slice(address.end);
      if (rest === '' || tail.test(rest)) fits.push(toFit(format, address, login, rest));
    }
  }
  return { fits, reason: fits.length > 0 ? 'other_format' : findReason(text, head) };
}

function toFit(format: TextFormat, { host, port }: Address, login: Login | null, rest: string): RecordFit {
  const proxy = { host, port, user: login?.user ?? null, password: login?.password ?? null };
  return { format, proxy, hasTail: rest !== '' };
}

interface Login {
  readonly user: string;
  readonly password: string;
}

/** `user:password`, both of at least one character and without `:` and `@`. */
function readLogin(text: string): Login | null {
  const match = /^([^:@]+):([^:@]+)$/.exec(text);
  return match === null ? null : { user: match[1] ?? '', password: match[2] ?? '' };
}

/** Reads `host:port` at `from`; what follows the digits is left to the caller. */
function readAddress(text: string, from: number): Address | RefusalReason {
  const isBracketed = text[from] === '[';
  const bracketEnd = isBracketed ? text.indexOf(']', from) : -1;
  if (isBracketed && bracketEnd === -1) return 'host';
  const colon = isBracketed ? bracketEnd + 1 : text.indexOf(':', from);
  const hostText = text.slice(from, colon === -1 ? text.length : colon);
  if (hostText === '') return 'missing_host';
  // Most words of a text that is no list end here: no host is without a dot, but for bracketed ones.
  if (!isBracketed && !hostText.includes('.'))
    return /^(?:\d+|0x[\da-f]*)$/i.test(hostText) ? 'unusual_ip' : 'host';
  const host = readHost(hostText);
  if (!host.ok) return host.fault;
  if (host.kind === 'name' && !host.host.includes('.')) return 'host';
  if (colon === -1 || text[colon] !== ':') return 'missing_port';
  const digits = /^\d+/.exec(text.slice(colon + 1, colon + 8))?.[0] ?? '';
  if (digits === '') return 'missing_port';
  const port = readPort(digits);
  const end = colon + 1 + digits.length;
  // `80a` is not port 80 with text behind it.
  if (port === null || /[\w.\-%\p{L}]/u.test(text.slice(end, end + 1))) return 'port';
  return { host: host.host, port, end };
}

function findReason(text: string, head: Address | RefusalReason): RefusalReason {
  if (isBareIpv6(text)) return 'ipv6_without_brackets';
  if (typeof head === 'object') {
    const separators = text.slice(head.end + 1).match(/[:@]/g)?.length ?? 0;
    return separators > 1 ? 'separator_in_login' : 'missing_login';
  }
  if (text.startsWith('[')) return head;
  const trailing = readTrailingAddress(text);
  if (typeof trailing === 'object')
    return (text.slice(0, trailing.end).match(/[:@]/g)?.length ?? 0) > 1
      ? 'separator_in_login'
      : 'missing_login';
  if (trailing === 'port') return 'port';
  // The user name before a login is no host, so the cause stands in the second half.
  return head === 'host' && trailing !== 'no_address' ? trailing : head;
}

/** The address that may end a record behind a login; `end` is where the login ends, its separator left out. */
function readTrailingAddress(text: string): Address | RefusalReason {
  const at = text.lastIndexOf('@');
  const colon = text.lastIndexOf(':');
  if (colon <= 0) return 'no_address';
  const before = at !== -1 && at < colon ? at : text.lastIndexOf(':', colon - 1);
  if (before === -1) return 'host';
  const address = readAddress(text, before + 1);
  return typeof address === 'object' ? { ...address, end: before } : address;
}

function isBareIpv6(text: string): boolean {
  if (!/:[^:]*:/.test(text)) return false;
  const afterLogin = text.slice(text.lastIndexOf('@') + 1).replace(/[,;#].*$/, '');
  const isLong = afterLogin.includes('::') || afterLogin.split(':').length > 6;
  if (!isLong || !/^[\da-f:.]+$/i.test(afterLogin)) return false;
  const whole = readHost(afterLogin);
  if (whole.ok && whole.kind === 'ipv6') return true;
  const withoutPort = readHost(afterLogin.slice(0, afterLogin.lastIndexOf(':')));
  return withoutPort.ok && withoutPort.kind === 'ipv6';
}

/** Where the second part ends: at the next `:` or `@`, or at the end of the text. */
function nextSeparator(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1)
    if (text[index] === ':' || text[index] === '@') return index;
  return text.length;
}
