import type { ProfileId, UnreadableRow } from '../../shared/profile.ts';
import type { Clock } from '../clock.ts';
import type { ApiOutcome, ListPage, ListReader } from './outcome.ts';
import { type KnownProfile, parseProfileRow } from './profile-row.ts';
import { readPatiently } from './read-patiently.ts';

/**
 * Rows asked for in one page. No maximum is documented. 100 is what the vendor's own SDK sends, so it is the only
 * size that the API must bear; a larger one that is cut or refused costs more than the round trips it saves.
 */
export const pageSize = 100;
/**
 * Pages asked for at once. The client lets 3 of them through, as many as the API takes; the others stand ready, so
 * that the next one goes out while a reply is parsed.
 */
const readersAtOnce = 5;
/** Ends a list whose total is nonsense: a million rows. */
const maxPages = 10_000;

/** What one run over all pages found. */
export interface Pass {
  readonly profiles: ReadonlyMap<ProfileId, KnownProfile>;
  readonly unreadable: readonly UnreadableRow[];
  /**
   * Every page named the same total and had its full number of rows, no row came twice, and there were as many
   * rows as the total says. Otherwise the list may have changed while it was read.
   */
  readonly isConsistent: boolean;
}

/** Told of each page in the order of the list, as soon as all pages before it are there. */
export type PageListener = (
  profiles: readonly KnownProfile[],
  unreadable: readonly UnreadableRow[],
  total: number,
) => void;

export type PassResult =
  | { readonly ok: true; readonly pass: Pass }
  | { readonly ok: false; readonly outcome: Exclude<ApiOutcome<never>, { kind: 'ok' }> };

/**
 * Reads every page of the profile list once: the first alone, to learn the total and the page size that the API
 * really gives, then the others, as many at once as the client lets through and fewer after code 1010. Stops at the first page that cannot be
 * had after all tries.
 */
export async function readPass(client: ListReader, clock: Clock, onPage: PageListener): Promise<PassResult> {
  const profiles = new Map<ProfileId, KnownProfile>();
  const allUnreadable: UnreadableRow[] = [];
  let isConsistent = true;
  let readers = readersAtOnce;
  let failure: Exclude<ApiOutcome<never>, { kind: 'ok' }> | null = null;

  const readPage = (page: number, limit: number) =>
    readPatiently(
      () => client.readPage('profile-list', { page, limit }),
      clock,
      () => {
        readers = Math.max(1, readers - 1);
      },
    );

  function accept({ rows, total }: ListPage, firstPosition: number): void {
    const readable: KnownProfile[] = [];
    const unreadable: UnreadableRow[] = [];
    let position = firstPosition;
    for (const row of rows) {
      const parsed = parseProfileRow(row);
      if (!parsed.ok) unreadable.push({ position, profileId: parsed.profileId, field: parsed.field });
      else {
        const sizeBefore = profiles.size;
        profiles.set(parsed.profile.row.id, parsed.profile);
        if (profiles.size > sizeBefore) readable.push(parsed.profile);
        else isConsistent = false;
      }
      position += 1;
    }
    allUnreadable.push(...unreadable);
    onPage(readable, unreadable, total);
  }

  const first = await readPage(1, pageSize);
  if (first.kind !== 'ok') return { ok: false, outcome: first };
  const { total } = first.data;
  accept(first.data, 1);
  const firstRows = first.data.rows.length;
  if (firstRows === 0 || profiles.size + allUnreadable.length >= total) {
    isConsistent &&= firstRows === Math.max(total, 0);
    return { ok: true, pass: { profiles, unreadable: allUnreadable, isConsistent } };
  }

  // Asking for the size that comes keeps page numbers and rows in step, however the API counts a cut page. More
  // rows than were asked for are not taken for a page size: they may be the same rows twice.
  const realSize = Math.min(firstRows, pageSize);
  let lastPage = Math.min(Math.ceil(total / realSize), maxPages);
  let nextPage = 2;
  let nextToAccept = 2;
  const arrived = new Map<number, ListPage>();

  function keep(page: number, content: ListPage): void {
    const expected = Math.min(realSize, total - (page - 1) * realSize);
    if (content.total !== total || content.rows.length !== expected) isConsistent = false;
    if (content.rows.length === 0) lastPage = Math.min(lastPage, page);
    else if (content.total > total) lastPage = Math.min(Math.ceil(content.total / realSize), maxPages);
    arrived.set(page, content);
    for (let ready = arrived.get(nextToAccept); ready !== undefined; ready = arrived.get(nextToAccept)) {
      arrived.delete(nextToAccept);
      accept(ready, (nextToAccept - 1) * realSize + 1);
      nextToAccept += 1;
    }
  }

  async function runReader(reader: number): Promise<void> {
    while (failure === null && nextPage <= lastPage && reader < readers) {
      const page = nextPage;
      nextPage += 1;
      const outcome = await readPage(page, realSize);
      if (outcome.kind === 'ok') keep(page, outcome.data);
      else failure ??= outcome;
    }
  }

  await Promise.all(Array.from({ length: readersAtOnce }, (_, reader) => runReader(reader)));
  if (failure !== null) return { ok: false, outcome: failure };
  isConsistent &&= profiles.size + allUnreadable.length === total;
  return { ok: true, pass: { profiles, unreadable: allUnreadable, isConsistent } };
}
