import type { OpenProfile, ProfileId, ProfileRow, ProxyMode } from '../../shared/profile.ts';
import type { QuickFilter } from '../../shared/profile-view.ts';

/**
 * The row model of the profile grid, without React: an order is a typed array of row numbers, and search,
 * filter and sort are plain functions. The rows themselves are never copied or changed.
 */

/** Columns that the list can be ordered by. */
export const sortKeys = [
  'id',
  'name',
  'group',
  'state',
  'tags',
  'proxy',
  'realIp',
  'lastOpened',
  'note',
] as const;
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
  readonly quick: readonly QuickFilter[];
  /** Only these, for example those of a pasted list; null for all. */
  readonly listed: ReadonlySet<ProfileId> | null;
  /** Null for the order of ixBrowser. */
  readonly sort: ProfileSort | null;
}

export const emptyView: ProfileView = {
  search: '',
  groups: [],
  tags: [],
  proxyModes: [],
  openKinds: [],
  quick: [],
  listed: null,
  sort: null,
};

/** Tells whether the view hides any profile at all. */
export function hasFilter(view: ProfileView): boolean {
  return view.search.trim() !== '' || hasFacetFilter(view);
}

/** Tells whether a filter other than the search is set. */
function hasFacetFilter(view: ProfileView): boolean {
  const { groups, tags, proxyModes, openKinds, quick, listed } = view;
  return [groups, tags, proxyModes, openKinds, quick].some(({ length }) => length > 0) || listed !== null;
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

/** The search texts of a list in one piece, where a match's place tells its row. */
interface SearchIndex {
  readonly text: string;
  /** Where the text of each row ends. */
  readonly ends: Int32Array;
}

/** Stands between two rows; nothing that is searched for holds it. */
const rowEnd = '\u0000';

const searchIndexes = new WeakMap<readonly ProfileRow[], SearchIndex>();

/** Made once for a list: one long text is gone through several times as fast as many short ones. */
export function indexForSearch(rows: readonly ProfileRow[]): SearchIndex {
  let index = searchIndexes.get(rows);
  if (!index) {
    const texts = rows.map(toSearchText);
    const ends = new Int32Array(rows.length);
    let end = -1;
    texts.forEach((text, row) => {
      end += text.length + 1;
      ends[row] = end;
    });
    index = { text: texts.join(rowEnd), ends };
    searchIndexes.set(rows, index);
  }
  return index;
}

/** The numbers of the rows whose search text holds the words, which are in lower case; from the first to the last. */
function findRows({ text, ends }: SearchIndex, words: string): Int32Array {
  if (words.includes(rowEnd)) return new Int32Array();
  const found: number[] = [];
  let row = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, ends[row])) {
    while ((ends[row] ?? at) < at) row += 1;
    found.push(row);
  }
  return Int32Array.from(found);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

type NumberKey = 'id' | 'lastOpened' | 'state';

/** What a column of text holds; it is sorted by this, and copied. */
export function toColumnText(row: ProfileRow, key: Exclude<SortKey, NumberKey>): string {
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

/** What the sort by state goes by: the lower, the earlier. */
export type StateRanks = (id: ProfileId) => number;

/** Orders in which the rows stand as in the list, so that row numbers from the first to the last are in order. */
const ordersOfList = new WeakSet<Int32Array>();

/**
 * All row numbers in order. Rows without a value stay at the end in both directions, and equal rows keep the
 * order of ixBrowser. The state of a profile is that at this moment: rows do not move when it changes.
 */
export function sortRows(
  rows: readonly ProfileRow[],
  sort: ProfileSort | null,
  rankState: StateRanks = () => 0,
): Int32Array {
  const order = new Int32Array(rows.length);
  for (let index = 0; index < order.length; index += 1) order[index] = index;
  if (!sort) {
    ordersOfList.add(order);
    return order;
  }
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const key = sort.key;
  if (key === 'id' || key === 'lastOpened' || key === 'state') {
    const values = Float64Array.from(rows, (row) => toSortNumber(row, key, rankState));
    return order.sort((a, b) => compareNumbers(values[a], values[b], sign) || a - b);
  }
  const texts = rows.map((row) => toColumnText(row, key));
  return order.sort((a, b) => compareTexts(texts[a], texts[b], sign) || a - b);
}

function toSortNumber(row: ProfileRow, key: NumberKey, rankState: StateRanks): number {
  switch (key) {
    case 'id':
      return row.id;
    case 'lastOpened':
      return row.lastOpenedAt ?? Number.NaN;
    case 'state':
      return rankState(row.id);
  }
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

/** What a quick filter lets through. */
function fitsQuick(
  row: ProfileRow,
  filter: QuickFilter,
  opened: ReadonlyMap<ProfileId, OpenProfile>,
  failed: ReadonlySet<ProfileId>,
): boolean {
  switch (filter) {
    case 'openNow':
      return opened.has(row.id);
    case 'noProxy':
      return row.proxy.type === 'direct';
    case 'neverOpened':
      return row.lastOpenedAt === null;
    case 'failedLast':
      return failed.has(row.id);
  }
}

/** The row numbers of an order that fit the view, in the same order. `failed` are those of the last job. */
export function filterRows(
  rows: readonly ProfileRow[],
  order: Int32Array,
  view: ProfileView,
  opened: ReadonlyMap<ProfileId, OpenProfile>,
  failed: ReadonlySet<ProfileId> = new Set(),
): Int32Array {
  if (!hasFilter(view)) return order;
  const tests = toTests(view, opened, failed);
  const needle = view.search.trim().toLowerCase();
  const found = needle === '' ? null : findRows(indexForSearch(rows), needle);
  const fits = (index: number) => {
    const row = rows[index];
    return row !== undefined && tests.every((test) => test(row));
  };
  if (!found) return order.filter(fits);
  if (ordersOfList.has(order)) return tests.length === 0 ? found : found.filter(fits);
  const isFound = new Uint8Array(rows.length);
  for (const index of found) isFound[index] = 1;
  return order.filter((index) => isFound[index] === 1 && fits(index));
}

/** One test for each part of the view that is set, the search apart: over 50,000 rows, asking the others as well takes time. */
function toTests(
  view: ProfileView,
  opened: ReadonlyMap<ProfileId, OpenProfile>,
  failed: ReadonlySet<ProfileId>,
): ((row: ProfileRow) => boolean)[] {
  const { listed, tags } = view;
  const groups = new Set(view.groups);
  const modes = new Set<ProxyMode | null>(view.proxyModes);
  const kinds = new Set(view.openKinds);
  const tests: ((row: ProfileRow) => boolean)[] = [];
  if (listed) tests.push((row) => listed.has(row.id));
  for (const filter of view.quick) tests.push((row) => fitsQuick(row, filter, opened, failed));
  if (groups.size > 0) tests.push((row) => groups.has(row.groupName));
  if (modes.size > 0) tests.push((row) => modes.has(row.proxy.mode));
  if (tags.length > 0) tests.push((row) => tags.some((tag) => row.tags.includes(tag)));
  if (kinds.size > 0) tests.push((row) => kinds.has(toOpenKind(opened.get(row.id))));
  return tests;
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

/** The rows of one group, as they follow each other in an order. */
export interface RowGroup {
  /** Empty for profiles without a group. */
  readonly name: string;
  /** Place of the first one in the order. */
  readonly from: number;
  readonly count: number;
}

/** An order in which the rows of a group follow each other, groups in the order of the alphabet. */
export function groupRows(
  rows: readonly ProfileRow[],
  order: Int32Array,
): { readonly order: Int32Array; readonly groups: readonly RowGroup[] } {
  const members = new Map<string, number[]>();
  for (const index of order) {
    const name = rows[index]?.groupName ?? '';
    const known = members.get(name);
    if (known) known.push(index);
    else members.set(name, [index]);
  }
  const grouped = new Int32Array(order.length);
  const groups: RowGroup[] = [];
  let from = 0;
  for (const [name, indexes] of [...members].sort(([a], [b]) => collator.compare(a, b))) {
    grouped.set(indexes, from);
    groups.push({ name, from, count: indexes.length });
    from += indexes.length;
  }
  return { order: grouped, groups };
}
