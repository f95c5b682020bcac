import { redact } from '../support/redact.ts';

/** What stands for a secret; the console knows these and asks for the value again. */
const placeholders: Readonly<Record<string, string>> = {
  proxy_user: '<PROXY_USER>',
  proxy_password: '<PROXY_PASSWORD>',
  proxy_url: '<PROXY_LINK>',
  username: '<ACCOUNT_NAME>',
  password: '<ACCOUNT_PASSWORD>',
  tfa_secret: '<TFA_SECRET>',
  cookie: '<COOKIES>',
  cookies: '<COOKIES>',
  transfer_code: '<TRANSFER_CODE>',
};
const secretName = /(?:passw(?:or)?d|passwort|pwd|secret|token|api_?key)$/i;
const longestText = 200;
const mostItems = 100;
const mostLevels = 8;

/**
 * A request body as it may be shown: secrets become placeholders, what looks like one inside other texts is hidden,
 * and long texts and lists are cut. The body itself is not changed.
 */
export function toBodyShape(body: object): Readonly<Record<string, unknown>> {
  return shape(body, '', mostLevels) as Readonly<Record<string, unknown>>;
}

function shape(value: unknown, name: string, levels: number): unknown {
  if (typeof value === 'object' && value !== null) {
    if (levels === 0) return '…';
    if (Array.isArray(value))
      return value.slice(0, mostItems).map((item: unknown) => shape(item, name, levels - 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, content]) => [key, shape(content, key, levels - 1)]),
    );
  }
  if (value === '' || value === undefined || typeof value === 'boolean' || value === null) return value;
  const placeholder = placeholderFor(name);
  if (placeholder !== null) return placeholder;
  if (typeof value !== 'string') return value;
  const safe = redact(value.slice(0, 4 * longestText));
  return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
}

function placeholderFor(name: string): string | null {
  if (Object.hasOwn(placeholders, name)) return placeholders[name] ?? null;
  return secretName.test(name) && !name.startsWith('show_') ? '<SECRET>' : null;
}
