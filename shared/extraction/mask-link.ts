import { parseLink } from './parse-link.ts';

const dots = '••••';
const placeholder = /(\{(?:profile_id|name|group|random8)\})/;

/**
 * A supplier link as it may be shown: scheme, host, port and the names of its parameters, as in
 * `https://host/…?key=••••`. Placeholders stay readable. Text that is no link gives only dots.
 */
export function maskLink(link: string): string {
  const parsed = parseLink(link);
  if (!parsed.ok) return dots;
  const { scheme, host, port, path, query } = parsed.link;
  const authority = `${host.includes(':') ? `[${host}]` : host}${port === null ? '' : `:${port}`}`;
  const masked = query
    .split('&')
    .filter((part) => part !== '')
    .map(maskParameter)
    .join('&');
  const shownPath = path === '' || path === '/' ? path : `/${maskText(path.slice(1), '…')}`;
  return `${scheme}://${authority}${shownPath}${masked === '' ? '' : `?${masked}`}`;
}

/** A parameter without `=`, or with an unusual name, may itself be the key. */
function maskParameter(parameter: string): string {
  const equals = parameter.indexOf('=');
  const name = equals === -1 ? '' : parameter.slice(0, equals);
  const isName = /^[A-Za-z][\w.[\]-]{0,23}$/.test(name) && !/\d{4}/.test(name);
  const shownName = isName ? name : dots;
  return equals === -1
    ? maskText(parameter, dots)
    : `${shownName}=${maskText(parameter.slice(equals + 1), dots)}`;
}

function maskText(text: string, mask: string): string {
  return text
    .split(placeholder)
    .map((part, index) => (index % 2 === 1 ? part : part === '' ? '' : mask))
    .join('');
}
