import { type JobCheck, type SetApartProfile, typedConfirmationFrom } from '../../shared/job.ts';
import type { OperationKind } from '../../shared/operation.ts';

/** What the check before the run found, sorted for the dialog. */
export interface RunPlan {
  /** Profiles that the job will change with the present choices. */
  readonly targetCount: number;
  readonly readyCount: number;
  /** Open on this computer through the API: it can close them. */
  readonly closable: readonly SetApartProfile[];
  /** Open elsewhere, by the account that opened them where it is known; the most profiles first. */
  readonly openElsewhere: readonly OpenElsewhere[];
  /** There is nothing to change about them. */
  readonly already: readonly SetApartProfile[];
  readonly notFound: readonly SetApartProfile[];
  /** The number must be typed before the run. */
  readonly needsTypedCount: boolean;
}

/** Profiles that one account has open, or that nobody is named for. */
export interface OpenElsewhere {
  readonly openedBy: string | null;
  readonly profiles: readonly SetApartProfile[];
}

/** Sorts the check's answer and counts what will be changed. */
export function planRun(check: JobCheck, kind: OperationKind, isClosing: boolean): RunPlan {
  const closable = check.setApart.filter((profile) => profile.reason === 'open_here');
  const targetCount = check.ready.length + (isClosing ? closable.length : 0);
  return {
    targetCount,
    readyCount: check.ready.length,
    closable,
    openElsewhere: groupByAccount(check.setApart.filter((profile) => profile.reason === 'open_elsewhere')),
    already: check.setApart.filter((profile) => profile.reason === 'already'),
    notFound: check.setApart.filter((profile) => profile.reason === 'not_found'),
    needsTypedCount: needsTypedCount(kind, targetCount),
  };
}

/** Cookies of many profiles are not cleared by one click, and not even one profile is deleted by one. */
export function needsTypedCount(kind: OperationKind, targetCount: number): boolean {
  if (kind === 'delete') return targetCount > 0;
  return kind === 'clear_cache_and_cookies' && targetCount >= typedConfirmationFrom;
}

/**
 * Reads the number that was typed for confirmation. Grouping as in `1,240` is accepted; anything but the
 * exact number gives null.
 */
export function readTypedCount(text: string, expected: number): number | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s,.'’]/g, '');
  return /^\d+$/.test(digits) && Number(digits) === expected ? expected : null;
}

function groupByAccount(profiles: readonly SetApartProfile[]): readonly OpenElsewhere[] {
  return [...Map.groupBy(profiles, (profile) => profile.openedBy)]
    .map(([openedBy, group]) => ({ openedBy, profiles: group }))
    .sort((a, b) => b.profiles.length - a.profiles.length);
}
