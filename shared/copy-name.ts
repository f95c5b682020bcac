/** Longest name that is planned; longer ones are cut. No source states the limit of the API. */
export const longestProfileName = 100;

/** The values that stand for the placeholders. */
export interface CopyNameValues {
  /** Name of the profile that is copied. */
  readonly name: string;
  /** Number of the copy of this profile, from 1. */
  readonly n: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The name of a copy: `{name}`, `{n}` and `{date}` are filled in. Other text in braces stays as it is. Cut to `longestProfileName` characters. */
export function toCopyName(pattern: string, { name, n, date }: CopyNameValues): string {
  const values: Readonly<Record<string, string>> = { '{name}': name, '{n}': String(n), '{date}': date };
  const text = pattern.replaceAll(
    /\{(?:name|n|date)\}/g,
    (placeholder) => values[placeholder] ?? placeholder,
  );
  return Array.from(text.trim()).slice(0, longestProfileName).join('');
}

/** `name`, or `name (2)`, `name (3)`, …: the first that `isTaken` does not know. */
export function toFreeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const free = `${Array.from(name)
      .slice(0, longestProfileName - ending.length)
      .join('')}${ending}`;
    if (!isTaken(free)) return free;
  }
}
