import { type Result, succeed } from '../../shared/result.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient } from './outcome.ts';

/**
 * Deletes for ever what is in the recycle bin. Sent once and never again by itself: a repetition would also take
 * what was deleted meanwhile. Its filters are documented by their names only, so none is sent, as in the sample.
 * Fails like a write.
 */
export async function emptyRecycleBin(client: LocalApiClient): Promise<Result<{ readonly removed: number }>> {
  const outcome = await client.call('empty-recycle-bin', {});
  return outcome.kind === 'ok'
    ? succeed({ removed: outcome.data })
    : { ok: false, error: toAppError(outcome, 'write') };
}
