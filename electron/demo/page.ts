import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { Store } from './store.ts';

/** Paging fields of a request; anything below 1 counts as the documented default. */
interface PageRequest {
  readonly page?: number;
  readonly limit?: number;
}

/** A page of rows with the number of all matching ones. */
export interface PageReply {
  readonly total: number;
  readonly data: unknown[] | null;
}

/**
 * One page of a store as rows. Without a filter it costs only the page; with one it walks the store.
 */
export function takePage<T extends { readonly id: number }>(
  store: Store<T>,
  request: PageRequest,
  switches: DemoSwitches,
  toRow: (record: T) => unknown,
  matches: ((record: T) => boolean) | null = null,
): PageReply {
  const newestFirst = switches.listOrder === 'newestFirst';
  const matching = matches === null ? null : store.slice(0, store.size, newestFirst).filter(matches);
  const total = matching?.length ?? store.size;
  const limit = Math.min(orDefault(request.limit, 10), switches.maxPageSize ?? Number.MAX_SAFE_INTEGER);
  const lastPage = Math.max(1, Math.ceil(total / limit));
  const asked = orDefault(request.page, 1);
  const page = switches.pageBeyondEnd === 'lastPage' ? Math.min(asked, lastPage) : asked;
  const start = (page - 1) * limit;
  const records = matching?.slice(start, start + limit) ?? store.slice(start, limit, newestFirst);
  const data = records.map(toRow);
  return { total, data: data.length === 0 && switches.emptyPage === 'null' ? null : data };
}

/** Whether a name fits a filter: anything without one, ignoring letter case where it matches partly. */
export function fitsName(name: string, filter: string | undefined, switches: DemoSwitches): boolean {
  if (filter === undefined || filter === '') return true;
  if (switches.nameFilter === 'exact') return name === filter;
  return name.toLowerCase().includes(filter.toLowerCase());
}

function orDefault(value: number | undefined, fallback: number): number {
  return value === undefined || value < 1 ? fallback : value;
}
