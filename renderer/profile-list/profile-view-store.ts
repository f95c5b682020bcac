import {
  type ColumnState,
  defaultViewMemory,
  type SavedView,
  type ViewId,
  type ViewMemory,
} from '../../shared/profile-view.ts';
import { createStore, useStore } from '../ui/store.ts';
import { emptyView, type ProfileView, sortKeys } from './profile-table.ts';

/** How the grid shows what the view lets through. */
export interface GridSetup {
  /** See `completeStates`. */
  readonly columns: readonly ColumnState[];
  readonly isGrouped: boolean;
  /** The saved view that was chosen last. */
  readonly viewId: ViewId | null;
}

const view = createStore<ProfileView>(emptyView);
const setup = createStore<GridSetup>(toSetup(defaultViewMemory));
/** Headings that are closed, by the name of their group. They are not remembered: what they hide must be seen. */
const closedGroups = createStore<ReadonlySet<string>>(new Set());

function toSetup({ columns, isGrouped, viewId }: GridSetup): GridSetup {
  return { columns, isGrouped, viewId };
}

/**
 * A part of search, filters and sort, which outlive a visit to another page. The component renders only when that
 * part changes: a key in the search box must not render every filter.
 */
export function useProfileView<T>(select: (view: ProfileView) => T): T {
  return useStore(view, select);
}

/** Columns and headings. */
export function useGridSetup(): GridSetup {
  return useStore(setup, (value) => value);
}

/** Changes some parts of the view. */
export function changeProfileView(part: Partial<ProfileView>): void {
  view.set({ ...view.get(), ...part });
}

/** Shows every profile again and keeps the sort. */
export function clearProfileFilters(): void {
  view.set({ ...emptyView, sort: view.get().sort });
}

/** Changes some parts of the setup. */
export function changeGridSetup(part: Partial<GridSetup>): void {
  setup.set({ ...setup.get(), ...part });
}

/** The groups whose rows are folded away. */
export function useClosedGroups(): ReadonlySet<string> {
  return useStore(closedGroups, (value) => value);
}

/** Opens or closes the heading of a group. */
export function toggleGroup(name: string): void {
  const next = new Set(closedGroups.get());
  if (!next.delete(name)) next.add(name);
  closedGroups.set(next);
}

/** The parts of the memory that this store holds, as they are now. The search is left out: it is of the moment. */
export function readRemembered(): Omit<ViewMemory, 'detailsOf'> {
  const { content } = readContent();
  return { ...content, filter: { ...content.filter, search: '' }, viewId: setup.get().viewId };
}

/** What a saved view would hold now; `isListLeftOut` when the list of profiles that was pasted is not part of it. */
export function readContent() {
  const { search, groups, tags, proxyModes, openKinds, quick, listed, sort } = view.get();
  const { columns, isGrouped } = setup.get();
  return {
    content: {
      filter: {
        search: search.trim().slice(0, 200),
        groups: groups.slice(0, 200),
        tags: tags.slice(0, 200),
        proxyModes: [...proxyModes],
        openKinds: [...openKinds],
        quick: [...quick],
      },
      sort,
      columns: [...columns],
      isGrouped,
    },
    isListLeftOut: listed !== null,
  };
}

/** Puts into force what was remembered or saved. A sort by an unknown column is none. */
export function applyContent({
  filter,
  sort,
  columns,
  isGrouped,
}: Pick<SavedView, 'filter' | 'sort' | 'columns' | 'isGrouped'>): void {
  const key = sortKeys.find((known) => known === sort?.key);
  view.set({ ...emptyView, ...filter, sort: sort && key ? { key, direction: sort.direction } : null });
  changeGridSetup({ columns, isGrouped });
}

/** Calls the listener after every change of view or setup; returns the function that unsubscribes. */
export function onViewChange(listener: () => void): () => void {
  const unsubscribers = [view.subscribe(listener), setup.subscribe(listener)];
  return () => {
    for (const unsubscribe of unsubscribers) unsubscribe();
  };
}
