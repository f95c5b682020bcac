import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';

/** Sends a request to the demo under test and gives its `data`. */
export type Prepare = (id: ActionId, body?: unknown) => Promise<unknown>;

/** What a case may use to find or make what its request names. */
interface Preparation {
  readonly prepare: Prepare;
  /** A transfer code of another account, not used yet. */
  readonly foreignCode: string;
}

/** A request that an action answers in a known way. */
export interface ConformanceCase {
  /** The body, or how to get it with calls before it. */
  readonly body: object | ((given: Preparation) => Promise<object> | object);
  readonly switches?: Partial<DemoSwitches>;
}

/** How one action is shown to keep to the contract. */
export interface ActionCases {
  readonly successes: readonly ConformanceCase[];
  /** Requests that bring each code. */
  readonly failures: Readonly<Record<number, ConformanceCase>>;
  /** Documented codes that no request to the demo brings, with the reason; a fault brings them. */
  readonly byFault?: Readonly<Record<number, string>>;
}

/** Reason: the request is fine and the client breaks. */
export const internal = 'an internal failure of the client that no request provokes';
/** Reason: 1007 says "illegal request" and no page says what that is. */
export const illegal = 'no source says which request is "illegal" here';

/** The two codes that nearly every page lists and no request provokes. */
export const systemErrors = { 1004: internal, 1007: illegal };
/** Names the first profile. */
export const id = { profile_id: 1 };
/** No profile named. */
export const missingId: ConformanceCase = { body: {} };
/** A profile named by nothing. */
export const emptyId: ConformanceCase = { body: { profile_id: '' } };
/** A profile that does not exist. */
export const unknownId: ConformanceCase = { body: { profile_id: 99_999 } };

/** A custom proxy that is not saved yet. */
export const custom = { proxy_mode: 2, proxy_type: 'socks5', proxy_ip: '192.0.2.200', proxy_port: '1080' };
/** A supplier link. */
export const link = { proxy_mode: 4, proxy_type: 'socks5', proxy_url: 'https://supplier.example/get' };

/** Opens the first profile and names it. */
export async function openFirst({ prepare }: Pick<Preparation, 'prepare'>): Promise<object> {
  await prepare('profile-open', id);
  return id;
}
