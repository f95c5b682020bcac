import type { ItemReason, JobSnapshot, PauseReason } from '../shared/job.ts';
import { pauseSteps, pauseWords, reasonSteps, reasonWords } from '../shared/messages/job-words.ts';
import type { Language } from '../shared/messages/languages.ts';
import { operationWords } from '../shared/messages/operation-words.ts';
import { describeApiCode, type Translate } from '../shared/messages/translate.ts';
import type { OperationKind } from '../shared/operation.ts';
import { describeOperation } from './describe-operation.ts';
import { type CountedJob, listCountParts } from './job-counts.ts';

/** A cause in words: what happened, what to do next, and the code for support. */
export interface CauseText {
  readonly title: string;
  readonly step: string;
  readonly code: string;
}

/** Why profiles were not done. A code of the Local API that has an explanation is explained by it. */
export function describeCause(
  t: Translate,
  language: Language,
  cause: {
    readonly reason: ItemReason | null;
    readonly apiCode: number | null;
    readonly kind: OperationKind;
  },
): CauseText {
  const { reason, apiCode, kind } = cause;
  const hint = apiCode === null ? null : describeApiCode(language, apiCode);
  const names = [reason, apiCode].filter((name) => name !== null);
  return {
    title: t(reason ? reasonWords[reason] : 'jobs.reason.none'),
    step: (reason === 'rejected' && hint) || t(chooseStep(reason, kind)),
    code: t('jobs.code', { code: names.join(' · ') || 'unknown' }),
  };
}

function chooseStep(reason: ItemReason | null, kind: OperationKind) {
  if (reason === null) return 'jobs.step.rejected';
  if (reason === 'not_confirmed') return operationWords[kind].notConfirmedStep;
  return reasonSteps[reason] ?? operationWords[kind].uncertainStep;
}

/** Pauses whose cause only the code tells. */
const codeExplains: ReadonlySet<PauseReason> = new Set(['refused', 'quota', 'repeated_failure']);

/** Why a job waits. The code is null for a pause that the user asked for. */
export function describePause(
  t: Translate,
  language: Language,
  pause: { readonly reason: PauseReason; readonly apiCode: number | null },
): Omit<CauseText, 'code'> & { readonly code: string | null } {
  const { reason, apiCode } = pause;
  const hint = apiCode === null ? null : describeApiCode(language, apiCode);
  const step = pauseSteps[reason];
  const sentences = [codeExplains.has(reason) ? hint : null, step && t(step)].filter((text) => text !== null);
  const names = [reason, apiCode].filter((name) => name !== null);
  return {
    title: t(pauseWords[reason]),
    step: sentences.join(' '),
    code: reason === 'user' ? null : t('jobs.code', { code: names.join(' · ') }),
  };
}

/** Why a finished job did not get to all of its profiles; null when it did, or when the user stopped it. */
export function describeEarlyEnd(
  t: Translate,
  language: Language,
  job: Pick<JobSnapshot, 'pauseReason' | 'apiCode'>,
): CauseText | null {
  const { pauseReason, apiCode } = job;
  if (pauseReason === null || pauseReason === 'user') return null;
  const hint = apiCode === null ? null : describeApiCode(language, apiCode);
  const names = [pauseReason, apiCode].filter((name) => name !== null);
  return {
    title: t('jobs.result.endedEarly', { cause: t(pauseWords[pauseReason]) }),
    step: hint ?? '',
    code: t('jobs.code', { code: names.join(' · ') }),
  };
}

/** What a job does and to how many profiles, for example `Clear cache · 40 profiles`. */
export function describeSubject(t: Translate, job: Pick<JobSnapshot, 'operation' | 'total'>): string {
  return t('jobs.subject', { operation: describeOperation(t, job.operation), count: job.total });
}

/** The outcomes in one line, for example `Cleared 33 · Not confirmed 1 · Skipped 6`. */
export function describeCounts(t: Translate, job: CountedJob): string {
  return listCountParts(job)
    .map(({ key, count }) => t(key, { count }))
    .join(' · ');
}
