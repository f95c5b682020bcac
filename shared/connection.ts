import { z } from 'zod';

/**
 * Address of the Local API. `host` is an IPv4 address, an IPv6 address without brackets or a host name;
 * `port` is 1 to 65535. The default is the documented one.
 */
export const apiAddress = z.strictObject({
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:-]+$/),
  port: z.int().min(1).max(65_535),
});
export type ApiAddress = z.infer<typeof apiAddress>;

/** Where ixBrowser's Local API listens unless the port was changed in its client. */
export const defaultApiAddress: ApiAddress = { host: '127.0.0.1', port: 53_200 };

/** An address as people write it: `127.0.0.1:53200`, `[::1]:53200`. */
export function formatAddress({ host, port }: ApiAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Why the panel is not connected; each cause has its own card with its own next step. */
const disconnectCauses = [
  /** Nothing accepts connections at the address. */
  'not_running',
  /** The host name cannot be resolved, or resolves to an address outside this computer. */
  'bad_address',
  /** Code 1002. */
  'signed_out',
  /** Code 1005. */
  'update_needed',
  /** Codes 1006 and 1008. */
  'no_rights',
  /** Something answers that is not the Local API. */
  'other_program',
  /** It accepted the connection and did not answer in time, or reported a passing error. */
  'not_answering',
] as const;
export type DisconnectCause = (typeof disconnectCauses)[number];

export type ConnectionState =
  | { readonly kind: 'checking'; readonly address: ApiAddress }
  | {
      readonly kind: 'connected';
      readonly address: ApiAddress;
      /** Number of profiles that the API names. */
      readonly profileCount: number;
      /** Epoch milliseconds. */
      readonly checkedAt: number;
    }
  | {
      readonly kind: 'disconnected';
      readonly address: ApiAddress;
      readonly cause: DisconnectCause;
      /** Code of the Local API where it gave one. */
      readonly apiCode: number | null;
      /** What was seen, in English, for support: for example the first 40 characters of a foreign reply, redacted. */
      readonly detail: string;
      /** Epoch milliseconds of the first failed check in a row. */
      readonly since: number;
      /** Epoch milliseconds of the last successful check; null when there was none. */
      readonly lastConnectedAt: number | null;
    };
