import type { MessageKey } from '../../../shared/messages/language.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import type { ProfileRow } from '../../../shared/profile.ts';
import {
  LastOpenedCell,
  NameCell,
  NumberCell,
  ProxyCell,
  StateCell,
  TagsCell,
  TextCell,
} from '../../profile-list/profile-cells.tsx';
import type { SortKey } from '../../profile-list/profile-table.ts';
import type { DataGridColumn } from '../../ui/data-grid-model.ts';

interface ProfileColumn extends Omit<DataGridColumn<ProfileRow>, 'label' | 'hint' | 'isSortable'> {
  readonly key: SortKey;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
}

const columns: readonly ProfileColumn[] = [
  {
    key: 'id',
    label: 'profiles.column.id',
    width: 72,
    isPinned: true,
    grow: 0,
    isNumeric: true,
    render: (row) => <NumberCell row={row} />,
  },
  {
    key: 'name',
    label: 'profiles.column.name',
    width: 160,
    grow: 3,
    isPinned: true,
    render: (row) => <NameCell row={row} />,
  },
  {
    key: 'group',
    label: 'profiles.column.group',
    width: 88,
    grow: 1,
    render: (row) => <TextCell text={row.groupName} />,
  },
  {
    key: 'state',
    label: 'profiles.column.state',
    hint: 'profiles.column.stateHint',
    width: 112,
    grow: 1,
    render: (row) => <StateCell id={row.id} />,
  },
  {
    key: 'tags',
    label: 'profiles.column.tags',
    width: 92,
    grow: 1,
    render: (row) => <TagsCell row={row} />,
  },
  {
    key: 'proxy',
    label: 'profiles.column.proxy',
    width: 152,
    grow: 2,
    render: (row) => <ProxyCell row={row} />,
  },
  {
    key: 'realIp',
    label: 'profiles.column.realIp',
    width: 132,
    grow: 0,
    isNumeric: true,
    render: (row) => <TextCell text={row.realIp} />,
  },
  {
    key: 'lastOpened',
    label: 'profiles.column.lastOpened',
    width: 124,
    grow: 0,
    render: (row) => <LastOpenedCell row={row} />,
  },
  {
    key: 'note',
    label: 'profiles.column.note',
    width: 80,
    grow: 3,
    render: (row) => <TextCell text={row.note} />,
  },
];

/** The columns of the profile grid in one language. */
export function createProfileColumns(t: Translate): readonly DataGridColumn<ProfileRow>[] {
  return columns.map(({ hint, ...column }) => ({
    ...column,
    label: t(column.label),
    ...(hint ? { hint: t(hint) } : {}),
    isSortable: true,
  }));
}
