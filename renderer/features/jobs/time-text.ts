import type { MessageKey } from '../../../shared/messages/language.ts';

/** A text with the values to fill in. */
export interface Wording {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * The time that is left, no more exact than it can be known: minutes are rounded up, and below ten seconds
 * no number is named at all.
 *
 * @param seconds at least 0
 */
export function describeTimeLeft(seconds: number): Wording {
  if (seconds < 10) return { key: 'jobs.timeLeft.moments', values: {} };
  if (seconds < 60) return { key: 'jobs.timeLeft.seconds', values: { count: Math.ceil(seconds / 10) * 10 } };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return { key: 'jobs.timeLeft.minutes', values: { count: minutes } };
  return { key: 'jobs.timeLeft.hours', values: { count: Math.floor(minutes / 60), minutes: minutes % 60 } };
}
