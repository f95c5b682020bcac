/** What a host is; the text itself is checked for syntax alone, nothing is looked up. */
type HostKind = 'ipv4' | 'ipv6' | 'name';

/** Why text is not a host. `unusual_ip` is a notation that resolvers read as IPv4 and people do not (127.1, 0x7f.1). */
type HostFault = 'host' | 'unusual_ip';

/** A host, in lower case and without brackets. */
export type HostReading =
  | { readonly ok: true; readonly host: string; readonly kind: HostKind }
  | { readonly ok: false; readonly fault: HostFault };

/** Longest text that is looked at: a host name has at most 253 characters, a bracketed IPv6 address fewer. */
const maxHostLength = 255;

/** Four decimal numbers, and nothing else: what nearly every host of a supplier's list is, known at one look. */
const plainIpv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/**
 * Reads an IPv4 address, an IPv6 address with or without brackets (no zone), or a host name of ASCII letters,
 * digits and hyphens (RFC 952 and 1123, at most 253 characters, labels of at most 63).
 */
export function readHost(text: string): HostReading {
  if (plainIpv4.test(text)) return { ok: true, host: text, kind: 'ipv4' };
  if (text.length > maxHostLength) return { ok: false, fault: 'host' };
  const host = text.toLowerCase();
  const inner = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  if (inner.includes(':') || inner.length !== host.length)
    return isIpv6(inner) ? { ok: true, host: inner, kind: 'ipv6' } : { ok: false, fault: 'host' };
  const name = host.replace(/\.$/, '');
  const labels = name.split('.');
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return { ok: false, fault: 'unusual_ip' };
  const isName =
    name.length <= 253 && labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return isName ? { ok: true, host, kind: 'name' } : { ok: false, fault: 'host' };
}

function isIpv4(labels: readonly string[]): boolean {
  return (
    labels.length === 4 && labels.every((label) => /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255)
  );
}

/** Hexadecimal groups with at most one `::`; the last two groups may be an IPv4 address. */
function isIpv6(host: string): boolean {
  const halves = host.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const hasIpv4 = last.includes('.');
  if (hasIpv4 && !isIpv4(last.split('.'))) return false;
  const hex = hasIpv4 ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return false;
  const count = hex.length + (hasIpv4 ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}
