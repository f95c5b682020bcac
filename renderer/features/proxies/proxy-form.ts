import {
  type ProxyChange,
  type ProxyDraft,
  proxyChange,
  proxyDraft,
  savedProxyTypes,
} from '../../../shared/proxy.ts';
import type { NamedProxy } from './use-proxies.ts';

/** The fields of the form as they are typed. */
export interface ProxyFields {
  readonly type: string;
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  /** Takes user name and password away. */
  readonly isLoginRemoved: boolean;
  readonly tags: string[];
  readonly note: string;
}

/** What the form begins with: a new proxy, or a saved one whose login stays unknown. */
export function toFields(proxy: NamedProxy | null): ProxyFields {
  return {
    type: proxy?.type ?? 'http',
    host: proxy?.host ?? '',
    port: proxy?.port ?? '',
    user: '',
    password: '',
    isLoginRemoved: false,
    tags: [...(proxy?.tagNames ?? [])],
    note: proxy?.note ?? '',
  };
}

export type ReadFields =
  | { readonly ok: true; readonly input: ProxyDraft | ProxyChange | null }
  | { readonly ok: false; readonly wrong: ReadonlySet<keyof ProxyFields> };

/**
 * What is to be sent: a whole draft for a new proxy, else only what differs from the saved one, and null when
 * nothing does. Checked by the schema that the main process checks it with.
 */
export function readFields(fields: ProxyFields, proxy: NamedProxy | null): ReadFields {
  const { isLoginRemoved: _isLoginRemoved, ...draft } = fields;
  const typed = { ...draft, host: draft.host.trim(), port: draft.port.trim() };
  if (proxy === null) {
    const parsed = proxyDraft.safeParse(typed);
    return parsed.success
      ? { ok: true, input: parsed.data }
      : { ok: false, wrong: toWrong(parsed.error.issues) };
  }
  const before = toFields(proxy);
  const changes = {
    ...(typed.type === before.type ? {} : { type: typed.type }),
    ...(typed.host === before.host ? {} : { host: typed.host }),
    ...(typed.port === before.port ? {} : { port: typed.port }),
    ...(isSameSet(typed.tags, before.tags) ? {} : { tags: typed.tags }),
    ...(typed.note === before.note ? {} : { note: typed.note }),
    ...(fields.isLoginRemoved
      ? { user: '', password: '' }
      : {
          ...(typed.user === '' ? {} : { user: typed.user }),
          ...(typed.password === '' ? {} : { password: typed.password }),
        }),
  };
  if (Object.keys(changes).length === 0) return { ok: true, input: null };
  const parsed = proxyChange.safeParse({ id: proxy.id, changes });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, wrong: toWrong(parsed.error.issues.map(({ path }) => ({ path: path.slice(1) }))) };
}

function toWrong(
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): ReadonlySet<keyof ProxyFields> {
  return new Set(issues.map(({ path }) => path[0] as keyof ProxyFields));
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

/**
 * Splits `host:port` or `host:port:user:password` that was put into the host field over the fields. Null when the
 * text is a bare host or nothing of that form.
 */
export function splitPasted(
  text: string,
): Partial<Pick<ProxyFields, 'type' | 'host' | 'port' | 'user' | 'password'>> | null {
  const found =
    /^(?:(\w+):\/\/)?(?:([^@\s:]+):([^@\s]+)@)?([A-Za-z0-9._-]+):(\d{1,5})(?::([^\s:]+):(\S+))?$/.exec(
      text.trim(),
    );
  if (!found) return null;
  const [, scheme, userBefore, passwordBefore, host = '', port = '', userAfter, passwordAfter] = found;
  const type = savedProxyTypes.find((name) => name === scheme?.toLowerCase());
  const user = userBefore ?? userAfter;
  const password = passwordBefore ?? passwordAfter;
  return {
    ...(type && { type }),
    host,
    port,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  };
}

/** Codes of the API that are about one field, so that they stand beside it. */
const fieldCodes: ReadonlyMap<number, keyof ProxyFields> = new Map([
  [103_001, 'host'],
  [104_002, 'host'],
  [103_005, 'host'],
  [104_006, 'host'],
  [103_002, 'type'],
  [103_003, 'type'],
  [104_003, 'type'],
  [103_004, 'port'],
  [104_004, 'port'],
]);

/** The field that a refusal is about; null for the form as a whole. */
export function findRefusedField(apiCode: number | undefined): keyof ProxyFields | null {
  return apiCode === undefined ? null : (fieldCodes.get(apiCode) ?? null);
}
