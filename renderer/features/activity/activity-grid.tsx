import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ActivityEntry } from '../../../shared/activity.ts';
import { useMessages } from '../../messages.tsx';
import { DataGrid } from '../../ui/data-grid.tsx';
import type { DataGridColumn, ScreenPoint } from '../../ui/data-grid-model.ts';
import { PointMenu } from '../../ui/point-menu.tsx';
import { useFormats } from '../../use-formats.ts';
import { createActivityColumns } from './activity-columns.tsx';
import { describeAction } from './describe-activity.ts';
import type { SingleSelection } from './single-selection.ts';
import { useEntryActions } from './use-entry-actions.ts';

export interface ActivityGridProps {
  readonly entries: readonly ActivityEntry[];
  readonly order: Int32Array;
  readonly selection: SingleSelection;
  readonly nameJob: (id: string) => string;
  readonly empty: ReactNode;
}

const getSeq = (entry: ActivityEntry): number => entry.seq;
const ignore = () => undefined;

/** The grid of requests: one row opens its details, a menu leads on. Places and widths of columns hold for the visit. */
export function ActivityGrid({ entries, order, selection, nameJob, empty }: ActivityGridProps) {
  const { t, language } = useMessages();
  const formats = useFormats();
  const frame = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<{ readonly entry: ActivityEntry; readonly at: ScreenPoint } | null>(null);
  const actions = useEntryActions();
  const { columns, move, resize } = useArrangedColumns(
    useMemo(() => createActivityColumns(t, language, formats, nameJob), [t, language, formats, nameJob]),
  );
  const words = useMemo(
    () => ({
      label: t('activity.grid.label'),
      selectionColumn: t('activity.grid.details'),
      menuColumn: t('activity.grid.menu'),
      selectVisible: t('activity.grid.showFirst'),
      deselect: t('activity.details.close'),
      selectRow: ({ action, seq }: ActivityEntry) => t('activity.grid.showRow', { action, seq }),
      rowMenu: ({ action, seq }: ActivityEntry) => t('activity.grid.rowMenu', { action, seq }),
      selectGroup: (label: string) => label,
    }),
    [t],
  );
  const events = useMemo(
    () => ({
      onSort: ignore,
      onMoveColumn: move,
      onResizeColumn: resize,
      onColumnMenu: ignore,
      onOpenRow: ({ seq }: ActivityEntry) => selection.add([seq]),
      onRowMenu: (entry: ActivityEntry, at: ScreenPoint) => setMenu({ entry, at }),
      onToggleHeading: ignore,
      onCopy: ignore,
      onPaste: ignore,
      onSelectVisible: ignore,
    }),
    [move, resize, selection],
  );
  return (
    <div ref={frame} className="activity-grid__frame">
      <DataGrid
        rows={entries}
        order={order}
        headings={null}
        getId={getSeq}
        columns={columns}
        words={words}
        sort={null}
        selection={selection}
        events={events}
        empty={empty}
      />
      <PointMenu
        at={menu?.at ?? null}
        label={menu ? describeAction(t, menu.entry.action) : ''}
        sections={
          menu
            ? [
                {
                  key: 'entry',
                  actions: [
                    {
                      key: 'details',
                      text: t('activity.grid.details'),
                      onChoose: () => selection.add([menu.entry.seq]),
                    },
                    ...actions(menu.entry),
                  ],
                },
              ]
            : []
        }
        onClose={() => setMenu(null)}
        getReturnTarget={() => frame.current?.querySelector<HTMLElement>('[data-active-cell]') ?? null}
      />
    </div>
  );
}

type Columns = readonly DataGridColumn<ActivityEntry>[];

function useArrangedColumns(columns: Columns) {
  const [keys, setKeys] = useState<readonly string[]>(() => columns.map(({ key }) => key));
  const [widths, setWidths] = useState<Readonly<Record<string, number | null>>>({});
  const arranged = useMemo(
    () =>
      keys.flatMap((key): Columns => {
        const column = columns.find((each) => each.key === key);
        const width = widths[key] ?? null;
        if (!column) return [];
        return [width === null ? column : { ...column, width, grow: 0 }];
      }),
    [columns, keys, widths],
  );
  const [changes] = useState(() => ({
    move: (key: string, target: string, place: 'before' | 'after') =>
      setKeys((before) => {
        const others = before.filter((each) => each !== key);
        const at = others.indexOf(target) + (place === 'after' ? 1 : 0);
        return at < 0 ? before : others.toSpliced(at, 0, key);
      }),
    resize: (key: string, width: number | null) => setWidths((before) => ({ ...before, [key]: width })),
  }));
  return { columns: arranged, ...changes };
}
