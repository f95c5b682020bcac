import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { ApiAddress } from '../../shared/connection.ts';
import type { FetchFault } from '../../shared/extraction/link-test.ts';
import { isLoopback } from '../local-api/address.ts';

/** What a supplier link must not reach. */
export interface TargetRules {
  readonly localApi: ApiAddress;
  /** For tests and the demo: the supplier runs on this computer. */
  readonly allowLoopback: boolean;
}

/** Thrown inside the name look-up of a connection; carries no name. */
export class TargetBlockedError extends Error {
  override readonly name = 'TargetBlockedError';
}

/**
 * Never a supplier: unspecified, link-local (with the metadata services of most clouds at 169.254.169.254),
 * multicast, broadcast, and the metadata services that stand elsewhere: Alibaba Cloud 100.100.100.200, Oracle
 * 192.0.0.192 and fd00:c1::a9fe:a9fe, Azure 168.63.129.16, AWS fd00:ec2::254, Google Cloud fd20:ce::254. `BlockList` matches IPv4-mapped IPv6 addresses against IPv4
 * rules by itself; the other IPv6 forms that carry an IPv4 address are listed here.
 */
const special = new BlockList();
special.addSubnet('0.0.0.0', 8, 'ipv4');
special.addSubnet('169.254.0.0', 16, 'ipv4');
special.addSubnet('224.0.0.0', 4, 'ipv4');
// Reserved, with the broadcast address.
special.addSubnet('240.0.0.0', 4, 'ipv4');
special.addAddress('100.100.100.200', 'ipv4');
special.addAddress('192.0.0.192', 'ipv4');
special.addAddress('168.63.129.16', 'ipv4');
special.addAddress('::', 'ipv6');
special.addSubnet('fe80::', 10, 'ipv6');
// What was link-local for a whole site before fc00::/7.
special.addSubnet('fec0::', 10, 'ipv6');
special.addSubnet('ff00::', 8, 'ipv6');
special.addSubnet('fd00:ec2::', 32, 'ipv6');
special.addSubnet('fd00:c1::', 32, 'ipv6');
special.addSubnet('fd20:ce::', 32, 'ipv6');
// IPv4-compatible, IPv4-translated, NAT64, 6to4 and Teredo: they embed any IPv4 address, and no supplier is reached through them.
special.addSubnet('::', 96, 'ipv6');
special.addSubnet('::ffff:0:0:0', 96, 'ipv6');
special.addSubnet('64:ff9b::', 96, 'ipv6');
special.addSubnet('64:ff9b:1::', 48, 'ipv6');
special.addSubnet('2002::', 16, 'ipv6');
special.addSubnet('2001::', 32, 'ipv6');

/** Tells whether an IP address (not a name) is closed to supplier links. */
export function isBlockedIp(ip: string, allowLoopback: boolean): boolean {
  const version = isIP(ip);
  if (version === 0) return true;
  if (isLoopback(ip)) return !allowLoopback;
  return special.check(ip, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Judges a URL before anything is sent: scheme, login, port and literal address. `URL` has already turned decimal,
 * hexadecimal and octal notations into plain IPv4. A name passes; `createTargetLookup` judges what it resolves to.
 */
export function findTargetFault(url: URL, { localApi, allowLoopback }: TargetRules): FetchFault | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'link';
  if (url.username !== '' || url.password !== '' || url.hostname === '') return 'link';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  // At the ports of the web a supplier is likelier than a Local API, whose own address is judged below anyway.
  if (port === localApi.port && (url.port !== '' || host === localApi.host.toLowerCase()))
    return 'local_api_port';
  if (isIP(host) !== 0) return isBlockedIp(host, allowLoopback) ? 'blocked_target' : null;
  return /(?:^|\.)localhost\.?$/.test(host) && !allowLoopback ? 'blocked_target' : null;
}

/**
 * The name look-up of a connection. It fails with `TargetBlockedError` when any address of the name is closed. It is
 * the very look-up that the socket uses, so a name that changes its address between check and use gains nothing.
 */
export function createTargetLookup(allowLoopback: boolean, resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null) callback(error, '', 0);
      else if (first === undefined || found.some(({ address }) => isBlockedIp(address, allowLoopback)))
        callback(new TargetBlockedError(), '', 0);
      else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}
