import { useMessages } from '../../messages.tsx';
import { sortKeys } from '../../profile-list/profile-table.ts';
import { changeGridSetup, changeProfileView } from '../../profile-list/profile-view-store.ts';
import type { ScreenPoint } from '../../ui/data-grid-model.ts';
import { PointMenu, type PointMenuSection } from '../../ui/point-menu.tsx';
import { clampWidth } from '../../ui/use-column-resize.ts';
import { changeColumn, shiftColumn } from './column-states.ts';
import { useGridColumns } from './use-grid-columns.ts';

/** The column whose menu is open, and where. */
export interface AskedColumnMenu {
  readonly key: string;
  readonly at: ScreenPoint;
  /** Had the focus, and gets it back. */
  readonly origin: HTMLElement | null;
}

export interface ColumnMenuProps {
  /** Null while it is closed. */
  readonly asked: AskedColumnMenu | null;
  readonly onClose: () => void;
}

/** Pixels that one choice makes a column wider or narrower. */
const step = 40;

/** Sorts, pins, moves, widens or hides a column: all that the pointer does at its heading. */
export function ColumnMenu({ asked, onClose }: ColumnMenuProps) {
  const { t } = useMessages();
  const { shown, states, change } = useGridColumns();
  const column = shown.find(({ key }) => key === asked?.key);
  const sortKey = sortKeys.find((key) => key === asked?.key);
  const toSections = (): readonly PointMenuSection[] => {
    if (!column || !sortKey) return [];
    const { key, width } = column;
    const before = shiftColumn(states, key, -1);
    const after = shiftColumn(states, key, 1);
    const resize = (by: number) => change(changeColumn(states, key, { width: clampWidth(width + by) }));
    return [
      {
        key: 'sort',
        actions: (['ascending', 'descending'] as const).map((direction) => ({
          key: direction,
          text: t(`columns.sort.${direction}`),
          onChoose: () => changeProfileView({ sort: { key: sortKey, direction } }),
        })),
      },
      {
        key: 'place',
        actions: [
          {
            key: 'pin',
            text: t(column.isPinned ? 'columns.menu.unpin' : 'columns.menu.pin'),
            onChoose: () => change(changeColumn(states, key, { isPinned: !column.isPinned })),
          },
          {
            key: 'left',
            text: t('columns.menu.left'),
            isDisabled: before === null,
            onChoose: () => before && change(before),
          },
          {
            key: 'right',
            text: t('columns.menu.right'),
            isDisabled: after === null,
            onChoose: () => after && change(after),
          },
        ],
      },
      {
        key: 'width',
        actions: [
          { key: 'wider', text: t('columns.menu.wider'), onChoose: () => resize(step) },
          { key: 'narrower', text: t('columns.menu.narrower'), onChoose: () => resize(-step) },
          {
            key: 'ownWidth',
            text: t('columns.menu.ownWidth'),
            onChoose: () => change(changeColumn(states, key, { width: null })),
          },
        ],
      },
      {
        key: 'all',
        actions: [
          {
            key: 'hide',
            text: t('columns.menu.hide'),
            isDisabled: shown.length === 1,
            onChoose: () => change(changeColumn(states, key, { isHidden: true })),
          },
          {
            key: 'reset',
            text: t('columns.reset'),
            onChoose: () => changeGridSetup({ columns: [] }),
          },
        ],
      },
    ];
  };
  return (
    <PointMenu
      at={asked?.at ?? null}
      label={column?.label ?? t('columns.title')}
      sections={toSections()}
      onClose={onClose}
      getReturnTarget={() => asked?.origin ?? null}
    />
  );
}
