import type { PauseReason } from '../../shared/job.ts';
import type { AppError } from '../../shared/result.ts';
import type { ItemChange } from './journal.ts';
import type { Pacer } from './pacer.ts';
import { classifyCode } from './retry-class.ts';
import type { QueueEffect } from './settle.ts';

/** Watches what goes wrong during a run: slows the queue down, and pauses the job when there is one cause. */
export interface Setbacks {
  /** A request of the operation was answered, or not. `startedAt` is monotonic ms. */
  noteRequest(effect: QueueEffect, startedAt: number): void;
  noteRead(): void;
  /** A reading that a request depends on failed: nothing was changed by it. */
  noteMissedRead(error: AppError, startedAt: number): void;
  /** An item reached a state that this run does not change any more. */
  noteEnd(change: ItemChange): void;
}

const mostEqualFailures = 10;
const mostMissedAnswers = 3;
const missedAnswerHoldMs = 500;
const tooFastPauseMs = 600_000;
const tooFastCode = 1010;

/**
 * Makes the watch of one run. `tolerated` holds the kinds of failure after which the user went on before: ten
 * more of them do not pause the job again.
 */
export function watchSetbacks(
  pacer: Pacer,
  tolerated: Set<string>,
  pause: (reason: PauseReason, apiCode: number | null) => void,
): Setbacks {
  const missed = { reads: 0, requests: 0 };
  let failure = { kind: '', count: 0 };

  function noteMissed(what: keyof typeof missed, reason: PauseReason): void {
    missed[what] += 1;
    if (missed[what] >= mostMissedAnswers) pause(reason, null);
    else pacer.hold(missedAnswerHoldMs);
  }

  function slowDown(startedAt: number, retryAfterMs: number | null): void {
    pacer.slowDown(startedAt, retryAfterMs);
    if (pacer.refusedForMs() >= tooFastPauseMs) pause('too_fast', tooFastCode);
  }

  return {
    noteRequest(effect, startedAt) {
      if (effect.kind === 'slow_down') slowDown(startedAt, effect.retryAfterMs);
      else if (effect.kind === 'not_sent') noteMissed('requests', 'unreachable');
      else {
        missed.requests = 0;
        pacer.noteAccepted();
        if (effect.kind === 'hold') pacer.hold(effect.ms);
        if (effect.kind === 'pause') pause(effect.reason, effect.apiCode);
      }
    },
    noteRead() {
      missed.reads = 0;
    },
    noteMissedRead(error, startedAt) {
      const retryClass = error.code === 'api_rejected' ? classifyCode(error.apiCode ?? 0) : null;
      if (retryClass?.kind === 'too_fast') slowDown(startedAt, null);
      else if (retryClass?.kind === 'stop') pause(retryClass.reason, error.apiCode ?? null);
      else noteMissed('reads', error.code === 'unexpected_response' ? 'other_program' : 'unreachable');
    },
    noteEnd({ state, reason, apiCode }) {
      if (state === 'done') failure = { kind: '', count: 0 };
      if (state !== 'failed' && state !== 'uncertain') return;
      const kind = `${reason} ${apiCode}`;
      failure = { kind, count: failure.kind === kind ? failure.count + 1 : 1 };
      if (failure.count < mostEqualFailures || tolerated.has(kind)) return;
      tolerated.add(kind);
      pause('repeated_failure', apiCode);
    },
  };
}
