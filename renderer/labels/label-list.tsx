import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { Label, LabelKind } from '../../shared/label.ts';
import type { MessageKey } from '../../shared/messages/language.ts';
import { ListFrame } from '../list-frame.tsx';
import { useMessages } from '../messages.tsx';
import { ActionMenu } from '../ui/action-menu.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type ItemColumn, ItemTable } from '../ui/item-table.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useFormats } from '../use-formats.ts';
import { DeleteLabelDialog } from './delete-label-dialog.tsx';
import { LabelDialog } from './label-dialog.tsx';
import { labelWords, useLabels } from './use-labels.ts';

export interface LabelListProps {
  readonly kind: LabelKind;
  /** How many profiles or proxies each has, by its number; null while that is not known. */
  readonly counts: ReadonlyMap<number, number> | null;
  /** Shows those elsewhere. */
  readonly onShow: (label: Label) => void;
}

const listWords: Record<LabelKind, MessageKey> = {
  group: 'labels.list.group',
  tag: 'labels.list.tag',
  proxy_tag: 'labels.list.proxyTag',
};

const emptyWords: Record<LabelKind, MessageKey> = {
  group: 'labels.empty.group',
  tag: 'labels.empty.tag',
  proxy_tag: 'labels.empty.proxyTag',
};

type Asked =
  | { readonly kind: 'save'; readonly label: Label | null; readonly opening: number }
  | { readonly kind: 'delete'; readonly label: Label; readonly opening: number };

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** All groups, tags or proxy tags, with what can be done with them. */
export function LabelList({ kind, counts, onShow }: LabelListProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const list = useLabels(kind);
  const { data } = list;
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);

  const ask = (wish: { kind: 'save'; label: Label | null } | { kind: 'delete'; label: Label }) => {
    setAsked((before) => ({ ...wish, opening: (before?.opening ?? 0) + 1 }));
    setIsOpen(true);
  };
  const close = () => setIsOpen(false);
  const needle = search.trim().toLowerCase();
  const shown = useMemo(
    () => (data?.rows ?? []).filter(({ title }) => title.toLowerCase().includes(needle)),
    [data, needle],
  );
  const kindName = t(labelWords[kind]);

  const columns: readonly ItemColumn<Label>[] = [
    {
      key: 'title',
      label: t('labels.column.name'),
      track: 'minmax(160px, 1fr)',
      compare: (a, b) => collator.compare(a.title, b.title),
      render: ({ title }) => (
        <span className="item-table__text" title={title}>
          {title}
        </span>
      ),
    },
    {
      key: 'id',
      label: t('labels.column.id'),
      track: '110px',
      isNumeric: true,
      compare: (a, b) => a.id - b.id,
      render: ({ id }) => <span className="item-table__quiet">{id}</span>,
    },
    {
      key: 'count',
      label: t(kind === 'proxy_tag' ? 'labels.column.proxies' : 'labels.column.profiles'),
      track: '150px',
      isNumeric: true,
      ...(counts && { compare: (a: Label, b: Label) => (counts.get(a.id) ?? 0) - (counts.get(b.id) ?? 0) }),
      render: (label) => <Count label={label} />,
    },
    {
      key: 'actions',
      label: t('labels.column.actions'),
      track: '72px',
      isLabelHidden: true,
      isNumeric: true,
      render: (label) => (
        <ActionMenu
          label={t('labels.more', { title: label.title })}
          isIconOnly
          position="bottom-end"
          actions={[
            {
              text: t(kind === 'group' ? 'labels.edit' : 'labels.rename'),
              onChoose: () => ask({ kind: 'save', label }),
            },
            { text: t('labels.delete'), onChoose: () => ask({ kind: 'delete', label }) },
          ]}
        />
      ),
    },
  ];

  function Count({ label }: { readonly label: Label }) {
    if (counts === null) {
      return (
        <span className="item-table__quiet" title={t('labels.notCounted')}>
          …
        </span>
      );
    }
    const count = counts.get(label.id) ?? 0;
    if (count === 0) return <span className="item-table__quiet">0</span>;
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        className="item-table__figure"
        aria-label={t(kind === 'proxy_tag' ? 'labels.showProxies' : 'labels.showProfiles', {
          count,
          title: label.title,
        })}
        onClick={() => onShow(label)}
      >
        {formats.number(count)}
      </Button>
    );
  }

  const newButton = (
    <Button onClick={() => ask({ kind: 'save', label: null })}>{t('labels.new', { kind: kindName })}</Button>
  );
  // Mounted before they open: a dialog gives the focus back to what had it at that moment.
  const dialogs = (
    <>
      <LabelDialog
        kind={kind}
        asked={asked?.kind === 'save' ? asked : null}
        opened={isOpen && asked?.kind === 'save'}
        onClose={close}
      />
      <DeleteLabelDialog
        kind={kind}
        asked={asked?.kind === 'delete' ? asked : null}
        count={asked?.label && counts ? (counts.get(asked.label.id) ?? 0) : null}
        opened={isOpen && asked?.kind === 'delete'}
        onClose={close}
        onDeleted={() => searchBox.current?.focus()}
        onShow={(label) => {
          close();
          onShow(label);
        }}
      />
    </>
  );

  return (
    <>
      <ListFrame
        list={list}
        matching={needle === '' ? null : shown.length}
        filters={
          <SearchField
            inputRef={searchBox}
            className="item-toolbar__search"
            label={t('labels.search')}
            clearLabel={t('profiles.search.clear')}
            value={search}
            onChange={setSearch}
          />
        }
        actions={newButton}
      >
        <ItemTable
          label={t(listWords[kind])}
          rows={shown}
          getKey={({ id }) => id}
          columns={columns}
          minWidth={560}
          empty={
            needle === '' ? (
              <EmptyState title={t('labels.empty.title')} action={newButton}>
                {t(emptyWords[kind])}
              </EmptyState>
            ) : (
              <EmptyState
                title={t('labels.nothingFound', { search: search.trim() })}
                action={
                  <Button variant="default" onClick={() => setSearch('')}>
                    {t('profiles.search.clear')}
                  </Button>
                }
              >
                {t('labels.nothingFoundHint')}
              </EmptyState>
            )
          }
        />
      </ListFrame>
      {dialogs}
    </>
  );
}
