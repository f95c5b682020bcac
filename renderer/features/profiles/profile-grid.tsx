import { Button, Skeleton } from '@mantine/core';
import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ConnectionState } from '../../../shared/connection.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { ConnectionCard } from '../../connection/connection-card.tsx';
import { useMessages } from '../../messages.tsx';
import { hasFilter, nextSort, type RowGroup, sortKeys } from '../../profile-list/profile-table.ts';
import {
  changeProfileView,
  clearProfileFilters,
  toggleGroup,
  useClosedGroups,
  useProfileView,
} from '../../profile-list/profile-view-store.ts';
import type { Profiles } from '../../profile-list/use-profiles.ts';
import { openProfileDetails } from '../../requests/details-request.ts';
import { clearRevealed, useRevealedProfile } from '../../requests/reveal-request.ts';
import { selection, useSelection } from '../../selection.ts';
import { DataGrid } from '../../ui/data-grid.tsx';
import type { DataGridEvents } from '../../ui/data-grid-model.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStableCallbacks } from '../../ui/use-stable-callback.ts';
import { useErrorText } from '../../use-error-text.ts';
import { useFormats } from '../../use-formats.ts';
import { type AskedColumnMenu, ColumnMenu } from './column-menu.tsx';
import { changeColumn, moveColumn } from './column-states.ts';
import { countSelection } from './count-selection.ts';
import { openListDialog } from './list-request.ts';
import { type AskedRowMenu, RowMenu } from './row-menu.tsx';
import { useCopyRows } from './use-copy-rows.ts';
import { useGridColumns } from './use-grid-columns.ts';

export interface ProfileGridProps {
  readonly connection: ConnectionState | undefined;
  readonly profiles: Profiles;
  /** The rows that `order` refers to; they may lag behind `profiles` by a render. */
  readonly rows: readonly ProfileRow[];
  readonly order: Int32Array;
  /** The groups in which the order stands; null without headings. */
  readonly groups: readonly RowGroup[] | null;
}

const getId = (row: ProfileRow): ProfileId => row.id;

function GridOrReason({ connection, profiles, rows, order, groups }: ProfileGridProps) {
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
    // The grid stands there before its rows do, which then need not wait for it.
    if (!list.isComplete) return <Rows rows={rows} order={order} groups={groups} isLoading />;
    if (list.unreadable.length > 0) return null;
    return (
      <Centered>
        <NoProfiles onRefresh={profiles.refresh} />
      </Centered>
    );
  }
  return <Rows rows={rows} order={order} groups={groups} isLoading={false} />;
}

/** The grid, or in its place why there is none. A lost connection never looks like an empty list. */
export const ProfileGrid = memo(GridOrReason);

interface RowsProps extends Pick<ProfileGridProps, 'rows' | 'order' | 'groups'> {
  /** Rows are on their way and none is there yet. */
  readonly isLoading: boolean;
}

const skeleton = <SkeletonRows />;
const noMatch = <NoMatch />;

const Rows = memo(({ rows, order, groups, isLoading }: RowsProps) => {
  const { t } = useMessages();
  const sort = useProfileView((view) => view.sort);
  const isFiltered = useProfileView(hasFilter);
  const revealed = useRevealedProfile();
  const { shown, states, change } = useGridColumns();
  const { copyRows } = useCopyRows();
  const headings = useHeadings(groups);
  // What the box in the header selected; the banner about it goes with the next change of the selection.
  const [headerSelection, setHeaderSelection] = useState<HeaderSelection | null>(null);
  const [rowMenu, setRowMenu] = useState<AskedRowMenu | null>(null);
  const [columnMenu, setColumnMenu] = useState<AskedColumnMenu | null>(null);
  const words = useMemo(
    () => ({
      label: t('profiles.grid.label'),
      selectionColumn: t('profiles.column.select'),
      menuColumn: t('profiles.column.menu'),
      selectVisible: t('profiles.grid.selectVisible'),
      deselect: t('profiles.grid.deselect'),
      selectRow: toRowText(t, 'profiles.grid.selectRow'),
      rowMenu: toRowText(t, 'profiles.grid.rowMenu'),
      selectGroup: (group: string) => t('profiles.grid.selectGroup', { group }),
    }),
    [t],
  );
  const listIds = () => {
    const ids: ProfileId[] = [];
    for (const index of order) {
      const row = rows[index];
      if (row) ids.push(row.id);
    }
    return ids;
  };
  const selectAll = () => {
    selection.add(listIds());
    setHeaderSelection({ ids: selection.get(), count: headerSelection?.count ?? 0 });
  };
  const events = useStableCallbacks<DataGridEvents<ProfileRow>>({
    onSort: (key) => {
      const sortKey = sortKeys.find((known) => known === key);
      if (sortKey) changeProfileView({ sort: nextSort(sort, sortKey) });
    },
    onMoveColumn: (key, target, place) => change(moveColumn(states, key, target, place)),
    onResizeColumn: (key, width) => change(changeColumn(states, key, { width })),
    onColumnMenu: (key, at) => setColumnMenu({ key, at, origin: readFocus() }),
    onOpenRow: (row) => openProfileDetails(row.id),
    onRowMenu: (row, at) => setRowMenu({ row, at, origin: readFocus() }),
    onToggleHeading: toggleGroup,
    onCopy: (row) => {
      const selected = selection.get();
      const copied = selected.size > 0 ? rows.filter(({ id }) => selected.has(id)) : row ? [row] : [];
      if (copied.length > 0) copyRows(copied, 'text');
    },
    onPaste: openListDialog,
    onSelectVisible: (count) => setHeaderSelection({ ids: selection.get(), count }),
  });
  const closeRowMenu = useCallback(() => setRowMenu(null), []);
  const closeColumnMenu = useCallback(() => setColumnMenu(null), []);
  return (
    <>
      {headerSelection && headerSelection.count < order.length && (
        <SelectAllBanner
          asked={headerSelection}
          rows={rows}
          order={order}
          isFiltered={isFiltered}
          onSelectAll={selectAll}
        />
      )}
      <DataGrid
        rows={rows}
        order={order}
        headings={headings}
        getId={getId}
        columns={shown}
        words={words}
        sort={sort}
        selection={selection}
        events={events}
        empty={isLoading ? skeleton : noMatch}
        revealed={revealed}
        onRevealed={clearRevealed}
      />
      <RowMenu asked={rowMenu} rows={rows} onClose={closeRowMenu} />
      <ColumnMenu asked={columnMenu} onClose={closeColumnMenu} />
    </>
  );
});

/** Filling in is dear, and every row that scrolls by has such a text: the parts around the values are kept. */
function toRowText(t: Translate, key: MessageKey): (row: ProfileRow) => string {
  const parts = t(key, { id: '\uE000', name: '\uE001' }).split(/([\uE000\uE001])/);
  return ({ id, name }) =>
    parts.map((part) => (part === '\uE000' ? id : part === '\uE001' ? name : part)).join('');
}

function readFocus(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

function useHeadings(groups: readonly RowGroup[] | null) {
  const { t } = useMessages();
  const formats = useFormats();
  const closed = useClosedGroups();
  return useMemo(
    () =>
      groups?.map(({ name, from, count }) => ({
        key: name,
        label: name || t('profiles.filter.notGrouped'),
        countText: formats.number(count),
        from,
        count,
        isCollapsed: closed.has(name),
      })) ?? null,
    [groups, closed, formats, t],
  );
}

interface HeaderSelection {
  readonly ids: ReadonlySet<ProfileId>;
  readonly count: number;
}

interface SelectAllBannerProps extends Pick<RowsProps, 'rows' | 'order'> {
  readonly asked: HeaderSelection;
  readonly isFiltered: boolean;
  readonly onSelectAll: () => void;
}

/** Follows the selection by itself, so that the grid need not. */
function SelectAllBanner(props: SelectAllBannerProps) {
  const selected = useSelection();
  if (props.asked.ids !== selected) return null;
  return (
    <div className="select-all-banner">
      <BannerNotice {...props} />
    </div>
  );
}

function BannerNotice({ asked, rows, order, isFiltered, onSelectAll }: SelectAllBannerProps) {
  const { t } = useMessages();
  const visible = asked.count;
  const total = order.length;
  const { shown } = countSelection(asked.ids, { rows, isComplete: false }, order);
  if (shown === total) {
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
