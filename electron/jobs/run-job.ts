import type { PauseReason } from '../../shared/job.ts';
import type { OpenProfiles, ProfileId } from '../../shared/profile.ts';
import { type AppError, fail, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { ApiOutcome, ListReader, LocalApiClient } from '../local-api/outcome.ts';
import { inRequestContext } from '../local-api/request-context.ts';
import type { CrashPoint } from './crash-point.ts';
import { isSameAccount } from './identity.ts';
import type { JobLog } from './job-log.ts';
import type { Journal } from './journal.ts';
import { countVerdicts, type LiveJob } from './live-job.ts';
import { createOpenList } from './open-list.ts';
import type { FreshProfile, JobTiming, OperationDefinition, Settlement, StateReads } from './operation.ts';
import type { Pacer } from './pacer.ts';
import { prepareChunk } from './prepare-chunk.ts';
import { findByName } from './read-profile.ts';
import { watchSetbacks } from './setbacks.ts';
import {
  judgeOutcome,
  type RunItem,
  toDone,
  toFinal,
  toQueued,
  toUnconfirmed,
  type Verdict,
} from './settle.ts';
import { createTurns } from './turns.ts';
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
  readonly client: LocalApiClient & ListReader;
  readonly clock: Clock;
  readonly pacer: Pacer;
  readonly readOpen: () => Promise<Result<OpenProfiles>>;
  readonly readProfile: (id: ProfileId) => Promise<Result<FreshProfile | null>>;
  /** Requests that may be under way at the same time, 1 to 3; asked before each. */
  readonly getWritesInFlight: () => number;
  /** Told after the journal and the job in memory have the changes. */
  readonly onChanged: (verdicts: readonly Verdict[]) => void;
  readonly log: JobLog;
  readonly timing: JobTiming;
  /** See `JobRunnerOptions`. */
  readonly passPoint: (point: CrashPoint) => void;
}

/** Milliseconds in which a request that has its turn leaves this computer. */
const sendLeadMs = 2;

const notSent: ApiOutcome<never> = {
  kind: 'not_sent',
  reason: 'cancelled',
  detail: 'The run ended before its turn.',
};

/** Prepares a run of `job`, which must be one that is not running. */
export function createJobRun(job: LiveJob, definition: OperationDefinition, around: RunSurroundings): JobRun {
  const { journal, client, clock, pacer, log, timing, passPoint } = around;
  const queue = createWorkQueue<RunItem>(definition.batchKey ?? null);
  const waiting = new AbortController();
  const readOpen = () => giveUpOn(waiting.signal, around.readOpen());
  const readProfile = (id: ProfileId) => giveUpOn(waiting.signal, around.readProfile(id));
  const openList = createOpenList(readOpen, clock);
  const reads: StateReads = {
    client,
    readOpen,
    readProfile,
    findByName: (name) => giveUpOn(waiting.signal, findByName(client, name)),
  };
  const setbacks = watchSetbacks(pacer, job.toleratedFailures, pause);
  let ending: RunEnding | null = null;
  let isAbandoned = false;
  let batchSize = definition.batchSize;
  /**
   * One request more than may be sent is planned and journaled while the others are in flight, so that the disk
   * does not hold them up. Only where a request that was journaled and never sent does no harm, and where nothing
   * is looked at before it that could change while it waits.
   */
  const isAhead =
    definition.semantics === 'idempotent' && batchSize === 1 && definition.checkOpenState === null;
  const turns = createTurns(around.getWritesInFlight);

  async function work(): Promise<RunEnding> {
    const inFlight = new Set<Promise<void>>();
    const block = definition.findBlock?.() ?? null;
    if (block !== null) pause(block);
    else if (beginEpoch() && fillQueue() > 0) await confirmAccount();
    while (ending === null) {
      if (inFlight.size >= around.getWritesInFlight() + (isAhead ? 1 : 0)) {
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
      const untilDue =
        due === null ? [] : [clock.sleep(Math.max(0, due - clock.monotonic()), waiting.signal)];
      await Promise.race([...inFlight, ...untilDue]);
    }
    await Promise.all(inFlight);
    waiting.abort();
    const { queued, running } = job.counts;
    const isDone = queue.nextDue() === null && queued + running === 0;
    return isDone || ending === null ? { kind: 'finished' } : ending;
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
        looks: 0,
        // What a whole batch left uncertain is repeated one by one, so that each gets its own answer.
        isAlone: item.state === 'uncertain',
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
    return Math.max(0, Math.min(untilDeadline, longest) + timing.settleGraceMs);
  }

  /** Nothing is sent before the profiles are known to be those of the job. */
  async function confirmAccount(): Promise<void> {
    const sample = journal.readIdentitySample(job.id);
    while (ending === null && (await pacer.admit(waiting.signal))) {
      const same = await isSameAccount(sample, job.record.accountFingerprint, readProfile);
      if (same.ok && !same.value) return pause('other_account');
      if (same.ok) return;
      setbacks.noteMissedRead(same.error, clock.monotonic());
    }
  }

  async function send(chunk: readonly RunItem[]): Promise<void> {
    if (!isAhead && !(await pacer.admit(waiting.signal))) return putBack(chunk);
    const startedAt = clock.monotonic();
    const prepared = await prepareChunk(chunk, {
      definition,
      closeOpened: job.record.closeOpened,
      client,
      openList,
      reads,
      clock,
      signal: waiting.signal,
    });
    if (isAbandoned) return;
    if (!prepared.ok) {
      putBack(chunk);
      return setbacks.noteMissedRead(prepared.error, startedAt);
    }
    setbacks.noteRead();
    if (ending !== null) return putBack(chunk);
    if (!store(prepared.value.setApart)) return;
    const { items } = prepared.value;
    if (items.length === 0) return;

    const intendedAt = clock.monotonic();
    const deadlineMs = timing.writeDeadlineMs(items.length);
    const seqs = items.map((item) => item.seq);
    const now = clock.now();
    passPoint('before_intent');
    const intent = journal.recordIntent(job.id, seqs, now, now + deadlineMs, prepared.value.lastOpen);
    if (!intent.ok) return pauseForJournal(intent.error);
    passPoint('after_intent');
    const running = items.map((item) => renew(item, prepared.value.lastOpen));
    follow(running.map(toRunning));
    await turns.take();
    const isAdmitted = !isAhead || (await pacer.admit(waiting.signal));
    const outcome =
      isAdmitted && (ending === null || !isAhead)
        ? await inRequestContext({ attempt: 1 + Math.max(...items.map((item) => item.attempts)) }, () =>
            definition.send(client, items, waiting.signal),
          )
        : notSent;
    const isNextSent = turns.end();
    if (isAbandoned) return;
    passPoint('after_reply');
    // Writing to the disk holds everything up, the request that has just got its turn among it.
    if (isNextSent) await clock.sleep(sendLeadMs);
    if (isAbandoned) return;

    const untilDeadMs = intendedAt + deadlineMs + timing.settleGraceMs - clock.monotonic();
    const sent = running.map((item): RunItem => ({ ...item, state: 'running' }));
    const judgement = judgeOutcome(definition, sent, outcome, { random: clock.random, untilDeadMs });
    const apiCode = 'apiCode' in outcome ? outcome.apiCode : null;
    log({ event: 'request_settled', jobId: job.id, count: items.length, outcome: outcome.kind, apiCode });
    const changes = judgement.verdicts.map((verdict) => verdict.change);
    const stored = journal.recordOutcome(intent.value.attemptId, outcome, changes, clock.now());
    if (!stored.ok) return pauseForJournal(stored.error);
    passPoint('after_outcome');
    if (!stored.value.isApplied) return;
    follow(judgement.verdicts);
    if (judgement.effect.kind === 'halve') batchSize = Math.max(1, Math.floor(batchSize / 2));
    setbacks.noteRequest(judgement.effect, startedAt);
  }

  /** Finds out by reading what a request with an unknown outcome did. */
  async function settle(items: readonly RunItem[]): Promise<void> {
    if (!(await pacer.admit(waiting.signal))) return queue.put(items, { purpose: 'settle' });
    const startedAt = clock.monotonic();
    let openReading: Promise<Result<OpenProfiles>> | null = null;
    const sharedReads: StateReads = {
      ...reads,
      readOpen: () => {
        openReading ??= readOpen();
        return openReading;
      },
    };
    const settlements = await Promise.all(
      items.map((item) => definition.settle(item, sharedReads, item.looks)),
    );
    if (isAbandoned) return;
    passPoint('in_reconcile');
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
    if (trouble !== null) setbacks.noteMissedRead(trouble, startedAt);
    else setbacks.noteRead();
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
      else setbacks.noteEnd(change);
    }
  }

  function pauseForJournal(error: AppError): void {
    log({ event: 'journal_failed', jobId: job.id, detail: error.detail ?? '' });
    pause('journal_failed');
  }

  return { work: () => inRequestContext({ jobId: job.id }, work), end, abandon };
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
      return toDone(item, settlement.resultId, 0);
    case 'send_again':
      return item.reason === 'not_confirmed' ? toUnconfirmed(item, 0) : toQueued(item, 0, 0);
    case 'look_again': {
      const verdict = toFinal(item, 'uncertain', item.reason, null, 0);
      const next = { purpose: 'settle', afterMs: settlement.afterMs } as const;
      return { ...verdict, memory: { looks: item.looks + 1 }, next };
    }
    case 'skip':
      return toFinal(item, 'skipped', settlement.reason, null, 0);
    case 'ask':
      return toFinal(item, 'uncertain', settlement.reason ?? item.reason, null, 0);
  }
}

/** A read may be repeated with pauses before it gives up; nobody waits for it once the run ends. */
function giveUpOn<T>(signal: AbortSignal, read: Promise<Result<T>>): Promise<Result<T>> {
  const givenUp = fail('api_unreachable', 'The run ended before the reading.');
  if (signal.aborted) return Promise.resolve(givenUp);
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(givenUp);
    signal.addEventListener('abort', giveUp, { once: true });
    read.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
