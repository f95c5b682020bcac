import { isIP } from 'node:net';

/** Tells whether text is a host name or an IP address and nothing more, such as a whole proxy line. */
export function isPlainHost(host: string): boolean {
  if (host === '') return false;
  if (host.includes(':')) return isIP(host) !== 0;
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(host);
}
