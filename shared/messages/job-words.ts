import type { ItemReason, ItemState, JobState, OperationKind, PauseReason } from '../job.ts';
import type { MessageKey } from './language.ts';

/** What a job does, as a short noun phrase. */
export const operationWords = {
  clear_cache: 'jobs.operation.clearCache',
  clear_cache_and_cookies: 'jobs.operation.clearCacheAndCookies',
} as const satisfies Record<OperationKind, MessageKey>;

/** What a job is doing at the moment, or how it ended. */
export const jobStateWords = {
  queued: 'jobs.state.queued',
  running: 'jobs.state.running',
  pausing: 'jobs.state.pausing',
  paused: 'jobs.state.paused',
  stopping: 'jobs.state.stopping',
  finished: 'jobs.state.finished',
} as const satisfies Record<JobState, MessageKey>;

/** The heading over the profiles of one outcome, with `count`. */
export const itemStateWords = {
  queued: 'jobs.count.queued',
  running: 'jobs.count.running',
  done: 'jobs.count.done',
  failed: 'jobs.count.failed',
  skipped: 'jobs.count.skipped',
  cancelled: 'jobs.count.cancelled',
  uncertain: 'jobs.count.uncertain',
} as const satisfies Record<ItemState, MessageKey>;

/** What happened to a profile, and why. */
export const reasonWords = {
  open_here: 'jobs.reason.openHere',
  open_elsewhere: 'jobs.reason.openElsewhere',
  not_closed: 'jobs.reason.notClosed',
  not_found: 'jobs.reason.notFound',
  other_profile: 'jobs.reason.otherProfile',
  not_confirmed: 'jobs.reason.notConfirmed',
  rejected: 'jobs.reason.rejected',
  busy: 'jobs.reason.busy',
  not_sent: 'jobs.reason.notSent',
  timed_out: 'jobs.reason.timedOut',
  connection_lost: 'jobs.reason.connectionLost',
  unreadable_reply: 'jobs.reason.unreadableReply',
  stopped: 'jobs.reason.stopped',
} as const satisfies Record<ItemReason, MessageKey>;

/** What to do about it. A refusal is explained by its code instead; an uncertain outcome by `uncertainSteps`. */
export const reasonSteps = {
  open_here: 'jobs.step.openHere',
  open_elsewhere: 'jobs.step.openElsewhere',
  not_closed: 'jobs.step.notClosed',
  not_found: 'jobs.step.notFound',
  other_profile: 'jobs.step.otherProfile',
  not_confirmed: 'jobs.step.notConfirmed',
  rejected: 'jobs.step.rejected',
  busy: 'jobs.step.busy',
  not_sent: 'jobs.step.notSent',
  timed_out: null,
  connection_lost: null,
  unreadable_reply: null,
  stopped: 'jobs.step.stopped',
} as const satisfies Record<ItemReason, MessageKey | null>;

/** What to do when nobody knows whether the request had its effect: it depends on what doing it twice means. */
export const uncertainSteps = {
  clear_cache: 'jobs.step.uncertainCache',
  clear_cache_and_cookies: 'jobs.step.uncertainCookies',
} as const satisfies Record<OperationKind, MessageKey>;

/** Why a job waits or ended early. */
export const pauseWords = {
  user: 'jobs.pause.user',
  interrupted: 'jobs.pause.interrupted',
  unreachable: 'jobs.pause.unreachable',
  other_program: 'jobs.pause.otherProgram',
  signed_out: 'jobs.pause.signedOut',
  other_account: 'jobs.pause.otherAccount',
  refused: 'jobs.pause.refused',
  quota: 'jobs.pause.quota',
  too_fast: 'jobs.pause.tooFast',
  repeated_failure: 'jobs.pause.repeatedFailure',
  distrusted_reply: 'jobs.pause.distrustedReply',
  journal_failed: 'jobs.pause.journalFailed',
} as const satisfies Record<PauseReason, MessageKey>;

/** What lets the job go on. Null where pressing the button is all there is to do. */
export const pauseSteps = {
  user: null,
  interrupted: 'jobs.pauseStep.interrupted',
  unreachable: 'jobs.pauseStep.unreachable',
  other_program: 'jobs.pauseStep.otherProgram',
  signed_out: 'jobs.pauseStep.signedOut',
  other_account: 'jobs.pauseStep.otherAccount',
  refused: 'jobs.pauseStep.refused',
  quota: 'jobs.pauseStep.quota',
  too_fast: 'jobs.pauseStep.tooFast',
  repeated_failure: 'jobs.pauseStep.repeatedFailure',
  distrusted_reply: 'jobs.pauseStep.distrustedReply',
  journal_failed: 'jobs.pauseStep.journalFailed',
} as const satisfies Record<PauseReason, MessageKey | null>;

/** The outcome of one profile in a saved list. */
export const itemOutcomeWords = {
  queued: 'jobs.csv.state.queued',
  running: 'jobs.csv.state.running',
  done: 'jobs.csv.state.done',
  failed: 'jobs.csv.state.failed',
  skipped: 'jobs.csv.state.skipped',
  cancelled: 'jobs.csv.state.cancelled',
  uncertain: 'jobs.csv.state.uncertain',
} as const satisfies Record<ItemState, MessageKey>;
