import { z } from 'zod';

/** Serial number of a profile as the Local API lists it (a positive integer). */
export const profileId = z.int().positive().brand<'ProfileId'>();
export type ProfileId = z.infer<typeof profileId>;

/** A group of profiles. */
export interface ProfileGroup {
  readonly id: number;
  readonly title: string;
}

/** How a profile gets its proxy: 1 purchased residential, 2 custom, 3 purchased static, 4 fetched from a supplier link. */
export type ProxyMode = 1 | 2 | 3 | 4;

/** The parts of a profile's proxy that may be shown: no login, and of a supplier link only its host. */
export interface ProfileProxy {
  /** Null when the list sends a mode that the contract does not name. */
  readonly mode: ProxyMode | null;
  /** `direct`, `http`, `https`, `socks5` or `ssh`; null when the list does not say. */
  readonly type: string | null;
  readonly host: string | null;
  readonly port: string | null;
}

/** One row of the profile grid. Secrets and `cache_path` stay in the main process. */
export interface ProfileRow {
  readonly id: ProfileId;
  readonly name: string;
  readonly note: string;
  /** `#RRGGBB`, or null when unset or not a colour. */
  readonly color: string | null;
  readonly groupId: number;
  readonly groupName: string;
  readonly tags: readonly string[];
  readonly proxy: ProfileProxy;
  /** Exit address that ixBrowser saw last; empty when never seen. */
  readonly realIp: string;
  /** Epoch milliseconds, or null when never opened. */
  readonly lastOpenedAt: number | null;
}

/** A row of the list that does not fit the contract. It is shown as unreadable; the other rows work. */
export interface UnreadableRow {
  /** Place in the list, from 1. */
  readonly position: number;
  /** The row's serial number where that much could be read. */
  readonly profileId: ProfileId | null;
  /** Path of the first field that does not fit, such as `name`. Never its value. */
  readonly field: string;
}

/** A part of one reading of the whole list. Rows keep the order of the API and have no duplicates. */
export interface ProfileSlice {
  readonly readingId: string;
  /** Index of the first row of this slice within the reading, from 0. */
  readonly from: number;
  readonly rows: readonly ProfileRow[];
  /** Rows read so far, readable ones only. */
  readonly loaded: number;
  /** Total that the API names; null before the first page. */
  readonly total: number | null;
  readonly isComplete: boolean;
  /** Epoch milliseconds of the newest page in it. */
  readonly asOf: number;
  readonly unreadable: readonly UnreadableRow[];
  /** The list still changed under every re-reading that was tried: rows may be missing. */
  readonly isUnstable: boolean;
  /**
   * Only when `isComplete`: rows handed out in this reading that a later pass over a changing list did not find
   * any more. They are to be taken out of the grid. Missing when there are none.
   */
  readonly removed?: readonly ProfileId[];
}

/** A profile that is open according to at least one of the API's two lists. */
export interface OpenProfile {
  readonly profileId: ProfileId;
  /** Runs on this computer and was opened through the Local API: only those can be closed by it. */
  readonly canClose: boolean;
  /** Account that opened it; null when the API does not say. */
  readonly openedBy: string | null;
  /** Date text as the API sends it, without a time zone; null when it does not say. */
  readonly openedAt: string | null;
}

/** Union of both opened lists. */
export interface OpenProfiles {
  readonly profiles: readonly OpenProfile[];
  /** Epoch milliseconds. */
  readonly asOf: number;
}
