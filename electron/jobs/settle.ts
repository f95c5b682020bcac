import type { ItemReason, PauseReason } from '../../shared/job.ts';
import type { ProfileId } from '../../shared/profile.ts';
import type { ApiOutcome, UnknownReason } from '../local-api/outcome.ts';
import type { ItemChange } from './journal.ts';
import type { LoadedItem } from './journal-reads.ts';
import type { OperationDefinition } from './operation.ts';
import { classifyCode } from './retry-class.ts';
import type { Purpose } from './work-queue.ts';

/** An item of a running job with what the engine remembers of it until the run ends. */
export interface RunItem extends LoadedItem {
  /** Requests whose outcome stayed unknown. */
  readonly unknownTries: number;
  /** Times it was put off because the profile was busy. */
  readonly busyWaits: number;
  /** A successful reply left it out once. */
  readonly wasUnconfirmed: boolean;
  /** Goes in a request of its own from now on. */
  readonly isAlone: boolean;
  /** Times it was looked for in vain. */
  readonly looks: number;
}

/** What becomes of one item. */
export interface Verdict {
  /** The item as it was. */
  readonly item: RunItem;
  readonly change: ItemChange;
  readonly memory: Partial<
    Pick<RunItem, 'unknownTries' | 'busyWaits' | 'wasUnconfirmed' | 'isAlone' | 'looks'>
  >;
  /** Null when this is final; otherwise what to do next and after how many milliseconds. */
  readonly next: { readonly purpose: Purpose; readonly afterMs: number } | null;
}

/** What a reply means beyond its items. */
export type QueueEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'slow_down'; readonly retryAfterMs: number | null }
  | { readonly kind: 'pause'; readonly reason: PauseReason; readonly apiCode: number | null }
  | { readonly kind: 'not_sent' }
  /** No answer in time: send fewer at once. */
  | { readonly kind: 'halve' }
  /** The connection broke: all wait. */
  | { readonly kind: 'hold'; readonly ms: number };

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly effect: QueueEffect;
}

/** Circumstances of the request that is judged. */
export interface JudgeContext {
  /** From 0 to 1, for the back-off. */
  readonly random: () => number;
  /** Milliseconds until the request must be dead, whatever became of it. */
  readonly untilDeadMs: number;
}

const busyWaitsMs = [30_000, 120_000, 600_000] as const;
const mostUnknownTries = 4;

/**
 * Decides from the outcome of one request what becomes of each of its items. Pure: it reads and changes nothing.
 */
export function judgeOutcome(
  definition: OperationDefinition,
  items: readonly RunItem[],
  outcome: ApiOutcome<unknown>,
  context: JudgeContext,
): Judgement {
  const forAll = (judge: (item: RunItem) => Verdict, effect: QueueEffect = { kind: 'none' }): Judgement => ({
    verdicts: items.map(judge),
    effect,
  });

  switch (outcome.kind) {
    case 'ok': {
      const asked = items.map((item) => item.profileId);
      const reading = definition.readReply(outcome.data, asked);
      if (reading.kind === 'distrusted')
        return forAll(
          (item) => ({ ...toUncertain(item, 'unreadable_reply', 0), memory: { isAlone: true } }),
          {
            kind: 'pause',
            reason: 'distrusted_reply',
            apiCode: null,
          },
        );
      if (reading.kind === 'look') return forAll((item) => toUncertain(item, 'not_confirmed', 0));
      return forAll((item) =>
        reading.confirmed.has(item.profileId) ? toDone(item, reading.resultId, 1) : toUnconfirmed(item),
      );
    }
    case 'not_sent':
      return forAll((item) => toQueued(item, 0, 0), {
        kind: outcome.reason === 'cancelled' ? 'none' : 'not_sent',
      });
    case 'unknown':
      return judgeUnknown(outcome.reason, outcome.apiCode ?? null);
    case 'refused':
      return judgeRefusal(outcome.apiCode, outcome.retryAfterMs);
  }

  function judgeUnknown(cause: UnknownReason, apiCode: number | null): Judgement {
    const [longestTried] = items.toSorted((a, b) => b.unknownTries - a.unknownTries);
    const backOffMs = toBackOff((longestTried?.unknownTries ?? 0) + 1, context.random());
    const settleAfterMs = definition.semantics === 'once' ? context.untilDeadMs : backOffMs;
    const reason = toItemReason(cause);
    const effect: QueueEffect =
      cause === 'timed_out'
        ? { kind: 'halve' }
        : cause === 'connection_lost'
          ? { kind: 'hold', ms: backOffMs }
          : { kind: 'none' };
    return forAll((item) => {
      const unknownTries = item.unknownTries + 1;
      const isLast = definition.semantics !== 'once' && unknownTries >= mostUnknownTries;
      const verdict = toUncertain(item, reason, settleAfterMs, apiCode);
      return { ...verdict, memory: { unknownTries }, next: isLast ? null : verdict.next };
    }, effect);
  }

  function judgeRefusal(apiCode: number, retryAfterMs: number | null): Judgement {
    const retryClass = classifyCode(apiCode);
    switch (retryClass.kind) {
      case 'too_fast':
        return forAll((item) => toQueued(item, 0, 0), { kind: 'slow_down', retryAfterMs });
      case 'stop':
        return forAll((item) => toQueued(item, 1, 0), { kind: 'pause', reason: retryClass.reason, apiCode });
      case 'ambiguous':
        return judgeUnknown('server_error', apiCode);
      case 'busy':
      case 'not_found':
      case 'item':
        // One bad id may have failed the whole request: alone, each gets its own answer.
        if (items.length > 1)
          return forAll((item) => ({ ...toQueued(item, 1, 0), memory: { isAlone: true } }));
        if (retryClass.kind === 'busy') return forAll((item) => toPutOff(item, apiCode));
        if (retryClass.kind === 'not_found') return forAll((item) => toGone(definition, item, apiCode, 1));
        if (definition.unclearCodes?.has(apiCode))
          return forAll((item) => toUncertain(item, 'not_confirmed', 0, apiCode));
        return forAll((item) => toFinal(item, 'failed', 'rejected', apiCode, 1));
    }
  }
}

/** Verdict for an item that was dealt with for good; `requests` were sent for it since its last state. */
export function toFinal(
  item: RunItem,
  state: 'done' | 'failed' | 'skipped' | 'uncertain',
  reason: ItemReason | null,
  apiCode: number | null,
  requests: number,
): Verdict {
  const change = { seq: item.seq, state, reason, apiCode, attempts: item.attempts + requests };
  return { item, change, memory: {}, next: null };
}

/** Verdict for an item whose profile is not there any more. */
export function toGone(
  definition: OperationDefinition,
  item: RunItem,
  apiCode: number | null,
  requests: number,
): Verdict {
  return definition.isGoneDone === true && item.unknownTries > 0
    ? toDone(item, undefined, requests)
    : toFinal(item, 'skipped', 'not_found', apiCode, requests);
}

/** Verdict for an item that is done; `resultId` is the profile that came into being. */
export function toDone(item: RunItem, resultId: ProfileId | undefined, requests: number): Verdict {
  const verdict = toFinal(item, 'done', null, null, requests);
  return resultId === undefined ? verdict : { ...verdict, change: { ...verdict.change, resultId } };
}

/** Verdict for an item that goes back into the queue. */
export function toQueued(item: RunItem, requests: number, afterMs: number): Verdict {
  const attempts = item.attempts + requests;
  const change = { seq: item.seq, state: 'queued', reason: null, apiCode: null, attempts } as const;
  return { item, change, memory: {}, next: { purpose: 'send', afterMs } };
}

function toUncertain(
  item: RunItem,
  reason: ItemReason,
  afterMs: number,
  apiCode: number | null = null,
): Verdict {
  const verdict = toFinal(item, 'uncertain', reason, apiCode, 1);
  return { ...verdict, next: { purpose: 'settle', afterMs } };
}

/** What was not confirmed is sent once more, alone; then it has failed. `requests` as for `toFinal`. */
export function toUnconfirmed(item: RunItem, requests = 1): Verdict {
  if (item.wasUnconfirmed) return toFinal(item, 'failed', 'not_confirmed', null, requests);
  return { ...toQueued(item, requests, 0), memory: { wasUnconfirmed: true, isAlone: true } };
}

function toPutOff(item: RunItem, apiCode: number): Verdict {
  const waitMs = busyWaitsMs[item.busyWaits];
  if (waitMs === undefined) return toFinal(item, 'skipped', 'busy', apiCode, 1);
  return { ...toQueued(item, 1, waitMs), memory: { busyWaits: item.busyWaits + 1, isAlone: true } };
}

/** Between half a second and 1, 2, 4, then 8 seconds. */
function toBackOff(tries: number, random: number): number {
  const longest = Math.min(8_000, 500 * 2 ** tries);
  return Math.round(500 + random * (longest - 500));
}

function toItemReason(cause: UnknownReason): ItemReason {
  // An answer such as "system error" is one that does not say what happened.
  return cause === 'server_error' ? 'unreadable_reply' : cause;
}
