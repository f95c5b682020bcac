import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { type ApiAddress, apiAddress } from '../../shared/connection.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { HostRefusedError } from './errors.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/** Tells whether an IPv4 or IPv6 address (not a name) belongs to this computer alone. */
export function isLoopback(ip: string): boolean {
  const version = isIP(ip);
  return version !== 0 && loopback.check(ip, version === 4 ? 'ipv4' : 'ipv6');
}

/** Where a checked address leads. */
export interface CheckedAddress {
  /** The IP addresses of the host. */
  readonly ips: readonly string[];
  /** False only for the host that the user confirmed. */
  readonly isThisComputer: boolean;
}

/**
 * Checks that the panel may talk to an address: all IP addresses of its host are loopback ones, or the host is the
 * confirmed one. Errors: `invalid_input` with `detail` `host` (not an address, unusual notation such as `0x7f.1`,
 * or outside this computer) or `port`; `api_unreachable` with `detail` `host` when the name has no IP address.
 */
export async function checkAddress(
  address: ApiAddress,
  confirmedRemoteHost: string | null,
): Promise<Result<CheckedAddress>> {
  const parsed = apiAddress.safeParse(address);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0] === 'port' ? 'port' : 'host';
    return fail('invalid_input', `The ${field} of the Local API is not usable.`, { detail: field });
  }
  const { host } = parsed.data;
  if (isIP(host) === 0 && isNumericHost(host))
    return fail('invalid_input', 'The host is a number in an unusual notation.', { detail: 'host' });
  const ips = isIP(host) === 0 ? await resolveName(host) : [host];
  if (ips.length === 0)
    return fail('api_unreachable', `The host name ${host} has no address.`, {
      retryable: true,
      detail: 'host',
    });
  const isThisComputer = ips.every(isLoopback);
  if (!isThisComputer && !isConfirmed(host, confirmedRemoteHost))
    return fail('invalid_input', `The host ${host} is outside this computer.`, { detail: 'host' });
  return succeed({ ips, isThisComputer });
}

/**
 * Tells whether the client may connect to a literal IP address without confirmation, or to the confirmed host.
 * For a name the answer is always true: `createGuardedLookup` judges what it resolves to.
 */
export function isHostAllowed(host: string, confirmedRemoteHost: string | null): boolean {
  return isIP(host) === 0 || isLoopback(host) || isConfirmed(host, confirmedRemoteHost);
}

/**
 * A name look-up for sockets that fails with `HostRefusedError` when the name has an address outside this
 * computer and is not the confirmed host. It guards the very look-up that the connection uses, so a name that
 * changes its address between check and use (DNS rebinding) gets nothing.
 */
export function createGuardedLookup(getConfirmedRemoteHost: () => string | null): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error !== null) callback(error, '', 0);
      else if (
        first === undefined ||
        !(
          found.every(({ address }) => isLoopback(address)) || isConfirmed(hostname, getConfirmedRemoteHost())
        )
      )
        callback(new HostRefusedError(), '', 0);
      else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/** `2130706433`, `0x7f.1`, `127.1`: resolvers read them as IPv4 addresses, people do not. */
function isNumericHost(host: string): boolean {
  const last = host.replace(/\.$/, '').split('.').at(-1) ?? '';
  return /^(?:\d+|0x[0-9a-f]*)$/i.test(last) || host.includes(':');
}

function isConfirmed(host: string, confirmedRemoteHost: string | null): boolean {
  return confirmedRemoteHost !== null && host.toLowerCase() === confirmedRemoteHost.trim().toLowerCase();
}

function resolveName(host: string): Promise<string[]> {
  return new Promise((resolve) => {
    lookup(host, { all: true }, (error, found) => {
      // Every failure of the resolver means the same here: the name leads nowhere now.
      resolve(error === null ? found.map(({ address }) => address) : []);
    });
  });
}
