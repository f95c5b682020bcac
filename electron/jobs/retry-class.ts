import type { PauseReason } from '../../shared/job.ts';

/** What a code of the Local API means for a job. */
export type RetryClass =
  /** The whole queue slows down; the item loses no attempt. */
  | { readonly kind: 'too_fast' }
  /** The profile is busy: later again. */
  | { readonly kind: 'busy' }
  /** One cause for everything: the job stops and the rest stays queued. */
  | { readonly kind: 'stop'; readonly reason: Extract<PauseReason, 'signed_out' | 'refused' | 'quota'> }
  | { readonly kind: 'not_found' }
  /** "System error" and "time-out": a write may have acted all the same. */
  | { readonly kind: 'ambiguous' }
  /** About the item alone, and sending it again changes nothing. */
  | { readonly kind: 'item' };

const classes: ReadonlyMap<number, RetryClass> = new Map<number, RetryClass>([
  [1010, { kind: 'too_fast' }],
  ...[1003, 1014, 1015, 1020, 2012, 111_003].map((code) => [code, { kind: 'busy' }] as const),
  [1002, { kind: 'stop', reason: 'signed_out' }],
  ...[1005, 1006, 1008, 111_001].map((code) => [code, { kind: 'stop', reason: 'refused' }] as const),
  ...[1017, 1018, 1019].map((code) => [code, { kind: 'stop', reason: 'quota' }] as const),
  [2007, { kind: 'not_found' }],
  ...[1004, 1011, 1016].map((code) => [code, { kind: 'ambiguous' }] as const),
]);

/** Sorts a non-zero code of the Local API; codes that nobody documents are about the item. */
export function classifyCode(apiCode: number): RetryClass {
  return classes.get(apiCode) ?? { kind: 'item' };
}
