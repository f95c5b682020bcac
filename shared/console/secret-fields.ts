import type { ActionId } from '../local-api/wire.generated.ts';
import type { BodyPath } from './form-model.ts';

/** Fields of the contract that hold secrets, in requests and replies, with what stands for them. */
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
/** Names that no source documents and that promise a secret all the same. */
const secretName =
  /(?:passw(?:or)?d|passwort|pwd|(?:^|_)pass|secret|token|(?:api|access|secret|private)_?key|(?:^|_)auth|authorization|credentials?|session_?id)$/i;
const otherSecret = '<SECRET>';
const allPlaceholders: ReadonlySet<string> = new Set([...Object.values(placeholders), otherSecret]);
/** Values of switches such as `show_password`. */
const switchValues: ReadonlySet<unknown> = new Set(['', '0', '1', null]);

/** What stands for the secret at a path; null when the field holds none. */
export function secretPlaceholder(path: BodyPath): string | null {
  const name = path.findLast((step) => typeof step === 'string') ?? '';
  // Here the fields name the keys of a supplier's reply.
  if (path.includes('proxy_data_json_format')) return null;
  const documented = name.toLowerCase();
  if (Object.hasOwn(placeholders, documented)) return placeholders[documented] ?? null;
  return secretName.test(name) && !name.startsWith('show_') ? otherSecret : null;
}

/** A request body or a reply with every secret replaced by its placeholder. The value itself is not changed. */
export function hideSecrets<T>(value: T): T {
  return hide(value, []) as T;
}

/** The same for a whole reply, where some actions have a secret for their `data`. */
export function hideReplySecrets(action: ActionId, reply: unknown): unknown {
  const hidden = hide(reply, []);
  if (action !== 'profile-get-cookies' || !isRecord(hidden) || !Object.hasOwn(hidden, 'data')) return hidden;
  const isEmpty = hidden.data === null || (Array.isArray(hidden.data) && hidden.data.length === 0);
  return isEmpty ? hidden : { ...hidden, data: placeholders.cookie };
}

/** The first placeholder that a body holds; null without one. */
export function findPlaceholder(body: unknown): { readonly path: BodyPath; readonly text: string } | null {
  const open: { readonly value: unknown; readonly path: BodyPath }[] = [{ value: body, path: [] }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { value, path } = node;
    if (typeof value === 'string' && allPlaceholders.has(value)) return { path, text: value };
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [name, child] of Object.entries(value).reverse())
      open.push({ value: child, path: [...path, isList ? Number(name) : name] });
  }
  return null;
}

/** What is inside something secret is secret: cookies may come as a list of objects. */
function hide(value: unknown, path: BodyPath): unknown {
  const isFilled = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  const whole = isFilled && typeof path.at(-1) === 'string' ? secretPlaceholder(path) : null;
  if (whole !== null) return whole;
  if (Array.isArray(value)) return value.map((item: unknown, index) => hide(item, [...path, index]));
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, hide(each, [...path, name])]),
    );
  if (switchValues.has(value) || (typeof value !== 'string' && typeof value !== 'number')) return value;
  return secretPlaceholder(path) ?? value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
