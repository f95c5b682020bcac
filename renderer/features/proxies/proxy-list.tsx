import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { ListFrame } from '../../list-frame.tsx';
import { useMessages } from '../../messages.tsx';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { type ItemColumn, ItemTable } from '../../ui/item-table.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useFormats } from '../../use-formats.ts';
import { DeleteProxyDialog } from './delete-proxy-dialog.tsx';
import { ProxyDialog } from './proxy-dialog.tsx';
import { type NamedProxy, nameProxy, showProfiles, useProxies, useProxyUse } from './use-proxies.ts';

export interface ProxyListProps {
  readonly tags: readonly string[];
  readonly onTagsChange: (tags: readonly string[]) => void;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function toSearchText(proxy: NamedProxy): string {
  const { type, note, country, city, detectedIp, tagNames } = proxy;
  return [nameProxy(proxy), type ?? '', note, country, city, detectedIp, ...tagNames]
    .join('\n')
    .toLowerCase();
}

/** All saved and purchased proxies, with what can be done with them. */
export function ProxyList({ tags, onTagsChange }: ProxyListProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const { query, rows } = useProxies();
  const use = useProxyUse('proxies');
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<{ proxy: NamedProxy | null; opening: number } | null>(null);
  const [deleting, setDeleting] = useState<{ proxy: NamedProxy; opening: number } | null>(null);
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);

  const edit = (proxy: NamedProxy | null) => {
    setEditing((before) => ({ proxy, opening: (before?.opening ?? 0) + 1 }));
    setOpen('edit');
  };
  const askDelete = (proxy: NamedProxy) => {
    setDeleting((before) => ({ proxy, opening: (before?.opening ?? 0) + 1 }));
    setOpen('delete');
  };
  const needle = search.trim().toLowerCase();
  const shown = useMemo(
    () =>
      (rows ?? []).filter(
        (proxy) =>
          (tags.length === 0 || tags.some((tag) => proxy.tagNames.includes(tag))) &&
          toSearchText(proxy).includes(needle),
      ),
    [rows, tags, needle],
  );
  const tagCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { tagNames } of rows ?? []) {
      for (const name of new Set(tagNames)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => collator.compare(a, b));
  }, [rows]);
  const isFiltered = needle !== '' || tags.length > 0;
  const showAll = () => {
    setSearch('');
    onTagsChange([]);
  };

  const columns: readonly ItemColumn<NamedProxy>[] = [
    {
      key: 'address',
      label: t('proxies.column.address'),
      track: 'minmax(136px, 1.3fr)',
      compare: (a, b) => collator.compare(nameProxy(a), nameProxy(b)),
      render: (proxy) => (
        <span className="item-table__text" title={nameProxy(proxy)}>
          {nameProxy(proxy)}
        </span>
      ),
    },
    {
      key: 'type',
      label: t('operation.setProxy.type'),
      track: '72px',
      compare: (a, b) => collator.compare(a.type ?? '', b.type ?? ''),
      render: ({ type }) => type?.toUpperCase() ?? '–',
    },
    {
      key: 'kind',
      label: t('proxies.column.kind'),
      track: '84px',
      compare: (a, b) => collator.compare(a.kind ?? '', b.kind ?? ''),
      render: ({ kind }) => (kind === null ? '–' : t(`proxies.kind.${kind}`)),
    },
    {
      key: 'login',
      label: t('proxies.column.login'),
      track: '60px',
      render: ({ hasLogin }) => t(hasLogin ? 'proxies.login.yes' : 'proxies.login.no'),
    },
    {
      key: 'tags',
      label: t('profiles.column.tags'),
      track: 'minmax(84px, 0.8fr)',
      compare: (a, b) => collator.compare(a.tagNames.join(), b.tagNames.join()),
      render: ({ tagNames }) => (
        <span className="item-table__text" title={tagNames.join(' · ')}>
          {tagNames.join(' · ')}
        </span>
      ),
    },
    {
      key: 'place',
      label: t('proxies.column.place'),
      track: 'minmax(118px, 1.2fr)',
      compare: (a, b) => collator.compare(a.country + a.city, b.country + b.city),
      render: ({ country, city, detectedIp }) => (
        <span className="item-table__text" title={[country, city, detectedIp].filter(Boolean).join(' · ')}>
          {[country, city].filter(Boolean).join(' · ')}
        </span>
      ),
    },
    {
      key: 'users',
      label: t('labels.column.profiles'),
      track: '76px',
      isNumeric: true,
      ...(use && {
        compare: (a: NamedProxy, b: NamedProxy) => countUsers(a) - countUsers(b),
      }),
      render: (proxy) => <Users proxy={proxy} />,
    },
    {
      key: 'note',
      label: t('proxies.dialog.note'),
      track: 'minmax(80px, 1fr)',
      render: ({ note }) => (
        <span className="item-table__text item-table__quiet" title={note}>
          {note}
        </span>
      ),
    },
    {
      key: 'actions',
      label: t('labels.column.actions'),
      track: '48px',
      isLabelHidden: true,
      isNumeric: true,
      render: (proxy) =>
        // The API changes and deletes custom proxies only; purchased ones count as not there.
        proxy.kind === 'purchased' ? null : (
          <ActionMenu
            label={t('labels.more', { title: nameProxy(proxy) })}
            isIconOnly
            position="bottom-end"
            actions={[
              { text: t('proxies.edit'), onChoose: () => edit(proxy) },
              { text: t('labels.delete'), onChoose: () => askDelete(proxy) },
            ]}
          />
        ),
    },
  ];

  function countUsers({ id }: NamedProxy): number {
    return use?.get(id)?.length ?? 0;
  }

  function Users({ proxy }: { readonly proxy: NamedProxy }) {
    const ids = use?.get(proxy.id) ?? [];
    if (use === null) {
      return (
        <span className="item-table__quiet" title={t('labels.notCounted')}>
          {proxy.profileCount === null ? '…' : formats.number(proxy.profileCount)}
        </span>
      );
    }
    if (ids.length === 0) return <span className="item-table__quiet">0</span>;
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        className="item-table__figure"
        aria-label={t('labels.showProfiles', { count: ids.length, title: nameProxy(proxy) })}
        onClick={() => showProfiles(ids)}
      >
        {formats.number(ids.length)}
      </Button>
    );
  }

  const newButton = <Button onClick={() => edit(null)}>{t('proxies.new')}</Button>;
  return (
    <>
      <ListFrame
        list={query}
        matching={isFiltered ? shown.length : null}
        filters={
          <>
            <SearchField
              inputRef={searchBox}
              className="item-toolbar__search"
              label={t('proxies.search')}
              clearLabel={t('profiles.search.clear')}
              value={search}
              onChange={setSearch}
            />
            <FilterMenu
              label={t('profiles.filter.tag')}
              name={t('profiles.filter.name', { name: t('profiles.filter.tag') })}
              getOptions={() =>
                tagCounts.map(([value, count]) => ({
                  value,
                  label: value,
                  count: formats.number(count),
                }))
              }
              chosen={tags}
              onChange={onTagsChange}
              findLabel={t('profiles.filter.find')}
              nothingFound={t('profiles.filter.nothingFound')}
            />
          </>
        }
        actions={newButton}
      >
        <ItemTable
          label={t('app.page.proxies')}
          rows={shown}
          getKey={({ id }) => id}
          columns={columns}
          minWidth={780}
          empty={
            isFiltered ? (
              <EmptyState
                title={t('proxies.nothingFound')}
                action={
                  <Button variant="default" onClick={showAll}>
                    {t('profiles.filter.clear')}
                  </Button>
                }
              >
                {t('labels.nothingFoundHint')}
              </EmptyState>
            ) : (
              <EmptyState title={t('proxies.empty')} action={newButton}>
                {t('proxies.emptyHint')}
              </EmptyState>
            )
          }
        />
      </ListFrame>
      <ProxyDialog asked={editing} opened={open === 'edit'} onClose={() => setOpen(null)} />
      <DeleteProxyDialog
        asked={deleting}
        userIds={deleting && use ? (use.get(deleting.proxy.id) ?? []) : null}
        opened={open === 'delete'}
        onClose={() => setOpen(null)}
        onDeleted={() => searchBox.current?.focus()}
      />
    </>
  );
}
