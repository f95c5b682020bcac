import type { ProxyEntry } from './proxy-entry.ts';
import type { TextFormat } from './text-format.ts';

/** A list as text, one proxy a line, and the proxies that the format cannot express. */
export interface FormattedProxies {
  readonly text: string;
  readonly leftOut: readonly ProxyEntry[];
}

/**
 * Writes proxies in one of the five text formats. Left out are those without a login where the format has one, with
 * a login where it has none, and logins that nobody could read back: with `:`, `@`, `|`, `<`, blanks or control
 * characters, or with a beginning that looks like a remark or a scheme.
 */
export function formatProxies(proxies: readonly ProxyEntry[], format: TextFormat): FormattedProxies {
  const lines: string[] = [];
  const leftOut: ProxyEntry[] = [];
  for (const proxy of proxies) {
    const line = formatProxy(proxy, format);
    if (line === null) leftOut.push(proxy);
    else lines.push(line);
  }
  return { text: lines.join('\n'), leftOut };
}

function formatProxy({ host, port, user, password }: ProxyEntry, format: TextFormat): string | null {
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (format === 'ip:port') return user === null && password === null ? address : null;
  if (user === null || password === null || !isPlain(user) || !isPlain(password)) return null;
  const login = `${user}:${password}`;
  switch (format) {
    case 'ip:port:username:password':
      return `${address}:${login}`;
    case 'username:password@ip:port':
      return `${login}@${address}`;
    case 'ip:port@username:password':
      return `${address}@${login}`;
    case 'username:password:ip:port':
      return `${login}:${address}`;
  }
}

function isPlain(part: string): boolean {
  return /^(?!#|\/\/)[^\s:@|<\p{Cc}\ufffd]+$/u.test(part);
}
