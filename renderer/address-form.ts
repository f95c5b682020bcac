import { z } from 'zod';
import { apiAddress } from '../shared/connection.ts';
import type { MessageKey } from '../shared/messages/language.ts';
import { type AddressFault, parseAddressText } from '../shared/parse-address.ts';
import type { Settings } from '../shared/settings.ts';

/** The fields as they are typed. */
export interface AddressFields {
  readonly host: string;
  readonly port: string;
  /** The user accepts a host outside this computer. */
  readonly isRemoteConfirmed: boolean;
}

/** What is wrong with a field, as the key of its message. */
export type AddressErrors = { readonly [K in keyof AddressFields]?: MessageKey };

export type ParsedAddressForm =
  | { readonly ok: true; readonly patch: Pick<Settings, 'address' | 'confirmedRemoteHost'> }
  | { readonly ok: false; readonly errors: AddressErrors };

const faultWords = {
  empty: 'settings.address.fault.empty',
  scheme: 'settings.address.fault.scheme',
  login: 'settings.address.fault.login',
  path: 'settings.address.fault.path',
  host: 'settings.address.fault.host',
  unusual_ip: 'settings.address.fault.unusualIp',
  port: 'settings.address.fault.port',
} as const satisfies Record<AddressFault, MessageKey>;

const portText = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(apiAddress.shape.port);

/** Turns the fields into the settings to save, or says what is wrong with each field. */
export function parseAddressForm(fields: AddressFields): ParsedAddressForm {
  const host = parseHostText(fields.host);
  const port = portText.safeParse(fields.port);
  const errors: { -readonly [K in keyof AddressFields]?: MessageKey } = {};
  if (!host.ok) errors.host = host.error;
  if (!port.success) errors.port = 'settings.address.fault.port';
  if (!host.ok || !port.success) return { ok: false, errors };

  const isRemote = isOutside(host.host);
  if (isRemote && !fields.isRemoteConfirmed) {
    return { ok: false, errors: { isRemoteConfirmed: 'settings.address.fault.notConfirmed' } };
  }
  return {
    ok: true,
    patch: {
      address: { host: host.host, port: port.data },
      confirmedRemoteHost: isRemote ? host.host : null,
    },
  };
}

/**
 * Splits a whole address that was put into the host field, such as `http://127.0.0.1:53200/`, over both
 * fields. Null when the text is a bare host, or no address: then the fields stay as they are.
 */
export function splitPastedAddress(text: string): Pick<AddressFields, 'host' | 'port'> | null {
  const parsed = parseAddressText(text);
  if (!parsed.ok) return null;
  const { host, port } = parsed.address;
  const isBare = text.trim().toLowerCase() === host;
  return isBare ? null : { host, port: String(port) };
}

/** The host field names another computer, as far as its text tells. Text that is no host does not. */
export function isOutsideHostText(text: string): boolean {
  const parsed = parseHostText(text);
  return parsed.ok && isOutside(parsed.host);
}

type ParsedHost =
  | { readonly ok: true; readonly host: string }
  | { readonly ok: false; readonly error: MessageKey };

function parseHostText(text: string): ParsedHost {
  const parsed = parseAddressText(text);
  if (!parsed.ok) return { ok: false, error: faultWords[parsed.fault] };
  const host = apiAddress.shape.host.safeParse(parsed.address.host);
  return host.success ? { ok: true, host: host.data } : { ok: false, error: faultWords.host };
}

/** A name other than localhost may lead anywhere, so it counts as outside until it is confirmed. */
function isOutside(host: string): boolean {
  return host !== 'localhost' && host !== '::1' && !/^127(?:\.\d{1,3}){3}$/.test(host);
}
