/**
 * Removes what looks like a secret from text before it is logged, shown or saved. Every quantifier that can
 * backtrack is bounded, so that a hostile line costs time in proportion to its length.
 */

const hidden = '[hidden]';

/** `scheme://user:password@host`: keeps the scheme and the host. */
const urlLogin = /\b([a-z][a-z0-9+.-]{1,15}:\/\/)[^\s/@"'<>]{1,256}@/gi;
/** The query of a web address: supplier links carry their key there. */
const urlQuery = /\b(https?:\/\/[^\s?#"'<>\\]{1,512}\?)[^\s"'<>\\]{1,2048}/gi;
/** `host:port:user:password`, the common form of proxy lists. */
const proxyLine =
  /(?<![A-Za-z0-9.-])([A-Za-z0-9.-]{1,253}:\d{1,5}):[^\s:,;"'<>\\]{1,128}:[^\s,;"'<>\\]{1,128}/g;
/** `user:password@host:port`, the other common form. */
const loginAtHost = /(?<![^\s"'=,;|(<>])[^\s:@/"'=,;|(<>\\]{1,128}:[^\s@/"'<>\\]{1,128}@(?=[A-Za-z0-9.[-])/g;
/**
 * The value behind a name: a JSON string, a JSON string inside a JSON string, single quotes, or up to a blank or a
 * separator. The alternatives inside a string begin with different characters, so none is tried twice.
 */
const value =
  /("(?:[^"\\]|\\[\s\S]){0,4096}|\\"(?:[^"\\]|\\\\(?:\\["\\]|[^"\\])){0,4096}|'[^'\\]{0,4096}|[^\s&;,"'<>\\}{[\]]{1,4096})/
    .source;
const assign = /\\?["']?\s{0,3}[=:]\s{0,3}/.source;
/** `password=…`, `"token": "…"` and the like. */
const namedSecret = new RegExp(
  `(\\b[\\w-]{0,32}(?:password|passwd|passwort|pwd|secret|token|api_?key|access_?key|auth|cookie|session|signature|username|proxy_user)[\\w-]{0,16}${assign})${value}`,
  'gi',
);
/** Short names that are secrets only as a parameter: `key=…`, `pass: …`. */
const shortNamedSecret = new RegExp(`((?<![\\w-])(?:key|pass|sign|user|uid|pin)${assign})${value}`, 'gi');
const authScheme = /\b(bearer|basic)(\s{1,3})[^\s,;"'<>\\]{4,2048}/gi;
/** 32 characters or more without a break: access tokens, hashes, cache folders. */
const longToken = /[A-Za-z0-9_+=-]{32,}/g;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Replaces logins in URLs, queries of web addresses, proxy lines with a login, named secrets and unbroken runs
 * of 32 characters by `[hidden]`. JSON text stays JSON text. Ids in UUID form are kept. It errs towards hiding.
 */
export function redact(text: string): string {
  return text
    .replace(urlLogin, `$1${hidden}@`)
    .replace(urlQuery, `$1${hidden}`)
    .replace(proxyLine, `$1:${hidden}`)
    .replace(loginAtHost, `${hidden}@`)
    .replace(authScheme, `$1$2${hidden}`)
    .replace(namedSecret, hideValue)
    .replace(shortNamedSecret, hideValue)
    .replace(longToken, (token) => (uuid.test(token) ? token : hidden));
}

/**
 * The first visible characters of a foreign reply for support: control characters and runs of blanks become one
 * blank, then secrets are hidden, then the text is cut to `length` characters.
 */
export function excerpt(text: string, length: number): string {
  const visible = text
    .slice(0, 4096)
    .replace(/[^\P{C}\n\t\r]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const safe = redact(visible);
  const characters = Array.from(safe.slice(0, length * 2));
  return characters.length > length || safe.length > length * 2
    ? `${characters.slice(0, length).join('')}…`
    : safe;
}

function hideValue(_match: string, name: string, found: string): string {
  const opening = /^\\?["']/.exec(found)?.[0];
  if (opening !== undefined) return `${name}${opening}${hidden}`;
  // A number or `true` behind a quoted name stands in JSON, which needs quotes around the replacement.
  const quote = /(\\?["'])\s{0,3}[=:]\s{0,3}$/.exec(name)?.[1] ?? '';
  return `${name}${quote}${hidden}${quote}`;
}
