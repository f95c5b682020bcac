import type { OpenProfile, ProfileId, ProfileRow, ProxyMode } from '../../../shared/profile.ts';

/**
 * The row model of the profile grid, without React: an order is a typed array of row numbers, and search,
 * filter and sort are plain functions. The rows themselves are never copied or changed.
 */

/** Columns that the list can be ordered by. */
export const sortKeys = ['id', 'name', 'group', 'tags', 'proxy', 'realIp', 'lastOpened', 'note'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface ProfileSort {
  readonly key: SortKey;
  readonly direction: 'ascending' | 'descending';
}

/** How a profile is open. */
export type OpenKind = 'here' | 'elsewhere' | 'closed';

/** What is shown of the list. Within one filter any value fits, and every filter must fit. */
export interface ProfileView {
  readonly search: string;
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  readonly proxyModes: readonly ProxyMode[];
  readonly openKinds: readonly OpenKind[];
  /** Null for the order of ixBrowser. */
  readonly sort: ProfileSort | null;
}

export const emptyView: ProfileView = {
  search: '',
  groups: [],
  tags: [],
  proxyModes: [],
  openKinds: [],
  sort: null,
};

/** Tells whether the view hides any profile at all. */
export function hasFilter(view: ProfileView): boolean {
  return view.search.trim() !== '' || hasFacetFilter(view);
}

/** Tells whether a filter other than the search is set. */
export function hasFacetFilter(view: ProfileView): boolean {
  return view.groups.length + view.tags.length + view.proxyModes.length + view.openKinds.length > 0;
}

/** `type host:port` as far as known; empty for a direct connection or when the list names no host. */
export function describeProxyAddress({ type, host, port }: ProfileRow['proxy']): string {
  if (!host) return type ?? '';
  const address = `${host.includes(':') ? `[${host}]` : host}${port ? `:${port}` : ''}`;
  return type ? `${type} ${address}` : address;
}

const searchTexts = new WeakMap<ProfileRow, string>();

/** What the search looks at, in lower case: number, name, note, tags and proxy, apart from each other. */
export function toSearchText(row: ProfileRow): string {
  let text = searchTexts.get(row);
  if (text === undefined) {
    text = [row.id, row.name, row.note, ...row.tags, describeProxyAddress(row.proxy)]
      .join('\n')
      .toLowerCase();
    searchTexts.set(row, text);
  }
  return text;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function toSortText(row: ProfileRow, key: Exclude<SortKey, 'id' | 'lastOpened'>): string {
  switch (key) {
    case 'name':
      return row.name;
    case 'group':
      return row.groupName;
    case 'tags':
      return row.tags.join(', ');
    case 'proxy':
      return describeProxyAddress(row.proxy);
    case 'realIp':
      return row.realIp;
    case 'note':
      return row.note;
  }
}

/**
 * All row numbers in order. Rows without a value stay at the end in both directions, and equal rows keep the
 * order of ixBrowser.
 */
export function sortRows(rows: readonly ProfileRow[], sort: ProfileSort | null): Int32Array {
  const order = Int32Array.from(rows.keys());
  if (!sort) return order;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  if (sort.key === 'id' || sort.key === 'lastOpened') {
    const key = sort.key;
    const values = Float64Array.from(rows, (row) =>
      key === 'id' ? row.id : (row.lastOpenedAt ?? Number.NaN),
    );
    return order.sort((a, b) => compareNumbers(values[a], values[b], sign) || a - b);
  }
  const key = sort.key;
  const texts = rows.map((row) => toSortText(row, key));
  return order.sort((a, b) => compareTexts(texts[a], texts[b], sign) || a - b);
}

function compareNumbers(a = Number.NaN, b = Number.NaN, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return sign * (a - b);
}

function compareTexts(a = '', b = '', sign: number): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return a === b ? 0 : sign * collator.compare(a, b);
}

/** How a profile is open, by its entry in the opened lists. */
export function toOpenKind(open: OpenProfile | undefined): OpenKind {
  if (!open) return 'closed';
  return open.canClose ? 'here' : 'elsewhere';
}

/** The row numbers of an order that fit the view, in the same order. */
export function filterRows(
  rows: readonly ProfileRow[],
  order: Int32Array,
  view: ProfileView,
  opened: ReadonlyMap<ProfileId, OpenProfile>,
): Int32Array {
  if (!hasFilter(view)) return order;
  const needle = view.search.trim().toLowerCase();
  const groups = new Set(view.groups);
  const modes = new Set<ProxyMode | null>(view.proxyModes);
  const kinds = new Set(view.openKinds);
  const fits = (row: ProfileRow) =>
    (groups.size === 0 || groups.has(row.groupName)) &&
    (modes.size === 0 || modes.has(row.proxy.mode)) &&
    (view.tags.length === 0 || view.tags.some((tag) => row.tags.includes(tag))) &&
    (kinds.size === 0 || kinds.has(toOpenKind(opened.get(row.id)))) &&
    (needle === '' || toSearchText(row).includes(needle));
  return order.filter((index) => {
    const row = rows[index];
    return row !== undefined && fits(row);
  });
}

/** How many profiles have each value of a filter. */
export interface FacetCounts {
  readonly groups: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, number>;
  readonly proxyModes: ReadonlyMap<ProxyMode, number>;
}

/** Counts over all rows, groups and tags in the order of the alphabet. */
export function countFacets(rows: readonly ProfileRow[]): FacetCounts {
  const groups = new Map<string, number>();
  const tags = new Map<string, number>();
  const proxyModes = new Map<ProxyMode, number>();
  for (const row of rows) {
    groups.set(row.groupName, (groups.get(row.groupName) ?? 0) + 1);
    for (const tag of row.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (row.proxy.mode !== null) proxyModes.set(row.proxy.mode, (proxyModes.get(row.proxy.mode) ?? 0) + 1);
  }
  return { groups: sortByName(groups), tags: sortByName(tags), proxyModes };
}

function sortByName(counts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...counts].sort(([a], [b]) => collator.compare(a, b)));
}

/** The sort after a click on a column's header: ascending, descending, then the order of ixBrowser again. */
export function nextSort(current: ProfileSort | null, key: SortKey): ProfileSort | null {
  if (current?.key !== key) return { key, direction: 'ascending' };
  return current.direction === 'ascending' ? { key, direction: 'descending' } : null;
}
