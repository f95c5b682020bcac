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
