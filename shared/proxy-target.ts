import { z } from 'zod';
import { supplierLink } from './extraction/extraction-form.ts';
import { enumValues } from './local-api/enum-catalogue.ts';

/**
 * The proxy that a job gives to profiles, one of the four documented kinds. It holds no secret: login and supplier
 * link stay in the memory of the main process, and a reference stands for them here and in the journal.
 */

/** Stands for a secret that the main process holds in memory until it ends; see the command `secrets.keep`. */
export const secretRef = z.uuid().brand<'SecretRef'>();
export type SecretRef = z.infer<typeof secretRef>;

/** Login of a custom proxy, link of a supplier, or cookies. */
export const proxySecret = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('login'),
    user: z.string().min(1).max(256),
    password: z.string().max(256),
  }),
  /** Guarded by the same rules as the form: no login, no other scheme, known placeholders only. */
  z.strictObject({ kind: z.literal('link'), url: supplierLink }),
  /** Cookies that a profile is opened with, as the JSON text of a list. */
  z.strictObject({ kind: z.literal('cookies'), text: z.string().min(2).max(4_000_000) }),
]);
export type ProxySecret = z.infer<typeof proxySecret>;

/** A name or an address alone: neither a scheme, a port nor a login passes. */
const proxyHost = z
  .string()
  .max(253)
  .regex(/^(?:[^\s\p{Cc}:@/\\?#]+|\[?[0-9a-f:.]+\]?)$/iu);

const checkLine = z.enum(['global_line', 'cn_line']);

/** Residential nodes of both suppliers, as the appendix of the API's documentation lists them. */
export const proxyGateways = [
  'Default',
  'US',
  'SG',
  'AU',
  'CN-SG',
  'CN-US',
  'CN-US2',
  'GEO',
  'HK',
  'SEA',
  'EU',
  'GB',
  'UA',
  'IN',
  'TH',
  'JP',
  'CN-HK',
  'CN-HK2',
  'CN-Mobile',
  'CN-Mobile2',
] as const;

/** Order of the parts in a supplier's text reply. */
const proxyTextOrders = [
  'ip:port',
  'ip:port:username:password',
  'username:password@ip:port',
  'ip:port@username:password',
  'username:password:ip:port',
] as const;

/** A country that the API names, in capitals as it lists them: it refuses every other text. */
const countryCode = z
  .string()
  .toUpperCase()
  .refine((code) => enumValues('country').some(({ value }) => value === code));

const keyName = z.string().min(1).max(200);

export const proxyTarget = z.discriminatedUnion('kind', [
  /** No proxy: the computer's own connection. */
  z.strictObject({ kind: z.literal('direct') }),
  z.strictObject({
    kind: z.literal('custom'),
    type: z.enum(['http', 'https', 'socks5', 'ssh']),
    host: proxyHost,
    port: z.int().min(1).max(65_535),
    checkLine,
    /** Login, kind `login`; null for a proxy without one. */
    secret: secretRef.nullable(),
  }),
  z.strictObject({
    kind: z.literal('traffic_package'),
    packageId: z.int().positive(),
    gateway: z.enum(proxyGateways),
    country: countryCode.nullable(),
    city: z.string().min(1).max(100).nullable(),
  }),
  z.strictObject({ kind: z.literal('purchased'), proxyId: z.int().positive() }),
  z.strictObject({
    kind: z.literal('extraction'),
    type: z.enum(['http', 'https', 'socks5', 'ssh']),
    checkLine,
    format: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), order: z.enum(proxyTextOrders) }),
      z.strictObject({
        kind: z.literal('json'),
        /** Names of the keys in the supplier's reply. */
        keys: z.strictObject({
          ip: keyName,
          port: keyName,
          /** Empty where the supplier gives no login. */
          username: keyName.or(z.literal('')),
          password: keyName.or(z.literal('')),
        }),
      }),
    ]),
    /** `invalid`: a new address when the present one fails; `every_type` (their spelling): at every opening. */
    method: z.enum(['invalid', 'every_type']),
    /** Host of the link, to be shown. */
    linkHost: z.string().max(253),
    /** Link, kind `link`. */
    secret: secretRef,
  }),
]);
export type ProxyTarget = z.infer<typeof proxyTarget>;
