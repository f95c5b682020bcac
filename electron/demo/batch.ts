import type { DemoSwitches } from '../../shared/demo-switches.ts';
import type { ApiErrorCode } from '../../shared/local-api/wire.generated.ts';
import { type Answer, answer, refuse } from './answer.ts';

/** What a batch call does with one id: done, quietly left out, or not possible at all. */
export type BatchStep = 'done' | 'omitted' | 'bad';

/**
 * Runs a batch call over its ids. With the switches as they are, a bad id is dropped or fails the call before
 * anything is done; a call of which every id is bad always fails with `badCode`.
 */
export function runBatch(
  ids: readonly number[],
  switches: DemoSwitches,
  badCode: ApiErrorCode,
  check: (id: number) => boolean,
  act: (id: number) => Exclude<BatchStep, 'bad'>,
): Answer {
  if (ids.length === 0) return switches.emptyBatch === 'refused' ? refuse(1000) : answer([]);
  if (switches.maxBatchLength !== null && ids.length > switches.maxBatchLength) return refuse(1000);
  const asked = switches.repeatedIdInBatch === 'once' ? [...new Set(ids)] : ids;
  const good = asked.filter(check);
  if (good.length === 0 || (good.length < asked.length && switches.badIdInBatch === 'fail'))
    return refuse(badCode);
  const steps = new Map<number, BatchStep>();
  for (const id of good) if (!steps.has(id)) steps.set(id, act(id));
  const done = good.filter((id) => steps.get(id) === 'done');
  if (switches.batchReplyOrder === 'sorted') done.sort((a, b) => a - b);
  if (switches.batchReplyOrder === 'reversed') done.reverse();
  return answer(done);
}
