import type { MessageKey } from '../../../shared/messages/language.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import {
  NumberCell,
  StateCell,
  TagsCell,
  toLastOpenedText,
  toNameText,
  toProxyText,
} from '../../profile-list/profile-cells.tsx';
import type { SortKey } from '../../profile-list/profile-table.ts';
import type { DataGridCells, DataGridColumn } from '../../ui/data-grid-model.ts';
import type { Formats } from '../../use-formats.ts';

interface ProfileColumn {
  readonly key: SortKey;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  /** Least width in pixels. All of them fit into the first size of the window. */
  readonly width: number;
  readonly grow: number;
  readonly isNumeric?: boolean;
  readonly isPinned?: boolean;
}

const columns: readonly ProfileColumn[] = [
  { key: 'id', label: 'profiles.column.id', width: 72, isPinned: true, grow: 0, isNumeric: true },
  { key: 'name', label: 'profiles.column.name', width: 160, grow: 3, isPinned: true },
  { key: 'group', label: 'profiles.column.group', width: 88, grow: 1 },
  {
    key: 'state',
    label: 'profiles.column.state',
    hint: 'profiles.column.stateHint',
    width: 120,
    grow: 1,
  },
  { key: 'tags', label: 'profiles.column.tags', width: 92, grow: 1 },
  { key: 'proxy', label: 'profiles.column.proxy', width: 144, grow: 2 },
  { key: 'realIp', label: 'profiles.column.realIp', width: 132, grow: 0, isNumeric: true },
  { key: 'lastOpened', label: 'profiles.column.lastOpened', width: 124, grow: 0 },
  { key: 'note', label: 'profiles.column.note', width: 80, grow: 3 },
];

/** The columns of the profile grid in one language. */
export function createProfileColumns(t: Translate, formats: Formats): readonly DataGridColumn<ProfileRow>[] {
  const cells: Record<SortKey, DataGridCells<ProfileRow>> = {
    id: { render: (row) => <NumberCell row={row} />, toTitle: ({ id }) => String(id) },
    name: { toText: (row) => toNameText(row, t) },
    group: { toText: ({ groupName }) => ({ text: groupName }) },
    state: { render: ({ id }) => <StateCell id={id} /> },
    tags: { render: (row) => <TagsCell row={row} />, toTitle: ({ tags }) => tags.join(', ') },
    proxy: { toText: (row) => toProxyText(row, t) },
    realIp: { toText: ({ realIp }) => ({ text: realIp }) },
    lastOpened: { toText: (row) => toLastOpenedText(row, t, formats) },
    note: { toText: ({ note }) => ({ text: note }) },
  };
  return columns.map(({ hint, ...column }) => ({
    ...column,
    ...cells[column.key],
    label: t(column.label),
    ...(hint ? { hint: t(hint) } : {}),
    isSortable: true,
  }));
}
