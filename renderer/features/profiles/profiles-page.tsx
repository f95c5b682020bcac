import { Button } from '@mantine/core';
import { memo, useDeferredValue, useEffect } from 'react';
import type { ProfileRow } from '../../../shared/profile.ts';
import { useConnection } from '../../connection/use-connection.ts';
import { useMessages } from '../../messages.tsx';
import { hasFilter } from '../../profile-list/profile-table.ts';
import { useProfileView } from '../../profile-list/profile-view-store.ts';
import { useLiveState } from '../../profile-list/use-live-state.ts';
import { useProfiles } from '../../profile-list/use-profiles.ts';
import { openProfileDialog } from '../../requests/profile-dialog-request.ts';
import { setShownProfiles } from '../../shown-profiles.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { Page } from '../../ui/page.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { useAnnounced } from '../../ui/use-announced.ts';
import { useFormats } from '../../use-formats.ts';
import { ListDialog } from './list-dialog.tsx';
import { openListDialog } from './list-request.ts';
import { MemoryNotice } from './memory-notice.tsx';
import { OpenedMenu } from './opened-menu.tsx';
import { ActiveFilters, ProfileFilters } from './profile-filters.tsx';
import { ProfileGrid } from './profile-grid.tsx';
import { ProfileNotices } from './profile-notices.tsx';
import { QuickFilters } from './quick-filters.tsx';
import { ReadingBar, RefreshButton, type RefreshButtonProps } from './reading-bar.tsx';
import { useRememberedView } from './remember-view.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useProfileOrder } from './use-profile-order.ts';
import { ViewMenu } from './view-menu.tsx';
import './profiles-page.css';

/** The list of all profiles: search, filters, grid, and what can be done with the selected ones. */
export function ProfilesPage() {
  const { t } = useMessages();
  const formats = useFormats();
  const connection = useConnection();
  const profiles = useProfiles(connection);
  const { hasFailed } = useLiveState(connection);
  const { list, progress } = profiles;
  const { rows, order, groups, isSettled } = useProfileOrder(list.rows);
  useRememberedView();
  useEffect(() => setShownProfiles({ rows, order }), [rows, order]);
  const isFiltered = useProfileView(hasFilter);

  // Counting for the filters gives way to the rows.
  const countedRows = useDeferredValue(list.rows);

  const total = list.rows.length;
  // The tools stand there before the first rows do, which then neither wait for them nor move.
  const isExpected = connection?.kind === 'connected' && !list.isComplete && profiles.error === null;
  const readCount = progress === null && list.isComplete ? total : null;
  const matchCount = isFiltered && isSettled ? order.length : null;

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
          <PageActions
            isReading={progress !== null}
            isPossible={connection?.kind === 'connected'}
            onRefresh={profiles.refresh}
          />
        </>
      }
    >
      {(total > 0 || isExpected) && <Toolbar rows={countedRows} />}
      {progress && connection?.kind !== 'disconnected' && <ReadingBar progress={progress} />}
      <ProfileNotices connection={connection} profiles={profiles} hasOpenedFailed={hasFailed} />
      <MemoryNotice />
      <ProfileGrid connection={connection} profiles={profiles} rows={rows} order={order} groups={groups} />
      <ListDialog rows={list.rows} isComplete={list.isComplete} />
      <SelectionBar rows={rows} isComplete={list.isComplete} order={order} />
      <SpokenCounts readCount={readCount} matchCount={matchCount} />
    </Page>
  );
}

interface SpokenCountsProps {
  /** Profiles, when the whole list was just read. */
  readonly readCount: number | null;
  /** Profiles that match, when something is searched or filtered. */
  readonly matchCount: number | null;
}

/** Has screen readers say what else is only seen. It waits for the paint: making sentences takes time. */
const SpokenCounts = memo((counts: SpokenCountsProps) => {
  const { t } = useMessages();
  const readCount = useAfterPaint(counts.readCount);
  const matchCount = useAfterPaint(counts.matchCount);
  useAnnounced(readCount === null ? null : t('profiles.loading.spoken', { count: readCount }));
  useAnnounced(matchCount === null ? null : t('profiles.count.matchingSpoken', { count: matchCount }));
  return null;
});

/** They stay as they are while rows arrive and while somebody types, which the page renders for. */
const PageActions = memo((props: RefreshButtonProps) => {
  const { t } = useMessages();
  return (
    <>
      <OpenedMenu />
      <RefreshButton {...props} />
      <ActionMenu
        label={t('profiles.more')}
        position="bottom-end"
        actions={[
          {
            text: t('transfers.import.title'),
            onChoose: () => openProfileDialog({ kind: 'transfer_import' }),
          },
          {
            text: t('transfers.records.title'),
            onChoose: () => openProfileDialog({ kind: 'transfer_records' }),
          },
          { text: t('recycleBin.title'), onChoose: () => openProfileDialog({ kind: 'empty_bin' }) },
        ]}
      />
    </>
  );
});

const Toolbar = memo(({ rows }: { readonly rows: readonly ProfileRow[] }) => {
  const { t } = useMessages();
  return (
    <div className="profiles-toolbar">
      <ViewMenu />
      <ProfileFilters rows={rows} />
      <Button variant="subtle" onClick={() => openListDialog('')}>
        {t('list.open')}
      </Button>
      <QuickFilters />
      <ActiveFilters />
    </div>
  );
});
