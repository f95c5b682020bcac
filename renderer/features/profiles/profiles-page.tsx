import { useMemo } from 'react';
import { useMessages } from '../../messages.tsx';
import { useSelection } from '../../selection.ts';
import { Page } from '../../ui/page.tsx';
import { useAnnounced } from '../../ui/use-announced.ts';
import { useConnection } from '../../use-connection.ts';
import { useFormats } from '../../use-formats.ts';
import { countSelection } from './count-selection.ts';
import { OpenedMenu } from './opened-menu.tsx';
import { ActiveFilters, ProfileFilters } from './profile-filters.tsx';
import { ProfileGrid } from './profile-grid.tsx';
import { ProfileNotices } from './profile-notices.tsx';
import { hasFilter } from './profile-table.ts';
import { useProfileView } from './profile-view-store.ts';
import { ReadingBar, RefreshButton } from './reading-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useLiveState } from './use-live-state.ts';
import { useProfileOrder } from './use-profile-order.ts';
import { useProfiles } from './use-profiles.ts';
import './profiles-page.css';

/** The list of all profiles: search, filters, grid, and what can be done with the selected ones. */
export function ProfilesPage() {
  const { t } = useMessages();
  const formats = useFormats();
  const connection = useConnection();
  const profiles = useProfiles(connection);
  const { hasFailed } = useLiveState(connection);
  const { list, progress } = profiles;
  const { rows, order, isSettled } = useProfileOrder(list.rows);
  const selected = useSelection();
  const { isComplete } = list;
  const counts = useMemo(
    () => countSelection(selected, { rows, isComplete }, order),
    [selected, rows, isComplete, order],
  );
  const isFiltered = hasFilter(useProfileView());

  const total = list.rows.length;
  useAnnounced(progress === null && list.isComplete ? t('profiles.loading.spoken', { count: total }) : null);
  useAnnounced(isFiltered && isSettled ? t('profiles.count.matchingSpoken', { count: order.length }) : null);
  useAnnounced(selected.size > 0 ? t('profiles.selection.count', { count: selected.size }) : null);

  const summary = isFiltered
    ? t('profiles.count.matching', { matching: order.length, total })
    : list.isComplete || list.total === null
      ? t('profiles.count.all', { count: total })
      : t('profiles.loading.progress', { loaded: total, total: list.total });
  return (
    <Page
      title={t('app.page.profiles')}
      summary={total > 0 && summary}
      isFixedHeight
      actions={
        <>
          {list.asOf !== null && (
            <span className="profiles-as-of">{t('profiles.asOf', { time: formats.time(list.asOf) })}</span>
          )}
          <OpenedMenu />
          <RefreshButton
            isReading={progress !== null}
            isPossible={connection?.kind === 'connected'}
            onRefresh={profiles.refresh}
          />
        </>
      }
    >
      {total > 0 && (
        <div className="profiles-toolbar">
          <ProfileFilters rows={list.rows} />
          <ActiveFilters />
        </div>
      )}
      {progress && <ReadingBar progress={progress} />}
      <ProfileNotices connection={connection} profiles={profiles} hasOpenedFailed={hasFailed} />
      <ProfileGrid connection={connection} profiles={profiles} rows={rows} order={order} counts={counts} />
      <SelectionBar counts={counts} />
    </Page>
  );
}
