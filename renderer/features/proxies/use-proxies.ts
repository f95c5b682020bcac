import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProfileId } from '../../../shared/profile.ts';
import type { ProxyChange, ProxyDraft, SavedProxy } from '../../../shared/proxy.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { useConnection } from '../../connection/use-connection.ts';
import { profileListKey } from '../../known-profiles.ts';
import { useLabels } from '../../labels/use-labels.ts';
import { useMessages } from '../../messages.tsx';
import { goTo } from '../../navigation.ts';
import { changeProfileView, clearProfileFilters } from '../../profile-list/profile-view-store.ts';
import { useProfiles } from '../../profile-list/use-profiles.ts';
import { useChange } from '../../use-change.ts';
import { useLiveList } from '../../use-live-list.ts';

const proxiesKey = commandQuery('proxies.list', {}).queryKey;
const proxyTagsKey = commandQuery('labels.list', { kind: 'proxy_tag' }).queryKey;

/** A proxy with the names of its tags as the tag list gives them. */
export interface NamedProxy extends SavedProxy {
  readonly tagNames: readonly string[];
}

/** All saved and purchased proxies. */
export function useProxies() {
  const query = useLiveList({ queryKey: proxiesKey, queryFn: () => callCommand('proxies.list', {}) });
  const tags = useLabels('proxy_tag');
  const rows = query.data?.rows;
  const titles = tags.data?.rows;
  const named = useMemo((): readonly NamedProxy[] | null => {
    if (!rows) return null;
    const byId = new Map(titles?.map(({ id, title }) => [id, title]));
    return rows.map((proxy) => {
      // A blank inside a name makes the list's own names useless; the numbers are not ambiguous.
      const names = proxy.tagIds.map((id) => byId.get(id)).filter((name) => name !== undefined);
      return { ...proxy, tagNames: names.length === proxy.tagIds.length ? names : proxy.tags };
    });
  }, [rows, titles]);
  return { query, rows: named, tagTitles: titles?.map(({ title }) => title) ?? [] };
}

/** Which profiles use a proxy or a package, by its number; null until the whole list of profiles was read. */
export function useProxyUse(of: 'proxies' | 'packages'): ReadonlyMap<number, readonly ProfileId[]> | null {
  const { list } = useProfiles(useConnection());
  const { asOf, isComplete } = list;
  const { data } = useQuery({
    queryKey: ['proxies.findUse', asOf],
    queryFn: () => callCommand('proxies.findUse', {}),
    enabled: isComplete,
  });
  return useMemo(
    () =>
      isComplete && data && data.asOf !== null
        ? new Map(data[of].map(({ id, profileIds }) => [id, profileIds]))
        : null,
    [isComplete, data, of],
  );
}

/** Shows exactly these profiles in the grid. */
export function showProfiles(ids: readonly ProfileId[]): void {
  clearProfileFilters();
  changeProfileView({ listed: new Set(ids) });
  goTo({ page: 'profiles' });
}

/** `host:port`, or what is known of it. */
export function nameProxy({ host, port, id }: Pick<SavedProxy, 'host' | 'port' | 'id'>): string {
  if (host === null) return `#${id}`;
  const shown = host.includes(':') ? `[${host}]` : host;
  return port === null ? shown : `${shown}:${port}`;
}

/** Saves a new proxy, or what is changed of a saved one. */
export function useSaveProxy(name: string, onDone: () => void) {
  const { t } = useMessages();
  return useChange({
    run: (input: ProxyDraft | ProxyChange) =>
      'id' in input ? callCommand('proxies.change', input) : callCommand('proxies.create', input),
    rereads: [proxiesKey],
    // A name nobody used before becomes a tag, and rows of profiles show the address.
    alsoRereads: [proxyTagsKey, profileListKey],
    describeDone: (input) =>
      t('labels.saved', { title: 'id' in input ? name : `${input.host}:${input.port}` }),
    failedTitle: t('labels.saveFailed'),
    onDone,
  });
}

/** Deletes a saved proxy. */
export function useDeleteProxy(onDone: () => void) {
  const { t } = useMessages();
  return useChange({
    run: ({ id }: SavedProxy) => callCommand('proxies.delete', { id }),
    rereads: [proxiesKey],
    describeDone: (proxy) => t('labels.deleted', { title: nameProxy(proxy) }),
    failedTitle: t('labels.deleteFailed'),
    onDone,
  });
}
