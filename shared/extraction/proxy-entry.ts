/** One understood proxy. The host is valid (IPv4, IPv6 without brackets, or a name), the port is 1 to 65535. */
export interface ProxyEntry {
  readonly host: string;
  readonly port: number;
  /** Null when the reply holds none. A secret, as the password is. */
  readonly user: string | null;
  readonly password: string | null;
}

/** Reads a port written in digits, 1 to 65535 without leading zeros; null for anything else. */
export function readPort(text: string): number | null {
  if (!/^[1-9]\d{0,4}$/.test(text)) return null;
  const port = Number(text);
  return port <= 65_535 ? port : null;
}
