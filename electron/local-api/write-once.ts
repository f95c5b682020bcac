import type { ActionId, ActionRequests, ActionResponses } from '../../shared/local-api/wire.generated.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { toAppError } from './errors.ts';
import type { LocalApiClient } from './outcome.ts';

/**
 * Sends one change on somebody's click, once. Fails with `api_rejected` or `api_unreachable` when nothing was
 * done, and with `outcome_unknown` when nobody can tell: it is never repeated by itself.
 */
export async function writeOnce<A extends ActionId>(
  client: LocalApiClient,
  action: A,
  body: ActionRequests[A],
): Promise<Result<ActionResponses[A]>> {
  const outcome = await client.call(action, body);
  return outcome.kind === 'ok' ? succeed(outcome.data) : { ok: false, error: toAppError(outcome, 'write') };
}
