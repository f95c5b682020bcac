import { z } from 'zod';
import { longestProfileName } from './copy-name.ts';
import { type ProfileId, type ProfileRow, profileId } from './profile.ts';

/** Longest note, by the codes 101040 and 102010 of the Local API. */
export const longestNote = 200;
/** Most tags that the panel gives to one profile; no source states a limit of the API. */
export const mostTags = 20;

/** Values of a profile that can be changed, each in the form in which it is checked and sent. */
export const profileValues = z.strictObject({
  name: z.string().trim().min(1).max(longestProfileName),
  note: z.string().max(longestNote),
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
  groupId: z.int().positive(),
  tags: z.array(z.string().trim().min(1).max(50)).max(mostTags),
});
export type ProfileField = keyof z.infer<typeof profileValues>;
export const profileFields = [
  'name',
  'note',
  'color',
  'groupId',
  'tags',
] as const satisfies readonly ProfileField[];

/** What the window shows of these values; unlike a change it may hold what the checks would refuse. */
export interface ShownValues {
  readonly name: string;
  readonly note: string;
  /** Empty when the list sends no colour. */
  readonly color: string;
  readonly groupId: number;
  readonly tags: readonly string[];
}

/** Secrets of a profile. None of them reaches the window unless the user asks for that one. */
const profileSecrets = [
  'site_username',
  'site_password',
  'proxy_user',
  'proxy_password',
  'proxy_link',
] as const;
export type ProfileSecret = (typeof profileSecrets)[number];

export const profileSecretInput = z.strictObject({ profileId, secret: z.enum(profileSecrets) });

/** Everything that the list says of one profile, read at this moment, without its secrets. */
export interface ProfileDetails {
  readonly row: ProfileRow;
  readonly values: ShownValues;
  readonly siteUrl: string;
  /** Number of the saved proxy or of the traffic package; null when the list names none. */
  readonly proxyId: number | null;
  /** The secrets that are there, or may be: of a saved proxy the list does not say whether it has a login. */
  readonly secrets: readonly ProfileSecret[];
  /** Stands for the profile behind the number; another one means that the number was given anew. */
  readonly identity: string;
  /** Epoch milliseconds. */
  readonly asOf: number;
}

export const profileUpdateInput = z.strictObject({
  profileId,
  /** `identity` of the details that were shown. */
  identity: z.string().max(64),
  /** Only what is to be changed. */
  changes: profileValues.partial(),
  /** What was shown of each changed value; a profile that shows something else by now is not written to. */
  expected: z
    .strictObject({
      name: z.string(),
      note: z.string(),
      color: z.string(),
      groupId: z.int(),
      tags: z.array(z.string()),
    })
    .partial(),
});
export type ProfileUpdateInput = z.infer<typeof profileUpdateInput>;

/** What became of a change. `details` are as read after it. */
export type ProfileUpdateResult =
  /** ixBrowser accepted it. `differing`: the list shows something else than what was sent. `details` may be unread. */
  | {
      readonly kind: 'saved';
      readonly details: ProfileDetails | null;
      readonly differing: readonly ProfileField[];
    }
  /** Somebody changed these fields since they were shown: nothing was sent. */
  | { readonly kind: 'conflict'; readonly details: ProfileDetails; readonly fields: readonly ProfileField[] }
  /** The reply was lost. `missing`: the fields that do not show what was sent; none means that all was saved. */
  | { readonly kind: 'looked'; readonly details: ProfileDetails; readonly missing: readonly ProfileField[] };

/** A file with cookies that was chosen and waits for the user's word. Its content stays in the main process. */
export type CookieFile =
  | {
      readonly kind: 'usable';
      /** Names the waiting file in `cookies.import`. */
      readonly importId: string;
      readonly fileName: string;
      readonly format: 'json' | 'netscape';
      readonly count: number;
      /** The domains with the most cookies, at most 8. */
      readonly domains: readonly { readonly domain: string; readonly count: number }[];
      readonly domainCount: number;
      /** Cookies whose time is over already. */
      readonly expired: number;
    }
  | {
      readonly kind: 'unusable';
      readonly fileName: string;
      readonly problem: CookieProblem;
      /** Number of the entry or line that does not fit, from 1; null when it is about the whole file. */
      readonly place: number | null;
    };

export type CookieProblem =
  | 'empty'
  /** Neither a JSON list of cookies nor lines as in a cookies.txt. */
  | 'not_cookies'
  /** An entry without name, value or domain. */
  | 'bad_entry'
  | 'too_many';

export const cookieImportInput = z.strictObject({
  profileId,
  identity: z.string().max(64),
  importId: z.string().max(40),
});
export type CookieImportInput = z.infer<typeof cookieImportInput>;

/** `now` is the number of cookies that ixBrowser gives back afterwards; null when it could not be read. */
export interface CookieImportResult {
  readonly sent: number;
  readonly now: number | null;
}

/** `count` is 0 when there was nothing to save, and then no dialog was opened. */
export interface CookieExportResult {
  readonly savedTo: string | null;
  readonly count: number;
}

/** Stands for a transfer code that the main process keeps in memory; the codes themselves are as good as the profile. */
export const transferRef = z.uuid().brand<'TransferRef'>();
export type TransferRef = z.infer<typeof transferRef>;

export const transferCreateInput = z.strictObject({
  profileId,
  identity: z.string().max(64),
  /** Null leaves the proxy out. `shared`: the receiver may use it; `given`: use and renew it. */
  proxy: z.enum(['shared', 'given']).nullable(),
  withNote: z.boolean(),
  /** Login password of the ixBrowser account; never stored. */
  password: z.string().min(1).max(256),
});
export type TransferCreateInput = z.infer<typeof transferCreateInput>;

export const transferImportInput = z.strictObject({
  code: z.string().trim().min(1).max(100),
  /** Null leaves it to ixBrowser, which takes the default group. */
  groupId: z.int().positive().nullable(),
});
export type TransferImportInput = z.infer<typeof transferImportInput>;

export const transferDirections = ['sent', 'received'] as const;
export type TransferDirection = (typeof transferDirections)[number];

export const transferListInput = z.strictObject({
  direction: z.enum(transferDirections),
  /** Part of a profile's name; empty for all. */
  title: z.string().max(200),
  page: z.int().min(1).max(100_000),
});
export type TransferListInput = z.infer<typeof transferListInput>;

/** Records a page. */
export const transferPageSize = 20;

/** One record of a transfer. Times are epoch milliseconds. */
export interface TransferRecord {
  readonly id: number;
  readonly ref: TransferRef;
  readonly name: string;
  readonly note: string;
  /** Addresses as ixBrowser gives them, partly hidden. */
  readonly sender: string;
  readonly receiver: string;
  readonly proxy: 'shared' | 'given' | null;
  readonly withNote: boolean;
  readonly createdAt: number | null;
  /** Null while the code waits for somebody. */
  readonly receivedAt: number | null;
}

export interface TransferPage {
  readonly total: number;
  readonly records: readonly TransferRecord[];
}

/** A profile that came in by a code; the number is null when only the list of records tells that it did. */
export interface TransferImportResult {
  readonly profileId: ProfileId | null;
}
