import { z } from 'zod';
import type { ProfileProxy } from '../../../shared/profile.ts';
import { type ProxyTarget, proxyTarget } from '../../../shared/proxy-target.ts';
import { linkValues } from '../../extraction/link-values.ts';

const listed = z.object({
  mode: z.literal([1, 2, 3, 4]).nullable(),
  type: z.string().nullable(),
  host: z.string().nullable(),
  port: z.string().nullable(),
});

/** What is remembered of a profile's proxy before it gets another one. */
export const proxyPreimage = z.object({
  /** As the list showed it. */
  listed,
  /** The same proxy complete, where an own job had set it or nothing is hidden; null otherwise. */
  full: proxyTarget.nullable(),
});

/** What a profile gets back, and what it must still have. */
export const proxyRestoreTarget = z.object({
  to: proxyTarget,
  from: proxyTarget,
  /** Fills the placeholders where `to` is a link with such. */
  values: linkValues.nullable(),
});

/** A proxy of which the list shows everything; null for any other. */
export function toFullProxy(proxy: ProfileProxy, isLoginFree: boolean): ProxyTarget | null {
  if (proxy.mode !== 2) return null;
  if (proxy.type === 'direct') return { kind: 'direct' };
  if (!isLoginFree) return null;
  const parsed = proxyTarget.safeParse({
    kind: 'custom',
    type: proxy.type,
    host: proxy.host,
    port: Number(proxy.port),
    checkLine: 'global_line',
    secret: null,
  });
  return parsed.success ? parsed.data : null;
}
