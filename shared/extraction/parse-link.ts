import { readHost } from '../read-host.ts';

/** Why text is not a supplier link. */
export const linkFaults = [
  'empty',
  'too_long',
  /** Blanks, line breaks or control characters inside. */
  'characters',
  /** Another scheme than http or https, or none. */
  'scheme',
  /** A user name or password stands before the host. */
  'login',
  'host',
  /** An address in a notation such as 127.1, 0x7f.1 or 2130706433. */
  'unusual_ip',
  'port',
  /** A placeholder outside path and query. */
  'placeholder_place',
  /** Text in braces that is no known placeholder. */
  'placeholder_name',
] as const;
export type LinkFault = (typeof linkFaults)[number];

/** The parts of a link; `path` begins with `/` or is empty, `query` has no `?`. The fragment is dropped. */
interface LinkParts {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** Null for the scheme's own port. */
  readonly port: number | null;
  readonly path: string;
  readonly query: string;
}

export type ParsedLink =
  | { readonly ok: true; readonly link: LinkParts }
  | { readonly ok: false; readonly fault: Exclude<LinkFault, 'placeholder_name'> };

/** Longest link that is taken, in characters. */
const maxLinkLength = 2048;

/**
 * Splits a supplier link or link template by its syntax alone. Whether the host may be reached is judged in the main
 * process, on the address that the connection uses.
 */
export function parseLink(text: string): ParsedLink {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, fault: 'empty' };
  if (trimmed.length > maxLinkLength) return { ok: false, fault: 'too_long' };
  if (/[\s\p{Cc}\p{Cs}\\]/u.test(trimmed)) return { ok: false, fault: 'characters' };
  const match = /^(https?):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(trimmed);
  if (match === null) return { ok: false, fault: 'scheme' };
  const [, scheme = '', authority = '', path = '', query = ''] = match;
  if (authority.includes('@')) return { ok: false, fault: 'login' };
  if (/[{}]/.test(authority)) return { ok: false, fault: 'placeholder_place' };
  const [, hostText = '', portText] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? [];
  const host = readHost(hostText);
  if (!host.ok) return { ok: false, fault: host.fault };
  const port = portText === undefined || portText === '' ? null : readPortText(portText);
  if (port === undefined) return { ok: false, fault: 'port' };
  const link = { scheme: scheme.toLowerCase() as LinkParts['scheme'], host: host.host, port, path, query };
  return { ok: true, link };
}

function readPortText(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}
