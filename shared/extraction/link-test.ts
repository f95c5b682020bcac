import { z } from 'zod';
import { jsonMapping } from './extraction-form.ts';
import { linkSource } from './preset.ts';
import type { ReplyView } from './reply-view.ts';
import { textFormats } from './text-format.ts';

/** Why a link gave no reply that could be read. */
const fetchFaults = [
  /** Not http or https, or with a login: only a redirect can lead there. */
  'link',
  /** The link, or a redirect, leads to this computer, a link-local, metadata or other special address. */
  'blocked_target',
  /** The link leads to the port of the Local API. */
  'local_api_port',
  'too_many_redirects',
  /** A redirect leads from https to http. */
  'redirect_to_http',
  /** The host name has no address. */
  'name_not_found',
  'unreachable',
  /** The certificate does not fit, or there is no TLS at that port. */
  'tls_failed',
  /** What answers there does not speak HTTP. */
  'not_http',
  'connection_lost',
  /** The reply ended before it was complete. */
  'cut_off',
  'too_large',
  /** Compressed in a way that could not be read. */
  'bad_encoding',
  'timed_out',
  'cancelled',
] as const;
export type FetchFault = (typeof fetchFaults)[number];

/** The user's answers about a reply; see `ReplyChoices`. */
const replyChoices = z.strictObject({
  textFormat: z.enum(textFormats).nullable(),
  mapping: jsonMapping.nullable(),
  list: z.string().max(2000).nullable(),
});

/** A test of a link, typed or held by the main process. `profile` fills the placeholders of a template. */
export const linkTestInput = z.strictObject({
  link: linkSource,
  profile: z
    .strictObject({ profileId: z.int().positive(), name: z.string().max(1000), group: z.string().max(1000) })
    .nullable(),
  choices: replyChoices,
});
export type LinkTestInput = z.infer<typeof linkTestInput>;

/** Reads the reply of the last test anew with other answers, without a request. */
export const rereadInput = z.strictObject({ testId: z.int().positive(), choices: replyChoices });
export type RereadInput = z.infer<typeof rereadInput>;

/** What a test found out. It holds neither the link nor a password. */
export type LinkTestResult =
  | {
      readonly outcome: 'read';
      readonly testId: number;
      readonly view: ReplyView;
      readonly status: number;
      /** Size of the reply in bytes, decompressed. */
      readonly bytes: number;
      readonly redirects: number;
      /** Name of the encoding, such as `utf-8` or `gbk`; null when no encoding fits and characters were replaced. */
      readonly encoding: string | null;
    }
  | { readonly outcome: 'failed'; readonly fault: FetchFault }
  /** A status of 400 or more without a reply that explains it; `seconds` from `Retry-After`. */
  | { readonly outcome: 'refused'; readonly status: number; readonly seconds: number | null };
