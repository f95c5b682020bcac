import type { JobFilter } from '../../../shared/job.ts';
import type { OperationKind } from '../../../shared/operation.ts';

/** The states that a job can be looked for by, together with what it left over. */
export const historyStates = ['queued', 'running', 'paused', 'finished'] as const;
export const historyOutcomes = ['failed', 'skipped', 'cancelled', 'uncertain'] as const;

/** The filter of the history as it is set in the window. */
export interface HistoryView {
  readonly text: string;
  readonly kinds: readonly OperationKind[];
  readonly states: readonly (typeof historyStates)[number][];
  readonly having: readonly (typeof historyOutcomes)[number][];
  /** `YYYY-MM-DD` in local time, or empty. */
  readonly from: string;
  readonly to: string;
}

export const emptyHistoryView: HistoryView = {
  text: '',
  kinds: [],
  states: [],
  having: [],
  from: '',
  to: '',
};

/** Tells whether the view hides any job. */
export function hasHistoryFilter(view: HistoryView): boolean {
  return JSON.stringify(toJobFilter(view)) !== JSON.stringify(toJobFilter(emptyHistoryView));
}

/** The filter as the main process takes it: both days are meant whole, in local time. */
export function toJobFilter({ text, kinds, states, having, from, to }: HistoryView): JobFilter {
  const start = toLocalMidnight(from, 0);
  const end = toLocalMidnight(to, 1);
  return {
    text: text.trim(),
    kinds: kinds.length > 0 ? [...kinds] : null,
    states: states.length > 0 ? [...states] : null,
    having: having.length > 0 ? [...having] : null,
    from: start,
    to: end === null ? null : end - 1,
  };
}

/** Midnight at the beginning of a day, or of one `later` days on; null when the text is no day. */
function toLocalMidnight(day: string, later: number): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year || !month || !date) return null;
  // Not by adding 24 hours: a day may have 23 or 25.
  return new Date(Number(year), Number(month) - 1, Number(date) + later).getTime();
}
