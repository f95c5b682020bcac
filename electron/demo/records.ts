/** Values of nested settings as they travel: mostly text. */
export type Settings = Readonly<Record<string, unknown>>;

/** How a profile reaches the network. `settings` keeps every other proxy field as it was sent. */
export interface ProxyRecord {
  readonly mode: 1 | 2 | 3 | 4;
  /** A saved or purchased proxy (modes 2 and 3) or a traffic package (mode 1). */
  readonly id?: number;
  readonly type?: string;
  readonly ip?: string;
  readonly port?: string;
  readonly user?: string;
  readonly password?: string;
  readonly url?: string;
  readonly settings: Settings;
}

/** One cookie with the keys the API documents. */
export type CookieRecord = Readonly<Record<string, unknown>>;

/** A profile as the demo keeps it. */
export interface ProfileRecord {
  id: number;
  siteId: number;
  siteUrl: string;
  color: string;
  name: string;
  note: string;
  groupId: number;
  tagIds: readonly number[];
  username: string;
  password: string;
  tfaSecret: string;
  /** Unix seconds; 0 when never opened. */
  lastOpenTime: number;
  proxy: ProxyRecord;
  realIp: string;
  /** It got another proxy since `realIp` was seen. */
  hasNewProxy?: boolean;
  /** 32 hexadecimal characters, different for every profile. */
  cachePath: string;
  fingerprint: Settings;
  preference: Settings;
  /** Null as long as nobody asked: the seeded cookies are made on first use. */
  cookies: readonly CookieRecord[] | null;
  hasCache: boolean;
  hasSavedLogins: boolean;
  cacheClears: number;
  cookieClears: number;
  /** Requests of the list that must pass before it shows up there; 0 for nearly all. */
  hiddenListReads: number;
}

/** A name with an id: groups, tags, proxy tags. */
export interface NamedRecord {
  readonly id: number;
  title: string;
  sort: number;
}

/** A saved (kind 1) or purchased (kind 2) proxy. */
export interface SavedProxyRecord {
  readonly id: number;
  readonly kind: 1 | 2;
  type: string;
  ip: string;
  port: string;
  user: string;
  password: string;
  note: string;
  tagIds: readonly number[];
  detectedIp: string;
  country: string;
  timezone: string;
  city: string;
}

/** Purchased residential traffic. */
export interface TrafficPackageRecord {
  readonly id: number;
  /** Megabytes. */
  readonly limit: number;
  readonly used: number;
  readonly supplier: string;
}

/** An open profile. */
export interface OpeningRecord {
  readonly profileId: number;
  readonly user: string;
  /** Epoch milliseconds. */
  readonly openedAt: number;
  /** Only openings through the API can be closed through it. */
  readonly throughApi: boolean;
  readonly port: number;
  readonly pid: number;
  readonly session: string;
}

/** A code that hands a profile to another account. */
export interface TransferRecord {
  readonly id: number;
  readonly code: string;
  /** Sender's and receiver's mail addresses; the receiver is empty until the code was used. */
  readonly sender: string;
  receiver: string;
  readonly transferProxy: number;
  readonly transferProxyMode: number;
  readonly transferNote: number;
  readonly color: string;
  readonly name: string;
  readonly note: string;
  /** Serial number at the sender. */
  readonly profileId: number;
  /** Unix seconds. */
  readonly createdAt: number;
  receivedAt: number;
}
