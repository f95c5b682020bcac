import type { z } from 'zod';
import { rowSchema } from '../../shared/local-api/schemas.ts';
import type { ActionRows } from '../../shared/local-api/wire.generated.ts';
import type { ListReading } from '../../shared/proxy.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import { toAppError } from './errors.ts';
import type { ListReader, PagedActionId } from './outcome.ts';
import { readPatiently } from './read-patiently.ts';

/** What the vendor's own SDK asks for; no maximum is documented. */
const pageSize = 100;
/** More pages than that are not a list but a total that is nonsense. */
const mostPages = 1_000;

/**
 * Reads every page of a paged list, one page after the other. `toRow` turns what fits the contract into a row,
 * with the row as the API sent it (its secrets already taken out) beside it. A row that does not fit is counted
 * and costs no other. Rows that come twice, because the list changed meanwhile, are kept once. Fails like every
 * read: `api_unreachable`, `api_timeout`, `api_rejected`, `unexpected_response`.
 */
export async function readList<
  A extends PagedActionId & keyof ActionRows,
  Row extends { readonly id: number },
>(
  client: ListReader,
  action: A,
  toRow: (wire: ActionRows[A], raw: object) => Row,
  clock: Clock = systemClock,
): Promise<Result<ListReading<Row>>> {
  const schema: z.ZodType<ActionRows[A]> = rowSchema(action);
  const rows = new Map<number, Row>();
  let unreadable = 0;
  let seen = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await readPatiently(() => client.readPage(action, { page, limit: pageSize }), clock);
    if (outcome.kind !== 'ok') return { ok: false, error: toAppError(outcome, 'read') };
    for (const raw of outcome.data.rows) {
      const wire = schema.safeParse(raw);
      if (!wire.success || typeof raw !== 'object' || raw === null) unreadable += 1;
      else {
        const row = toRow(wire.data, raw);
        rows.set(row.id, row);
      }
    }
    seen += outcome.data.rows.length;
    if (outcome.data.rows.length === 0 || seen >= outcome.data.total)
      return succeed({ rows: [...rows.values()], unreadable });
  }
  return fail('unexpected_response', 'The list does not end.', { detail: action });
}
