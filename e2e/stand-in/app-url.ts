/** The schemes that the app has registered; only those are mapped. */
const schemes = new Set<string>();

/** Makes URLs of `scheme` known to {@link toChromiumUrl} and {@link toAppUrl}. */
export function registerScheme(scheme: string): void {
  schemes.add(scheme);
}

/** `app://bundle/a?b#c` → `http://bundle.app.localhost/a?b#c` for a registered scheme; any other URL unchanged. */
export function toChromiumUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
  const scheme = match?.[1]?.toLowerCase();
  if (match === null || scheme === undefined || !schemes.has(scheme)) return url;
  const rest = match[3] ?? '';
  return `http://${match[2]?.toLowerCase()}.${scheme}.localhost${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** The inverse of {@link toChromiumUrl}. */
export function toAppUrl(url: string): string {
  const match = /^http:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(?=[/?#]|$)(.*)$/is.exec(url);
  const scheme = match?.[2];
  return match === null || scheme === undefined || !schemes.has(scheme)
    ? url
    : `${scheme}://${match[1]}${match[3]}`;
}

/** The registered scheme of an app URL, or undefined. */
export function schemeOf(url: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  return scheme !== undefined && schemes.has(scheme) ? scheme : undefined;
}

/** Maps the app origins named in a response header (a CSP, a redirect's location) to what Chromium sees. */
export function mapHeaderValue(value: string): string {
  let mapped = value;
  for (const scheme of schemes) {
    mapped = mapped
      .replace(new RegExp(`\\b${scheme}://([a-z0-9.*-]+)`, 'gi'), `http://$1.${scheme}.localhost`)
      .replace(new RegExp(`(^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'gi'), `$1http://*.${scheme}.localhost`);
  }
  return mapped;
}
