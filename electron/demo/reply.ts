import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { ActionSpec } from '../../shared/local-api/catalogue.ts';
import { errorEntry } from '../../shared/local-api/error-catalogue.ts';
import type { Answer } from './answer.ts';

/** A reply before it is sent: faults may still spoil `body`. */
export interface Reply {
  readonly httpStatus: number;
  readonly body: unknown;
  /** What the journal says about it: `ok`, `code <n>` or `http <n>`. */
  readonly outcome: string;
}

/**
 * Puts an answer into the envelope the action documents: `time` there or missing, `data` absent, null or an empty
 * array, HTTP 200 or another status. Actions that document no failure fail as their success would suggest.
 */
export function toReply(action: ActionSpec, given: Answer, switches: DemoSwitches, now: number): Reply {
  const time = Math.floor(now / 1000);
  if (given.ok) {
    const error = { code: 0, message: 'success', ...(action.envelopeHasTime === true ? { time } : {}) };
    const hasData = action.response.type !== 'none';
    return { httpStatus: 200, body: hasData ? { error, data: given.data } : { error }, outcome: 'ok' };
  }
  const failure = action.failure ?? {
    httpStatus: 200,
    dataType: action.envelopeHasTime === true ? 'array' : 'null',
    envelopeHasTime: action.envelopeHasTime === true,
  };
  const error = {
    code: given.code,
    ...toMessage(given.code, given.message, switches),
    ...(failure.envelopeHasTime ? { time } : {}),
  };
  return {
    httpStatus: failure.httpStatus,
    body: { error, data: failure.dataType === 'array' ? [] : null },
    outcome: `code ${given.code}`,
  };
}

function toMessage(code: number, message: string | undefined, switches: DemoSwitches): { message?: string } {
  if (message !== undefined) return { message };
  if (switches.messages === 'absent') return {};
  if (switches.messages === 'chinese') return { message: `操作失败（${code}）` };
  return { message: errorEntry(code)?.message ?? 'Unknown error' };
}
