import { isReadAction } from '../../shared/console/call-rules.ts';
import type { ConsoleReply } from '../../shared/console/console-call.ts';
import { hideReplySecrets } from '../../shared/console/secret-fields.ts';
import { actionById } from '../../shared/local-api/catalogue.ts';
import { responseSchema } from '../../shared/local-api/schemas.ts';
import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import { toAppError } from '../local-api/errors.ts';
import type { RawExchange } from '../local-api/outcome.ts';
import type { RawReply } from '../local-api/parse-reply.ts';
import { excerpt, redact } from '../support/redact.ts';

/** How much of a reply that is not JSON is shown, in characters. */
const shownText = 2_000;

/** What the window may see of an exchange: the reply whole, its secrets as placeholders, the outcome as an error. */
export function toConsoleReply(
  action: ActionId,
  { outcome, reply, durationMs }: RawExchange<unknown>,
): ConsoleReply {
  // What could not be read as an envelope may be a million levels deep: it is shown as text, never parsed.
  // An HTTP 429 counts as a code without any envelope.
  const hasEnvelope =
    outcome.kind === 'ok' || ('apiCode' in outcome && outcome.apiCode !== undefined && reply?.status !== 429);
  return {
    kind: outcome.kind,
    httpStatus: reply?.status ?? null,
    durationMs,
    content: reply && (hasEnvelope ? readContent(action, reply) : readText(reply)),
    error: outcome.kind === 'ok' ? null : toAppError(outcome, isReadAction(action) ? 'read' : 'write'),
    apiMessage: outcome.kind === 'refused' && outcome.apiMessage ? redact(outcome.apiMessage) : null,
    misfit: outcome.kind === 'ok' ? findMisfit(action, outcome.data) : null,
  };
}

function readContent(action: ActionId, reply: RawReply): ConsoleReply['content'] {
  const value: unknown = JSON.parse(new TextDecoder().decode(reply.body));
  return { kind: 'json', value: hideReplySecrets(action, value) };
}

function readText({ body }: RawReply): ConsoleReply['content'] {
  return { kind: 'text', text: excerpt(body.toString('utf8', 0, 2 * shownText), shownText) };
}

/** Where the data of a success is not what the contract says: the reply is shown all the same. */
function findMisfit(action: ActionId, data: unknown): string | null {
  const parsed = responseSchema(action).safeParse(data);
  if (parsed.success) return null;
  const isBare = actionById(action).envelope === 'none';
  return [...(isBare ? [] : ['data']), ...(parsed.error.issues[0]?.path ?? [])].map(String).join('.');
}
