import type { PauseReason } from '../../shared/job.ts';
import type { OpenProfiles, ProfileId } from '../../shared/profile.ts';
import type { AppError, Result } from '../../shared/result.ts';
import type { LocalApiClient } from '../local-api/outcome.ts';
import type { Clock } from './clock.ts';
import { isSameAccount } from './identity.ts';
import type { JobLog } from './job-log.ts';
import type { Journal } from './journal.ts';
import { countVerdicts, type LiveJob } from './live-job.ts';
import { createOpenList } from './open-list.ts';
import {
  type FreshProfile,
  type OperationDefinition,
  type Settlement,
  writeDeadlineMs,
} from './operation.ts';
import type { Pacer } from './pacer.ts';
import { prepareChunk } from './prepare-chunk.ts';
import { classifyCode } from './retry-class.ts';
import { judgeOutcome, type QueueEffect, type RunItem, toFinal, toQueued, type Verdict } from './settle.ts';
import { createWorkQueue } from './work-queue.ts';

/** Why a run ended. */
export type RunEnding =
  /** Nothing is left to do. */
  | { readonly kind: 'finished' }
  | { readonly kind: 'paused'; readonly reason: PauseReason; readonly apiCode: number | null }
  | { readonly kind: 'stopped' };

/** One stretch of work on a job, from its start or going on to its end or pause. */
export interface JobRun {
  /** Works until nothing is left or somebody ends it; what is in flight is awaited. */
  work(): Promise<RunEnding>;
  /** Sends nothing more. The first cause stays, except that stopping overrides pausing. */
  end(ending: RunEnding): void;
  /** Ends at once without awaiting anything; from now on nothing touches the journal. */
  abandon(): void;
}

export interface RunSurroundings {
  readonly journal: Journal;
  readonly client: LocalApiClient;
  readonly clock: Clock;
  readonly pacer: Pacer;
  /** 0 to 1, for the back-off. */
  readonly random: () => number;
  readonly readOpen: () => Promise<Result<OpenProfiles>>;
  readonly readProfile: (id: ProfileId) => Promise<Result<FreshProfile | null>>;
  /** Requests that may be under way at the same time, 1 to 3; asked before each. */
  readonly getWritesInFlight: () => number;
  /** Told after the journal and the job in memory have the changes. */
  readonly onChanged: (verdicts: readonly Verdict[]) => void;
  readonly log: JobLog;
}

const mostEqualFailures = 10;
const mostMissedAnswers = 3;
const missedAnswerHoldMs = 500;
const tooFastPauseMs = 600_000;
/** A request that was given up may still be on its way through the other program for this long. */
const settleGraceMs = 5_000;

/** Prepares a run of `job`, which must be one that is not running. */
export function createJobRun(job: LiveJob, definition: OperationDefinition, around: RunSurroundings): JobRun {
  const { journal, client, clock, pacer, log } = around;
  const queue = createWorkQueue<RunItem>();
  const openList = createOpenList(around.readOpen, clock);
  const waiting = new AbortController();
  let ending: RunEnding | null = null;
  let isAbandoned = false;
  let batchSize = definition.batchSize;
  const missed = { reads: 0, writes: 0 };
  let failure = { kind: '', count: 0 };

  async function work(): Promise<RunEnding> {
    const inFlight = new Set<Promise<void>>();
    if (beginEpoch() && fillQueue() > 0) await confirmAccount();
    while (ending === null) {
      if (inFlight.size >= around.getWritesInFlight()) {
        await Promise.race(inFlight);
        continue;
      }
      const chunk = queue.take(batchSize, clock.monotonic());
      if (chunk !== null) {
        const task = chunk.purpose === 'send' ? send(chunk.items) : settle(chunk.items);
        const tracked: Promise<void> = task.finally(() => inFlight.delete(tracked));
        inFlight.add(tracked);
        continue;
      }
      const due = queue.nextDue();
      if (due === null && inFlight.size === 0) break;
      const untilDue = due === null ? [] : [clock.sleep(due - clock.monotonic(), waiting.signal)];
      await Promise.race([...inFlight, ...untilDue]);
    }
    await Promise.all(inFlight);
    waiting.abort();
    return ending ?? { kind: 'finished' };
  }

  function end(cause: RunEnding): void {
    if (ending === null || cause.kind === 'stopped') ending = cause;
    waiting.abort();
  }

  function abandon(): void {
    isAbandoned = true;
    pause('interrupted');
  }

  function pause(reason: PauseReason, apiCode: number | null = null): void {
    end({ kind: 'paused', reason, apiCode });
  }

  /** Turns what an earlier run left in flight into uncertain items. */
  function beginEpoch(): boolean {
    const begun = journal.beginEpoch(job.id, clock.now());
    if (!begun.ok) {
      pause('journal_failed');
      return false;
    }
    const tally = journal.countItems(job.id);
    job.counts = { ...tally.counts };
    job.notConfirmed = tally.notConfirmed;
    job.rate.reset();
    pacer.noteAccepted();
    return true;
  }

  function fillQueue(): number {
    const items = journal.loadOpenItems(job.id).map(
      (item): RunItem => ({
        ...item,
        unknownTries: 0,
        busyWaits: 0,
        wasUnconfirmed: false,
        isAlone: false,
      }),
    );
    const toSettle = items.filter((item) => item.state === 'uncertain');
    queue.put(toSettle, { purpose: 'settle', notBefore: clock.monotonic() + untilAttemptsAreDead() });
    queue.put(
      items.filter((item) => item.state === 'queued'),
      { purpose: 'send' },
    );
    return items.length;
  }

  /** Milliseconds until nothing that an earlier run sent can act any more. */
  function untilAttemptsAreDead(): number {
    const latest = definition.semantics === 'idempotent' ? null : journal.readLatestDeadline(job.id);
    if (latest === null) return 0;
    const untilDeadline = latest.deadlineMs - clock.now();
    // The wall clock may have been set back since.
    const longest = latest.deadlineMs - latest.intentMs;
    return Math.max(0, Math.min(untilDeadline, longest) + settleGraceMs);
  }

  /** Nothing is sent before the profiles are known to be those of the job. */
  async function confirmAccount(): Promise<void> {
    const sample = journal.readIdentitySample(job.id);
    while (ending === null && (await pacer.admit(waiting.signal))) {
      const same = await isSameAccount(sample, job.record.accountFingerprint, around.readProfile);
      if (same.ok && !same.value) return pause('other_account');
      if (same.ok) return;
      handleMissedRead(same.error, clock.monotonic());
    }
  }

  async function send(chunk: readonly RunItem[]): Promise<void> {
    if (!(await pacer.admit(waiting.signal))) return;
    const startedAt = clock.monotonic();
    const prepared = await prepareChunk(chunk, {
      definition,
      closeOpened: job.record.closeOpened,
      client,
      openList,
      readProfile: around.readProfile,
      clock,
      signal: waiting.signal,
    });
    if (isAbandoned) return;
    if (!prepared.ok) {
      putBack(chunk);
      return handleMissedRead(prepared.error, startedAt);
    }
    missed.reads = 0;
    if (ending !== null || !store(prepared.value.setApart)) return;
    const { items } = prepared.value;
    if (items.length === 0) return;

    const intendedAt = clock.monotonic();
    const deadlineMs = writeDeadlineMs(items.length);
    const seqs = items.map((item) => item.seq);
    const now = clock.now();
    const intent = journal.recordIntent(job.id, seqs, now, now + deadlineMs, prepared.value.lastOpen);
    if (!intent.ok) return pauseForJournal(intent.error);
    const running = items.map((item) => renew(item, prepared.value.lastOpen));
    follow(running.map(toRunning));
    const outcome = await definition.send(client, items, waiting.signal);
    if (isAbandoned) return;

    const untilDeadMs = intendedAt + deadlineMs + settleGraceMs - clock.monotonic();
    const sent = running.map((item): RunItem => ({ ...item, state: 'running' }));
    const judgement = judgeOutcome(definition, sent, outcome, { random: around.random, untilDeadMs });
    const apiCode = 'apiCode' in outcome ? outcome.apiCode : null;
    log({ event: 'request_settled', jobId: job.id, count: items.length, outcome: outcome.kind, apiCode });
    const changes = judgement.verdicts.map((verdict) => verdict.change);
    const stored = journal.recordOutcome(intent.value.attemptId, outcome, changes, clock.now());
    if (!stored.ok) return pauseForJournal(stored.error);
    if (!stored.value.isApplied) return;
    follow(judgement.verdicts);
    handleEffect(judgement.effect, startedAt);
  }

  /** Finds out by reading what a request with an unknown outcome did. */
  async function settle(items: readonly RunItem[]): Promise<void> {
    if (!(await pacer.admit(waiting.signal))) return;
    const startedAt = clock.monotonic();
    let openReading: Promise<Result<OpenProfiles>> | null = null;
    const reads = {
      client,
      readProfile: around.readProfile,
      readOpen: () => {
        openReading ??= around.readOpen();
        return openReading;
      },
    };
    const settlements = await Promise.all(items.map((item) => definition.settle(item, reads)));
    if (isAbandoned) return;
    const verdicts: Verdict[] = [];
    const unread: RunItem[] = [];
    let trouble: AppError | null = null;
    items.forEach((item, n) => {
      const settlement = settlements[n];
      if (settlement?.ok) verdicts.push(toSettled(item, settlement.value));
      else {
        trouble ??= settlement?.error ?? null;
        unread.push(item);
      }
    });
    if (!store(verdicts)) return;
    queue.put(unread, { purpose: 'settle' });
    if (trouble !== null) handleMissedRead(trouble, startedAt);
    else missed.reads = 0;
  }

  function putBack(items: readonly RunItem[]): void {
    for (const item of items) queue.put([item], { purpose: 'send', isAlone: item.isAlone });
  }

  /** Stores verdicts that no request of the operation led to. False when the journal failed. */
  function store(verdicts: readonly Verdict[]): boolean {
    if (verdicts.length === 0) return true;
    const changes = verdicts.map((verdict) => verdict.change);
    const stored = journal.changeItems(job.id, changes, clock.now());
    if (stored.ok) follow(verdicts);
    else pauseForJournal(stored.error);
    return stored.ok;
  }

  /** Takes over what the journal has stored: counts, queue, failures in a row. */
  function follow(verdicts: readonly Verdict[]): void {
    countVerdicts(job, verdicts, clock.monotonic());
    around.onChanged(verdicts);
    for (const { item, change, memory, next } of verdicts) {
      const { state, reason, attempts } = change;
      const after: RunItem = { ...item, ...memory, state, reason, attempts };
      if (next !== null)
        queue.put([after], {
          purpose: next.purpose,
          isAlone: after.isAlone,
          ...(next.afterMs > 0 ? { notBefore: clock.monotonic() + next.afterMs } : {}),
        });
      else noteEnd(change);
    }
  }

  function noteEnd({ state, reason, apiCode }: Verdict['change']): void {
    if (state === 'done') failure = { kind: '', count: 0 };
    if (state !== 'failed' && state !== 'uncertain') return;
    const kind = `${reason} ${apiCode}`;
    failure = { kind, count: failure.kind === kind ? failure.count + 1 : 1 };
    if (failure.count < mostEqualFailures || job.toleratedFailures.has(kind)) return;
    job.toleratedFailures.add(kind);
    pause('repeated_failure', apiCode);
  }

  function handleEffect(effect: QueueEffect, startedAt: number): void {
    if (effect.kind === 'slow_down') slowDown(startedAt, effect.retryAfterMs);
    else if (effect.kind === 'not_sent') noteMissedAnswer('writes', 'unreachable');
    else {
      missed.writes = 0;
      pacer.noteAccepted();
      if (effect.kind === 'halve') batchSize = Math.max(1, Math.floor(batchSize / 2));
      if (effect.kind === 'hold') pacer.hold(effect.ms);
      if (effect.kind === 'pause') pause(effect.reason, effect.apiCode);
    }
  }

  /** A reading that a request depends on failed: nothing was changed by it. */
  function handleMissedRead(error: AppError, startedAt: number): void {
    const retryClass = error.code === 'api_rejected' ? classifyCode(error.apiCode ?? 0) : null;
    if (retryClass?.kind === 'too_fast') slowDown(startedAt, null);
    else if (retryClass?.kind === 'stop') pause(retryClass.reason, error.apiCode ?? null);
    else noteMissedAnswer('reads', error.code === 'unexpected_response' ? 'other_program' : 'unreachable');
  }

  function noteMissedAnswer(access: keyof typeof missed, reason: PauseReason): void {
    missed[access] += 1;
    if (missed[access] >= mostMissedAnswers) pause(reason);
    else pacer.hold(missedAnswerHoldMs);
  }

  function slowDown(startedAt: number, retryAfterMs: number | null): void {
    pacer.slowDown(startedAt, retryAfterMs);
    if (pacer.refusedForMs() >= tooFastPauseMs) pause('too_fast', 1010);
  }

  function pauseForJournal(error: AppError): void {
    log({ event: 'journal_failed', jobId: job.id, detail: error.detail ?? '' });
    pause('journal_failed');
  }

  return { work, end, abandon };
}

function renew(item: RunItem, lastOpen: ReadonlyMap<number, number | null>): RunItem {
  const lastOpenSeconds = lastOpen.get(item.seq);
  return lastOpenSeconds === undefined ? item : { ...item, lastOpenSeconds };
}

function toRunning(item: RunItem): Verdict {
  const { seq, attempts } = item;
  return {
    item,
    change: { seq, state: 'running', reason: null, apiCode: null, attempts },
    memory: {},
    next: null,
  };
}

function toSettled(item: RunItem, settlement: Settlement): Verdict {
  switch (settlement.kind) {
    case 'done':
      return toFinal(item, 'done', null, null, 0);
    case 'send_again':
      return toQueued(item, 0, 0);
    case 'skip':
      return toFinal(item, 'skipped', settlement.reason, null, 0);
    case 'ask':
      return toFinal(item, 'uncertain', item.reason, null, 0);
  }
}
