import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { changeProfileView, clearProfileFilters } from '../../profile-list/profile-view-store.ts';
import { openProfileDetails } from '../../requests/details-request.ts';
import { selection } from '../../selection.ts';
import type { ScreenPoint } from '../../ui/data-grid-model.ts';
import { PointMenu, type PointMenuSection } from '../../ui/point-menu.tsx';
import { useProfileActions } from '../../use-profile-actions.ts';
import { useCopyRows } from './use-copy-rows.ts';

/** The row whose menu is open, and where. */
export interface AskedRowMenu {
  readonly row: ProfileRow;
  readonly at: ScreenPoint;
  /** Had the focus, and gets it back. */
  readonly origin: HTMLElement | null;
}

export interface RowMenuProps {
  /** Null while it is closed. */
  readonly asked: AskedRowMenu | null;
  readonly rows: readonly ProfileRow[];
  readonly onClose: () => void;
}

/**
 * What can be done with a row, or with the whole selection when the row is part of it. Its first line says with
 * which of both.
 */
export function RowMenu({ asked, rows, onClose }: RowMenuProps) {
  const { t } = useMessages();
  const actions = useProfileActions();
  const { copyText, copyRows } = useCopyRows();
  const row = asked?.row;
  const isSelected = row !== undefined && selection.has(row.id);
  const isBulk = isSelected && selection.get().size > 1;
  const ids: readonly ProfileId[] = row ? (isBulk ? [...selection.get()] : [row.id]) : [];
  const listRows = () => {
    const wanted = new Set(ids);
    return rows.filter(({ id }) => wanted.has(id));
  };
  const sections: readonly PointMenuSection[] = row
    ? [
        {
          key: 'row',
          actions: [
            { key: 'details', text: t('profiles.menu.details'), onChoose: () => openProfileDetails(row.id) },
            {
              key: 'select',
              text: t(isSelected ? 'profiles.menu.deselect' : 'profiles.menu.select'),
              onChoose: () => (isSelected ? selection.remove([row.id]) : selection.add([row.id])),
            },
          ].filter(({ key }) => !isBulk || key === 'select'),
        },
        {
          key: 'actions',
          actions: actions
            // The first section has these for the row.
            .filter(({ isForOne = false }) => !isForOne)
            .map(({ key, label, isBusy, run }) => ({
              key,
              text: t(label),
              isDisabled: isBusy,
              onChoose: () => run(ids),
            })),
        },
        {
          key: 'copy',
          actions: [
            ...(isBulk
              ? [
                  {
                    key: 'numbers',
                    text: t('profiles.menu.copyNumbers'),
                    onChoose: () => copyText(ids.join(', ')),
                  },
                ]
              : [
                  {
                    key: 'number',
                    text: t('profiles.menu.copyNumber'),
                    onChoose: () => copyText(String(row.id)),
                  },
                  {
                    key: 'name',
                    text: t('profiles.menu.copyName'),
                    isDisabled: row.name === '',
                    onChoose: () => copyText(row.name),
                  },
                ]),
            {
              key: 'rows',
              text: t('profiles.menu.copyRows', { count: ids.length }),
              onChoose: () => copyRows(listRows(), 'text'),
            },
            {
              key: 'csv',
              text: t('profiles.menu.copyCsv', { count: ids.length }),
              onChoose: () => copyRows(listRows(), 'csv'),
            },
          ],
        },
        {
          key: 'show',
          actions: isBulk
            ? [
                {
                  key: 'selection',
                  text: t('profiles.menu.onlySelection'),
                  onChoose: () => {
                    clearProfileFilters();
                    changeProfileView({ listed: new Set(ids) });
                  },
                },
              ]
            : [
                {
                  key: 'group',
                  text: t('profiles.menu.onlyGroup', {
                    group: row.groupName || t('profiles.filter.notGrouped'),
                  }),
                  onChoose: () => {
                    clearProfileFilters();
                    changeProfileView({ groups: [row.groupName] });
                  },
                },
              ],
        },
      ]
    : [];
  return (
    <PointMenu
      at={asked?.at ?? null}
      label={
        isBulk
          ? t('profiles.selection.count', { count: ids.length })
          : row
            ? t('profiles.menu.row', { id: row.id, name: row.name })
            : t('profiles.menu.label')
      }
      sections={sections}
      onClose={onClose}
      getReturnTarget={() => asked?.origin ?? null}
    />
  );
}
