import { type ApiAddress, defaultApiAddress } from './connection.ts';
import { readHost } from './read-host.ts';

/** Why typed text is not an address of the Local API. */
export type AddressFault =
  | 'empty'
  /** Another scheme than http, such as https or ftp. */
  | 'scheme'
  /** A user name or password stands before the host. */
  | 'login'
  /** A path, query or fragment stands behind the port. */
  | 'path'
  /** Not a host name, an IPv4 address or an IPv6 address. */
  | 'host'
  /** A number in a notation that resolvers read as IPv4 and people do not, such as 127.1 or 0x7f.1. */
  | 'unusual_ip'
  /** Not a whole number from 1 to 65535. */
  | 'port';

export type ParsedAddress =
  | { readonly ok: true; readonly address: ApiAddress }
  | { readonly ok: false; readonly fault: AddressFault };

/**
 * Reads what a person types or pastes as the address: `localhost:53200`, `http://127.0.0.1:53200/`, `[::1]:53200`,
 * `::1`, `127.0.0.1`. A missing port becomes the documented one. Host names become lower case; IPv6 loses its
 * brackets. Whether the host leads to this computer is not judged here.
 */
export function parseAddressText(text: string): ParsedAddress {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, fault: 'empty' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed);
  if (scheme !== null && scheme[1]?.toLowerCase() !== 'http') return { ok: false, fault: 'scheme' };
  const rest = trimmed.slice(scheme?.[0].length ?? 0);
  const [authority = ''] = rest.split(/[/?#\\]/, 1);
  if (authority.includes('@')) return { ok: false, fault: 'login' };
  const tail = rest.slice(authority.length);
  if (tail !== '' && tail !== '/') return { ok: false, fault: 'path' };
  const parts = splitPort(authority);
  if (parts === null) return { ok: false, fault: 'host' };
  const port = parts.port === null ? defaultApiAddress.port : parsePort(parts.port);
  const host = readHost(parts.isIpv6 ? `[${parts.host}]` : parts.host);
  if (!host.ok) return host;
  return port === null ? { ok: false, fault: 'port' } : { ok: true, address: { host: host.host, port } };
}

interface SplitAuthority {
  readonly host: string;
  readonly port: string | null;
  readonly isIpv6: boolean;
}

function splitPort(authority: string): SplitAuthority | null {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(authority);
  if (bracketed !== null) return { host: bracketed[1] ?? '', port: bracketed[2] ?? null, isIpv6: true };
  if (/[[\]]/.test(authority)) return null;
  const colons = authority.split(':').length - 1;
  if (colons > 1) return { host: authority, port: null, isIpv6: true };
  const [host = '', port] = authority.split(':');
  return { host, port: port ?? null, isIpv6: false };
}

function parsePort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : null;
}
