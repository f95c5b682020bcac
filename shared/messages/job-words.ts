import type { ItemReason, JobState, PauseReason, UndoObstacle } from '../job.ts';
import type { MessageKey } from './language.ts';

/** What a job is doing at the moment, or how it ended. */
export const jobStateWords = {
  queued: 'jobs.state.queued',
  running: 'jobs.state.running',
  pausing: 'jobs.state.pausing',
  paused: 'jobs.state.paused',
  stopping: 'jobs.state.stopping',
  finished: 'jobs.state.finished',
} as const satisfies Record<JobState, MessageKey>;

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
  already: 'jobs.reason.already',
  changed_since: 'jobs.reason.changedSince',
  name_taken: 'jobs.reason.nameTaken',
  several_found: 'jobs.reason.severalFound',
} as const satisfies Record<ItemReason, MessageKey>;

/** What to do about it. Null where it depends on what the job does: see `operation-words.ts`. */
export const reasonSteps = {
  open_here: 'jobs.step.openHere',
  open_elsewhere: 'jobs.step.openElsewhere',
  not_closed: 'jobs.step.notClosed',
  not_found: 'jobs.step.notFound',
  other_profile: 'jobs.step.otherProfile',
  not_confirmed: null,
  rejected: 'jobs.step.rejected',
  busy: 'jobs.step.busy',
  not_sent: 'jobs.step.notSent',
  timed_out: null,
  connection_lost: null,
  unreadable_reply: null,
  stopped: 'jobs.step.stopped',
  already: 'jobs.step.already',
  changed_since: 'jobs.step.changedSince',
  name_taken: 'jobs.step.nameTaken',
  several_found: 'jobs.step.severalFound',
} as const satisfies Record<ItemReason, MessageKey | null>;

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
  suspended: 'jobs.pause.suspended',
  secret_missing: 'jobs.pause.secretMissing',
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
  suspended: 'jobs.pauseStep.suspended',
  secret_missing: 'jobs.pauseStep.secretMissing',
} as const satisfies Record<PauseReason, MessageKey | null>;

/** Why something cannot be undone, with `count`. */
export const undoObstacleWords = {
  state_unknown: 'jobs.undo.state_unknown',
  secret_unknown: 'jobs.undo.secret_unknown',
  changed_since: 'jobs.undo.changed_since',
  not_found: 'jobs.undo.not_found',
} as const satisfies Record<UndoObstacle, MessageKey>;
