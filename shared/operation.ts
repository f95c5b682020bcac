import { z } from 'zod';
import { longestProfileName } from './copy-name.ts';
import { proxyTarget, secretRef } from './proxy-target.ts';

const groupId = z.int().positive();
/** Name of the group when the job was made; it is shown and never compared. */
const groupName = z.string().max(200);

/** Sites of the API's list, by number. */
export const siteIds = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
] as const;

/** Start page at an address of one's own: the only site that needs `siteUrl`. */
export const ownSiteId = 21;

/** An address that a profile can start with. */
export const siteUrl = z.url({ protocol: /^https?$/ }).max(2_000);

/** Most copies that one job makes of a profile. */
export const mostCopies = 100;

/** One switch for the browser of a profile. They are kept with the job, so that none may hold a secret. */
export const browserSwitch = z
  .string()
  .max(1_000)
  .regex(/^--[a-z0-9]/i);

/** How profiles are opened; what is null is left to ixBrowser. */
const openOptions = z
  .strictObject({
    /** Whether the random one is kept in the profile is not documented. */
    fingerprint: z.enum(['own', 'random']),
    switches: z.array(browserSwitch).max(50),
    loadInfoPage: z.boolean().nullable(),
    /** This and the next are not among the fields of opening with a random fingerprint. */
    loadExtensions: z.boolean().nullable(),
    backUpCookies: z.boolean().nullable(),
    /** Cookies to begin with, kind `cookies`: for a single profile. */
    cookies: secretRef.nullable(),
  })
  .refine(
    ({ fingerprint, loadExtensions, backUpCookies }) =>
      fingerprint === 'own' || (loadExtensions === null && backUpCookies === null),
    { error: 'Not possible with a random fingerprint.' },
  );
export type OpenOptions = z.infer<typeof openOptions>;

const repeatable = [
  z.strictObject({ kind: z.literal('clear_cache') }),
  z.strictObject({ kind: z.literal('clear_cache_and_cookies') }),
  z.strictObject({ kind: z.literal('move_to_group'), groupId, groupName }),
  z.strictObject({ kind: z.literal('set_proxy'), proxy: proxyTarget }),
  z.strictObject({
    kind: z.literal('copy'),
    /** Of each profile. */
    copies: z.int().min(1).max(mostCopies),
    /** See `toCopyName`; names that are taken get a number in brackets. */
    namePattern: z.string().trim().min(1).max(longestProfileName),
    groupId,
    groupName,
    /** Start page; `siteUrl` goes with `ownSiteId` and with no other. Null leaves the choice to ixBrowser. */
    site: z
      .strictObject({ siteId: z.literal(siteIds), siteUrl: siteUrl.nullable() })
      .refine(({ siteId, siteUrl }) => (siteId === ownSiteId) === (siteUrl !== null), {
        error: "Only a site of one's own has an address, and it needs one.",
      })
      .nullable(),
  }),
  /** Without options everything is left to ixBrowser. */
  z.strictObject({ kind: z.literal('open'), options: openOptions.optional() }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('reset_open_state') }),
] as const;

/** What may be kept and done again and again: deleting is asked for anew each time. */
export const repeatableOperation = z.discriminatedUnion('kind', [...repeatable]);

const startable = [...repeatable, z.strictObject({ kind: z.literal('delete') })] as const;

/** What the user can have done to profiles. */
export const startableOperation = z.discriminatedUnion('kind', [...startable]);
export type StartableOperation = z.infer<typeof startableOperation>;

/** What a job does to each of its profiles. The last two only ever undo another job. */
export const operation = z.discriminatedUnion('kind', [
  ...startable,
  z.strictObject({ kind: z.literal('restore_group') }),
  z.strictObject({ kind: z.literal('restore_proxy') }),
]);
export type Operation = z.infer<typeof operation>;
export type OperationKind = Operation['kind'];
export const operationKinds = [
  'clear_cache',
  'clear_cache_and_cookies',
  'move_to_group',
  'set_proxy',
  'copy',
  'open',
  'close',
  'reset_open_state',
  'delete',
  'restore_group',
  'restore_proxy',
] as const satisfies readonly OperationKind[];
