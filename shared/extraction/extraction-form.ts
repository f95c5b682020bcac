import { z } from 'zod';
import { actionById } from '../local-api/catalogue.ts';
import type { FieldTable } from '../local-api/field-spec.ts';
import type { ActionRequests } from '../local-api/wire.generated.ts';
import { findUnknownPlaceholders } from './link-template.ts';
import { type LinkFault, parseLink } from './parse-link.ts';
import { textFormats } from './text-format.ts';

/** Why a field of the form does not fit: the message of the schema's issue, for the window to put into words. */
export const mappingFaults = [
  /** The JSON mapping needs the keys of IP and port. */
  'mapping_missing',
  /** Two parts are mapped to the same key. */
  'mapping_repeated',
  /** Longer than 100 characters, or with control characters. */
  'mapping_key',
] as const;
type MappingFault = (typeof mappingFaults)[number];

/** Message of an issue of `extractionForm`, except for wrong types, which only a bug can send. */
export type FormFault = LinkFault | MappingFault;

/** A supplier link or link template: http or https, no login, known placeholders in path and query only. */
export const supplierLink = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const fault = findLinkFault(text);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  });

const mappingKey = z
  .string()
  .trim()
  .regex(/^\P{Cc}{0,100}$/u, { error: 'mapping_key' satisfies MappingFault });

/** Names of the keys that hold the four parts: IP and port are needed, the login may be empty. */
export const jsonMapping = z
  .strictObject({ ip: mappingKey, port: mappingKey, username: mappingKey, password: mappingKey })
  .superRefine((mapping, context) => {
    const seen = new Set<string>();
    for (const [part, key] of Object.entries(mapping)) {
      const isNeeded = part === 'ip' || part === 'port';
      if (key === '' && isNeeded) addFault(context, part, 'mapping_missing');
      if (key !== '' && seen.has(key)) addFault(context, part, 'mapping_repeated');
      seen.add(key);
    }
  });

const rules = {
  /** `direct` is a value of the list too, but no proxy could be fetched for it. */
  proxyType: z.enum(['http', 'https', 'socks5', 'ssh']),
  service: z.literal('general'),
  method: z.enum(['invalid', 'every_type']),
  checkLine: z.enum(['global_line', 'cn_line']),
};

const text = { dataFormat: z.literal('txt'), textFormat: z.enum(textFormats) };
const json = { dataFormat: z.literal('json'), mapping: jsonMapping };

/** The form without its link, as it may be stored anywhere. */
export const savedForm = z.discriminatedUnion('dataFormat', [
  z.strictObject({ ...rules, ...text }),
  z.strictObject({ ...rules, ...json }),
]);

/** The whole form of a proxy from a link. The half that does not apply (text or JSON) is not part of it. */
export const extractionForm = z.discriminatedUnion('dataFormat', [
  z.strictObject({ link: supplierLink, ...rules, ...text }),
  z.strictObject({ link: supplierLink, ...rules, ...json }),
]);
export type ExtractionForm = z.infer<typeof extractionForm>;

type ExtractionRequest = ActionRequests['profile-update-proxy-for-api-extraction'];

const proxyInfo = actionById('profile-update-proxy-for-api-extraction').request.proxy_info?.fields ?? {};
/** Where the action itself names no default, the same field of profile-create does. */
const createConfig = actionById('profile-create').request.proxy_config?.fields ?? {};

/** Everything a new form starts with, text and JSON side by side, so that switching between them loses nothing. */
export const extractionDefaults = {
  link: '',
  /** No default is documented; the page's example is socks5. */
  proxyType: 'socks5',
  service: documentedDefault('proxy_service', rules.service),
  dataFormat: documentedDefault('proxy_data_format_type', z.enum(['txt', 'json'])),
  textFormat: documentedDefault('proxy_data_txt_format', z.enum(textFormats)),
  mapping: {
    ip: documentedKey('ip'),
    port: documentedKey('port'),
    username: documentedKey('username'),
    password: documentedKey('password'),
  },
  method: documentedDefault('proxy_extraction_method', rules.method),
  checkLine: documentedDefault('proxy_check_line', rules.checkLine),
} as const;

/**
 * The body of `profile-update-proxy-for-api-extraction`, exactly as documented. The half that does not apply is left
 * out, and so is an empty login key, for which the API then takes its documented default. `link` is the expanded
 * template of this profile.
 */
export function toRequestBody(
  form: ExtractionForm,
  profileId: number,
  link: string = form.link,
): ExtractionRequest {
  return {
    profile_id: profileId,
    proxy_info: {
      proxy_mode: 4,
      proxy_check_line: form.checkLine,
      proxy_type: form.proxyType,
      proxy_service: form.service,
      proxy_data_format_type: form.dataFormat,
      ...(form.dataFormat === 'txt'
        ? { proxy_data_txt_format: form.textFormat }
        : { proxy_data_json_format: toJsonFormat(form.mapping) }),
      proxy_extraction_method: form.method,
      proxy_url: link,
    },
  };
}

function toJsonFormat({ ip, port, username, password }: z.infer<typeof jsonMapping>) {
  return {
    ip,
    port,
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
  };
}

function findLinkFault(text: string): LinkFault | null {
  const parsed = parseLink(text);
  if (!parsed.ok) return parsed.fault;
  return findUnknownPlaceholders(text).length > 0 ? 'placeholder_name' : null;
}

function addFault(context: z.RefinementCtx, part: string, message: MappingFault): void {
  context.addIssue({ code: 'custom', path: [part], message });
}

function documentedDefault<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  return schema.parse(defaultOf(proxyInfo, name) ?? defaultOf(createConfig, name));
}

function documentedKey(name: string): string {
  return z.string().parse(defaultOf(proxyInfo.proxy_data_json_format?.fields ?? {}, name));
}

function defaultOf(table: FieldTable, name: string): unknown {
  return table[name]?.default;
}
