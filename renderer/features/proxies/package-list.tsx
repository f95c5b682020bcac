import { Button, Progress } from '@mantine/core';
import type { TrafficPackage } from '../../../shared/proxy.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';
import { ListFrame } from '../../list-frame.tsx';
import { useMessages } from '../../messages.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { useFormats } from '../../use-formats.ts';
import { useLiveList } from '../../use-live-list.ts';
import { showProfiles, useProxyUse } from './use-proxies.ts';

const nearlyUsedUp = 0.9;

/** The purchased packages of residential traffic, each with what is used of it. */
export function PackageList() {
  const { t } = useMessages();
  const list = useLiveList({
    queryKey: commandQuery('trafficPackages.list', {}).queryKey,
    queryFn: () => callCommand('trafficPackages.list', {}),
  });
  const rows = list.data?.rows ?? [];
  return (
    <ListFrame list={list}>
      {rows.length === 0 ? (
        <div className="item-table__empty">
          <EmptyState title={t('packages.empty')}>{t('packages.emptyHint')}</EmptyState>
        </div>
      ) : (
        <ul className="package-list" aria-label={t('packages.list')}>
          {rows.map((each) => (
            <PackageCard key={each.id} traffic={each} />
          ))}
        </ul>
      )}
    </ListFrame>
  );
}

function PackageCard({ traffic }: { readonly traffic: TrafficPackage }) {
  const { t } = useMessages();
  const formats = useFormats();
  const use = useProxyUse('packages');
  const { id, limitMegabytes: limit, usedMegabytes: used, supplier } = traffic;
  const name = supplier === '' ? t('packages.name', { id }) : t('packages.nameOf', { id, supplier });
  const users = use?.get(id) ?? [];
  const share = limit === null || used === null || limit <= 0 ? null : used / limit;
  const round = (megabytes: number) => Math.round(megabytes * 100) / 100;
  return (
    <li className="package-list__item">
      <div className="package-list__head">
        <h2 className="package-list__name">{name}</h2>
        {share !== null && share >= 1 && <Status tone="bad" text={t('packages.usedUp')} />}
        {share !== null && share >= nearlyUsedUp && share < 1 && (
          <Status tone="warning" text={t('packages.nearlyUsedUp')} />
        )}
        {users.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('labels.showProfiles', { count: users.length, title: name })}
            onClick={() => showProfiles(users)}
          >
            {t('profiles.count.all', { count: users.length })}
          </Button>
        )}
      </div>
      {share === null || limit === null || used === null ? (
        <p className="package-list__figures">{t('packages.unknown')}</p>
      ) : (
        <>
          <Progress
            value={Math.min(100, share * 100)}
            color={share >= 1 ? 'red' : 'accent'}
            size="md"
            aria-label={t('packages.barLabel', { name })}
          />
          <p className="package-list__figures">
            {t('packages.used', {
              used: formats.number(round(used)),
              limit: formats.number(round(limit)),
              percent: formats.number(Math.round(share * 100)),
              left: formats.number(round(Math.max(0, limit - used))),
            })}
          </p>
        </>
      )}
    </li>
  );
}
