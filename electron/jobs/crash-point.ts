/** Places between two of which a killed app leaves different traces; tests kill it there. */
export const crashPoints = [
  'before_intent',
  'inside_intent_tx',
  'after_intent',
  'after_connect',
  'after_send',
  'after_reply',
  'inside_outcome_tx',
  'after_outcome',
  'in_reconcile',
] as const;
export type CrashPoint = (typeof crashPoints)[number];
