import { Button, Skeleton } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { ConnectionState } from '../../../shared/connection.ts';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { selection, useSelection } from '../../selection.ts';
import { DataGrid } from '../../ui/data-grid.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStableCallback } from '../../ui/use-stable-callback.ts';
import { useErrorText } from '../../use-error-text.ts';
import { ConnectionCard } from '../connection/connection-card.tsx';
import type { SelectionCounts } from './count-selection.ts';
import { createProfileColumns } from './profile-columns.tsx';
import { hasFilter, nextSort, sortKeys } from './profile-table.ts';
import { changeProfileView, clearProfileFilters, useProfileView } from './profile-view-store.ts';
import type { Profiles } from './use-profiles.ts';

export interface ProfileGridProps {
  readonly connection: ConnectionState | undefined;
  readonly profiles: Profiles;
  /** The rows that `order` refers to; they may lag behind `profiles` by a render. */
  readonly rows: readonly ProfileRow[];
  readonly order: Int32Array;
  readonly counts: SelectionCounts;
}

const getId = (row: ProfileRow): ProfileId => row.id;

/** The grid, or in its place why there is none. A lost connection never looks like an empty list. */
export function ProfileGrid({ connection, profiles, rows, order, counts }: ProfileGridProps) {
  const { list, error, progress } = profiles;
  if (list.rows.length === 0) {
    if (connection?.kind === 'disconnected') {
      return (
        <Centered>
          <ConnectionCard state={connection} />
        </Centered>
      );
    }
    if (error && progress === null) {
      return (
        <Centered>
          <ReadingFailedCard error={error} onRetry={profiles.refresh} />
        </Centered>
      );
    }
    if (!list.isComplete || list.unreadable.length > 0) return list.isComplete ? null : <SkeletonRows />;
    return (
      <Centered>
        <NoProfiles onRefresh={profiles.refresh} />
      </Centered>
    );
  }
  return <Rows rows={rows} order={order} counts={counts} />;
}

function Rows({ rows, order, counts }: Pick<ProfileGridProps, 'rows' | 'order' | 'counts'>) {
  const { t } = useMessages();
  const view = useProfileView();
  const selected = useSelection();
  // What the box in the header selected; the banner about it goes with the next change of the selection.
  const [headerSelection, setHeaderSelection] = useState<HeaderSelection | null>(null);
  const columns = useMemo(() => createProfileColumns(t), [t]);
  const words = useMemo(
    () => ({
      label: t('profiles.grid.label'),
      selectionColumn: t('profiles.column.select'),
      selectVisible: t('profiles.grid.selectVisible'),
      deselect: t('profiles.grid.deselect'),
      selectRow: (row: ProfileRow) => t('profiles.grid.selectRow', { id: row.id, name: row.name }),
    }),
    [t],
  );
  const handleSort = useStableCallback((key: string) => {
    const sortKey = sortKeys.find((known) => known === key);
    if (sortKey) changeProfileView({ sort: nextSort(view.sort, sortKey) });
  });
  const noteHeaderSelection = useStableCallback((count: number) =>
    setHeaderSelection({ ids: selection.get(), count }),
  );
  const selectAll = () => {
    const ids: ProfileId[] = [];
    for (const index of order) {
      const row = rows[index];
      if (row) ids.push(row.id);
    }
    selection.add(ids);
    setHeaderSelection({ ids: selection.get(), count: headerSelection?.count ?? 0 });
  };
  const noMatch = useMemo(() => <NoMatch />, []);
  return (
    <>
      {headerSelection?.ids === selected && headerSelection.count < order.length && (
        <div className="select-all-banner">
          <SelectAllBanner
            visible={headerSelection.count}
            total={order.length}
            isAllSelected={counts.shown === order.length}
            isFiltered={hasFilter(view)}
            onSelectAll={selectAll}
          />
        </div>
      )}
      <DataGrid
        rows={rows}
        order={order}
        getId={getId}
        columns={columns}
        words={words}
        sort={view.sort}
        onSort={handleSort}
        selection={selection}
        onSelectVisible={noteHeaderSelection}
        empty={noMatch}
      />
    </>
  );
}

interface HeaderSelection {
  readonly ids: ReadonlySet<ProfileId>;
  readonly count: number;
}

interface SelectAllBannerProps {
  readonly visible: number;
  readonly total: number;
  readonly isAllSelected: boolean;
  readonly isFiltered: boolean;
  readonly onSelectAll: () => void;
}

function SelectAllBanner({ visible, total, isAllSelected, isFiltered, onSelectAll }: SelectAllBannerProps) {
  const { t } = useMessages();
  if (isAllSelected) {
    return (
      <Notice tone="info">
        {t(isFiltered ? 'profiles.selection.allMatchingSelected' : 'profiles.selection.allSelected', {
          total,
        })}
      </Notice>
    );
  }
  return (
    <Notice
      tone="info"
      actions={
        <Button variant="default" size="compact-sm" onClick={onSelectAll}>
          {t(isFiltered ? 'profiles.selection.selectMatching' : 'profiles.selection.selectAll', { total })}
        </Button>
      }
    >
      {t('profiles.selection.visible', { count: visible })}
    </Notice>
  );
}

function Centered({ children }: { readonly children: ReactNode }) {
  return <div className="profiles-centered">{children}</div>;
}

function ReadingFailedCard({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useMessages();
  const { title, body, code } = useErrorText()(error);
  return (
    <ErrorCard title={title} code={code} actions={<Button onClick={onRetry}>{t('app.retry')}</Button>}>
      <p>{body}</p>
    </ErrorCard>
  );
}

function NoProfiles({ onRefresh }: { readonly onRefresh: () => void }) {
  const { t } = useMessages();
  return (
    <EmptyState
      title={t('profiles.empty.title')}
      action={
        <Button variant="default" onClick={onRefresh}>
          {t('profiles.refresh')}
        </Button>
      }
    >
      {t('profiles.empty.body')}
    </EmptyState>
  );
}

function NoMatch() {
  const { t } = useMessages();
  return (
    <EmptyState
      title={t('profiles.noMatch.title')}
      action={
        <Button variant="default" onClick={clearProfileFilters}>
          {t('profiles.filter.clear')}
        </Button>
      }
    >
      {t('profiles.noMatch.body')}
    </EmptyState>
  );
}

const skeletonWidths = [62, 48, 70, 55, 66, 44, 58, 72, 50, 64, 46, 60];

function SkeletonRows() {
  return (
    <div className="profiles-skeleton" aria-hidden="true">
      {skeletonWidths.map((width) => (
        <div key={width} className="profiles-skeleton__row">
          <Skeleton height={16} width={16} />
          <Skeleton height={10} width={56} />
          <Skeleton height={10} width={`${width / 2}%`} />
          <Skeleton height={10} width={`${width / 4}%`} />
        </div>
      ))}
    </div>
  );
}
