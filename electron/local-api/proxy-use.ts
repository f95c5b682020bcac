import type { ProfileId } from '../../shared/profile.ts';
import type { ProxyUse } from '../../shared/proxy.ts';
import type { ProfileDirectory } from './profiles.ts';

/** Tells which profiles use which saved proxy or traffic package; the list names both in one field. */
export function findProxyUse(profiles: Pick<ProfileDirectory, 'getCompletedAt' | 'listKnown'>): ProxyUse {
  const proxies = new Map<number, ProfileId[]>();
  const packages = new Map<number, ProfileId[]>();
  for (const { row, proxyId } of profiles.listKnown()) {
    const { mode } = row.proxy;
    if (proxyId === null || mode === null || mode === 4) continue;
    const uses = mode === 1 ? packages : proxies;
    const ids = uses.get(proxyId);
    if (ids) ids.push(row.id);
    else uses.set(proxyId, [row.id]);
  }
  const toUsers = (uses: ReadonlyMap<number, readonly ProfileId[]>) =>
    Array.from(uses, ([id, profileIds]) => ({ id, profileIds }));
  return { asOf: profiles.getCompletedAt(), proxies: toUsers(proxies), packages: toUsers(packages) };
}
