import type { ItemState } from '../job.ts';
import type { OperationKind } from '../operation.ts';
import type { MessageKey } from './language.ts';

/** Everything that is said differently for each operation. Texts marked with `count` take a number. */
export interface OperationWords {
  /** What it does, as a short noun phrase: `Clear cache`. */
  readonly name: MessageKey;
  /** The button that starts it, with `count`: `Clear cache of 40 profiles`. */
  readonly start: MessageKey;
  /** The heading over the profiles that it was done to, with `count`: `Cleared 33`. */
  readonly done: MessageKey;
  /** The message when all went well, with `count`. */
  readonly allDone: MessageKey;
  /** The same outcome in a saved list. */
  readonly csvDone: MessageKey;
  /** What a row of the grid shows while and after it happens. */
  readonly row: Readonly<Record<'running' | 'done' | 'failed', MessageKey>>;
  /** The choice that has open profiles closed before. */
  readonly closeFirst: MessageKey;
  /** The same for profiles of a finished job, with `count`. */
  readonly closeAndRetry: MessageKey;
  /** How the check before the run counts profiles with nothing to change, with `count`. */
  readonly already: MessageKey;
  /** What to do when the reply did not name the profile. */
  readonly notConfirmedStep: MessageKey;
  /** What to do when nobody knows whether the request had its effect: it depends on what doing it twice means. */
  readonly uncertainStep: MessageKey;
}

const common = {
  already: 'operation.common.already',
  closeFirst: 'operation.common.closeFirst',
  closeAndRetry: 'operation.common.closeAndRetry',
  notConfirmedStep: 'operation.common.notConfirmedStep',
  uncertainStep: 'operation.common.uncertainStep',
} as const satisfies Partial<OperationWords>;

const clearing = {
  already: 'operation.common.already',
  done: 'operation.clearCache.done',
  csvDone: 'operation.clearCache.csvDone',
  row: {
    running: 'operation.clearCache.row.running',
    done: 'operation.clearCache.row.done',
    failed: 'operation.clearCache.row.failed',
  },
  closeFirst: 'operation.clearCache.closeFirst',
  closeAndRetry: 'operation.clearCache.closeAndRetry',
  notConfirmedStep: 'operation.clearCache.notConfirmedStep',
} as const satisfies Partial<OperationWords>;

/** The one table of words that depend on what a job does. */
export const operationWords: Readonly<Record<OperationKind, OperationWords>> = {
  clear_cache: {
    ...clearing,
    name: 'operation.clearCache.name',
    start: 'operation.clearCache.start',
    allDone: 'operation.clearCache.allDone',
    uncertainStep: 'operation.clearCache.uncertainStep',
  },
  clear_cache_and_cookies: {
    ...clearing,
    name: 'operation.clearCacheAndCookies.name',
    start: 'operation.clearCacheAndCookies.start',
    allDone: 'operation.clearCacheAndCookies.allDone',
    uncertainStep: 'operation.clearCacheAndCookies.uncertainStep',
  },
  move_to_group: {
    ...common,
    name: 'operation.moveToGroup.name',
    already: 'operation.moveToGroup.already',
    start: 'operation.moveToGroup.start',
    done: 'operation.moveToGroup.done',
    allDone: 'operation.moveToGroup.allDone',
    csvDone: 'operation.moveToGroup.csvDone',
    row: {
      running: 'operation.moveToGroup.row.running',
      done: 'operation.moveToGroup.row.done',
      failed: 'operation.moveToGroup.row.failed',
    },
  },
  set_proxy: {
    ...common,
    name: 'operation.setProxy.name',
    already: 'operation.setProxy.already',
    start: 'operation.setProxy.start',
    done: 'operation.setProxy.done',
    allDone: 'operation.setProxy.allDone',
    csvDone: 'operation.setProxy.csvDone',
    row: {
      running: 'operation.setProxy.row.running',
      done: 'operation.setProxy.row.done',
      failed: 'operation.setProxy.row.failed',
    },
  },
  copy: {
    ...common,
    name: 'operation.copy.name',
    start: 'operation.copy.start',
    done: 'operation.copy.done',
    allDone: 'operation.copy.allDone',
    csvDone: 'operation.copy.csvDone',
    row: {
      running: 'operation.copy.row.running',
      done: 'operation.copy.row.done',
      failed: 'operation.copy.row.failed',
    },
    uncertainStep: 'operation.copy.uncertainStep',
  },
  open: {
    ...common,
    name: 'operation.open.name',
    already: 'operation.open.already',
    start: 'operation.open.start',
    done: 'operation.open.done',
    allDone: 'operation.open.allDone',
    csvDone: 'operation.open.csvDone',
    row: {
      running: 'operation.open.row.running',
      done: 'operation.open.row.done',
      failed: 'operation.open.row.failed',
    },
    uncertainStep: 'operation.open.uncertainStep',
  },
  close: {
    ...common,
    name: 'operation.close.name',
    already: 'operation.close.already',
    start: 'operation.close.start',
    done: 'operation.close.done',
    allDone: 'operation.close.allDone',
    csvDone: 'operation.close.csvDone',
    row: {
      running: 'operation.close.row.running',
      done: 'operation.close.row.done',
      failed: 'operation.close.row.failed',
    },
  },
  reset_open_state: {
    ...common,
    name: 'operation.resetOpenState.name',
    start: 'operation.resetOpenState.start',
    done: 'operation.resetOpenState.done',
    allDone: 'operation.resetOpenState.allDone',
    csvDone: 'operation.resetOpenState.csvDone',
    row: {
      running: 'operation.resetOpenState.row.running',
      done: 'operation.resetOpenState.row.done',
      failed: 'operation.resetOpenState.row.failed',
    },
  },
  delete: {
    ...common,
    name: 'operation.delete.name',
    start: 'operation.delete.start',
    done: 'operation.delete.done',
    allDone: 'operation.delete.allDone',
    csvDone: 'operation.delete.csvDone',
    row: {
      running: 'operation.delete.row.running',
      done: 'operation.delete.row.done',
      failed: 'operation.delete.row.failed',
    },
    uncertainStep: 'operation.delete.uncertainStep',
  },
  restore_group: {
    ...common,
    name: 'operation.restoreGroup.name',
    start: 'operation.restoreGroup.start',
    done: 'operation.restoreGroup.done',
    allDone: 'operation.restoreGroup.allDone',
    csvDone: 'operation.restoreGroup.csvDone',
    already: 'operation.restoreGroup.already',
    row: {
      running: 'operation.restoreGroup.row.running',
      done: 'operation.restoreGroup.row.done',
      failed: 'operation.restoreGroup.row.failed',
    },
  },
  restore_proxy: {
    ...common,
    name: 'operation.restoreProxy.name',
    start: 'operation.restoreProxy.start',
    done: 'operation.restoreProxy.done',
    allDone: 'operation.restoreProxy.allDone',
    csvDone: 'operation.restoreProxy.csvDone',
    already: 'operation.restoreProxy.already',
    row: {
      running: 'operation.restoreProxy.row.running',
      done: 'operation.restoreProxy.row.done',
      failed: 'operation.restoreProxy.row.failed',
    },
  },
};

/** Outcomes whose heading is the same for every operation, with `count`. */
const plainCounts = {
  queued: 'jobs.count.queued',
  running: 'jobs.count.running',
  failed: 'jobs.count.failed',
  skipped: 'jobs.count.skipped',
  cancelled: 'jobs.count.cancelled',
  uncertain: 'jobs.count.uncertain',
} as const satisfies Record<Exclude<ItemState, 'done'>, MessageKey>;

/** The heading over the profiles of one outcome, with `count`. */
export function nameOutcome(kind: OperationKind, state: ItemState): MessageKey {
  return state === 'done' ? operationWords[kind].done : plainCounts[state];
}

const plainRows = {
  queued: 'profiles.state.job.queued',
  skipped: 'profiles.state.job.skipped',
  cancelled: 'profiles.state.job.cancelled',
  uncertain: 'profiles.state.job.uncertain',
} as const satisfies Record<Exclude<ItemState, keyof OperationWords['row']>, MessageKey>;

/** What the row of a profile shows of a job. */
export function nameRowState(kind: OperationKind, state: ItemState): MessageKey {
  return state === 'running' || state === 'done' || state === 'failed'
    ? operationWords[kind].row[state]
    : plainRows[state];
}

const plainCsv = {
  queued: 'jobs.csv.state.queued',
  running: 'jobs.csv.state.running',
  failed: 'jobs.csv.state.failed',
  skipped: 'jobs.csv.state.skipped',
  cancelled: 'jobs.csv.state.cancelled',
  uncertain: 'jobs.csv.state.uncertain',
} as const satisfies Record<Exclude<ItemState, 'done'>, MessageKey>;

/** The outcome of one profile in a saved list. */
export function nameCsvOutcome(kind: OperationKind, state: ItemState): MessageKey {
  return state === 'done' ? operationWords[kind].csvDone : plainCsv[state];
}
