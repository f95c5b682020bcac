import type { Language } from '../shared/messages/languages.ts';
import { useMessages } from './messages.tsx';

/** Numbers and times in the form of a language. Times are epoch milliseconds, shown in local time. */
export interface Formats {
  /** `1,240` */
  number(value: number): string;
  /** `125%`, of a part of one. */
  percent(part: number): string;
  /** `14:02` */
  time(at: number): string;
  /** `14:02:37` */
  clock(at: number): string;
  /** `21 Nov 2026, 14:02` */
  dateTime(at: number): string;
  /** `now` and `3 days ago`, as seen from `now`; from 30 days on the date tells more: `21 Nov 2025`. */
  relative(at: number, now: number): string;
  /** `1 hr 5 min` or `12 sec`: the two largest units of a length of time in milliseconds, at least 0. */
  duration(ms: number): string;
  /** `1,240 ms`, where every one counts. */
  milliseconds(ms: number): string;
  /** `Germany` for `DE`, the two letters of ISO 3166. */
  country(code: string): string;
}

/** From this distance in milliseconds on a time is told as a date. */
const farAway = 30 * 86_400_000;

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** The Chinese texts set a space between a number and a word; the system's formats do not. */
function spaced(text: string): string {
  return text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ');
}

/** Makes the formats of a language. */
export function createFormats(language: Language): Formats {
  // The English of the texts is not American in its dates: day before month, 24 hours.
  const locale = language === 'en' ? 'en-GB' : language;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // In the English of the texts it is 2 hr and not 2 hrs.
  const toUnit = (unit: string) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
    return (value: number) => spaced(format.format(value));
  };
  const hours = toUnit('hour');
  const minutes = toUnit('minute');
  const seconds = toUnit('second');
  const milliseconds = toUnit('millisecond');
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  return {
    number: (value) => number.format(value),
    percent: (part) => percent.format(part),
    time: (at) => time.format(at),
    clock: (at) => clock.format(at),
    dateTime: (at) => dateTime.format(at),
    relative: (at, now) => {
      const distance = at - now;
      if (Math.abs(distance) >= farAway) return date.format(at);
      for (const [unit, size] of steps) {
        if (Math.abs(distance) >= size) return spaced(relative.format(Math.trunc(distance / size), unit));
      }
      return relative.format(0, 'second');
    },
    duration: (ms) => {
      const total = Math.round(ms / 1_000);
      const parts = [
        { value: Math.floor(total / 3_600), unit: hours },
        { value: Math.floor(total / 60) % 60, unit: minutes },
        { value: total % 60, unit: seconds },
      ];
      const first = parts.findIndex(({ value }) => value > 0);
      if (first === -1) return seconds(0);
      return parts
        .slice(first, first + 2)
        .filter(({ value }) => value > 0)
        .map(({ value, unit }) => unit(value))
        .join(' ');
    },
    milliseconds,
    country: (code) => countries.of(code) ?? code,
  };
}

const made = new Map<Language, Formats>();

/** The formats of the language in force. They are made once a language: every cell asks for them. */
export function useFormats(): Formats {
  const { language } = useMessages();
  const formats = made.get(language) ?? createFormats(language);
  made.set(language, formats);
  return formats;
}
