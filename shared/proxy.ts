import { z } from 'zod';
import type { ProfileId } from './profile.ts';

/**
 * Saved proxies, traffic packages and access lines, as the window sees them: without logins. Facts about the
 * fields stand with `proxy-list` and `traffic-package-list` in the contract.
 */

/** What can be read of a list although some of its rows do not fit the contract. */
export interface ListReading<Row> {
  /** In the order of the API, each once. */
  readonly rows: readonly Row[];
  /** Rows that could not be read. */
  readonly unreadable: number;
}

/** `custom` proxies were entered by the user and can be changed; `purchased` ones are static proxies bought in ixBrowser. */
export type SavedProxyKind = 'custom' | 'purchased';

/** One proxy of ixBrowser's proxy list. Its user name and password stay in the main process. */
export interface SavedProxy {
  readonly id: number;
  /** Null when the list sends a kind that the contract does not name. */
  readonly kind: SavedProxyKind | null;
  /** `http`, `https`, `socks5` or `ssh`; null when the list does not say. */
  readonly type: string | null;
  /** Null when the list names none, or something that is no plain host name or address. */
  readonly host: string | null;
  readonly port: string | null;
  /** There is a user name or a password; which is not told. */
  readonly hasLogin: boolean;
  readonly note: string;
  readonly tagIds: readonly number[];
  /** As the list names them. A blank inside a name can make fewer names than ids: prefer names by id. */
  readonly tags: readonly string[];
  /** Address that ixBrowser detected behind the proxy; empty when it never did. */
  readonly detectedIp: string;
  /** Place of that address, each empty when unknown. */
  readonly country: string;
  readonly city: string;
  /** Profiles that use it, as ixBrowser counts them; null when the list does not say. */
  readonly profileCount: number | null;
}

/** One purchased package of residential traffic. */
export interface TrafficPackage {
  readonly id: number;
  /** Bought traffic in megabytes; null when the list does not say it as a number. */
  readonly limitMegabytes: number | null;
  /** Used traffic in megabytes. */
  readonly usedMegabytes: number | null;
  /** Empty when the list does not say. */
  readonly supplier: string;
}

/** Kinds of a saved proxy; `direct` is none. */
export const savedProxyTypes = ['http', 'https', 'socks5', 'ssh'] as const;

const proxyFields = {
  type: z.enum(savedProxyTypes),
  /** Host name or address, nothing else: no scheme, port or login. */
  host: z
    .string()
    .trim()
    .max(253)
    .refine((text) => isPlainProxyHost(text)),
  port: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,4}$/)
    .refine((text) => Number(text) <= 65_535),
  user: z.string().max(256),
  password: z.string().max(256),
  tags: z.array(z.string().trim().min(1).max(100)).max(50),
  note: z.string().max(1_000),
};

/** A proxy to be saved. */
export const proxyDraft = z.strictObject(proxyFields);
export type ProxyDraft = z.infer<typeof proxyDraft>;

/** What is changed of a saved proxy. What is left out stays as it is; an empty user or password removes it. */
export const proxyChange = z.strictObject({
  id: z.int().positive(),
  changes: proxyDraft.partial(),
});
export type ProxyChange = z.infer<typeof proxyChange>;

function isPlainProxyHost(text: string): boolean {
  if (text.includes(':')) return z.ipv6().safeParse(text).success;
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(text);
}

/** Which profiles use a saved proxy or a traffic package, by the list of profiles last read. */
export interface ProxyUse {
  /** Epoch milliseconds of that list; null when none was read to its end. */
  readonly asOf: number | null;
  readonly proxies: readonly ProxyUsers[];
  readonly packages: readonly ProxyUsers[];
}

/** The profiles of one proxy or package, at least one. */
interface ProxyUsers {
  readonly id: number;
  readonly profileIds: readonly ProfileId[];
}

/** One access line of ixBrowser to its own service. The list does not tell which one is in use. */
export interface Gateway {
  /** Text although numeric. */
  readonly id: string;
  readonly name: string;
}

/** The lines, and what this panel knows of the choice among them. */
export interface GatewayList {
  readonly gateways: readonly Gateway[];
  /** The line that was last switched to from here since the panel was started; null when none was. */
  readonly switchedTo: { readonly id: string; readonly at: number } | null;
}

export const gatewayId = z.string().min(1).max(40);
