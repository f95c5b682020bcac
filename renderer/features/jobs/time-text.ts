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

/**
 * A length of time in the form of the language, such as `1 hr 5 min` or `12 sec`: the two largest units.
 *
 * @param milliseconds at least 0
 */
export function formatDuration(milliseconds: number, language: string): string {
  const seconds = Math.round(milliseconds / 1_000);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 3_600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  if (first === -1) return formatUnit(0, 'second', language);
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => formatUnit(value, unit, language))
    .join(' ');
}

function formatUnit(value: number, unit: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
