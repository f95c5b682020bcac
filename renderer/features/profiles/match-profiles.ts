import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';

/** What became of a pasted list of numbers and names. */
export interface ProfileMatch {
  /** Each once, in the order of the list. */
  readonly found: readonly ProfileId[];
  /** Words of the list that are neither a number nor a name of a profile, each once. */
  readonly missing: readonly string[];
  /** Names that several profiles have: somebody has to choose. */
  readonly ambiguous: readonly { readonly name: string; readonly profileIds: readonly ProfileId[] }[];
  /** Profiles that the list names more than once. */
  readonly repeated: readonly ProfileId[];
}

/** Looks profiles up by number and by name. */
export interface ProfileIndex {
  readonly ids: ReadonlySet<number>;
  /** By name in lower case. */
  readonly names: ReadonlyMap<string, readonly ProfileId[]>;
}

/** Built once for a list of profiles, and used for every change of the pasted text. */
export function indexProfiles(rows: readonly ProfileRow[]): ProfileIndex {
  const ids = new Set<number>();
  const names = new Map<string, ProfileId[]>();
  for (const { id, name } of rows) {
    ids.add(id);
    const key = toKey(name);
    if (key === '') continue;
    const known = names.get(key);
    if (known) known.push(id);
    else names.set(key, [id]);
  }
  return { ids, names };
}

const toKey = (name: string) => name.trim().toLowerCase();

/** Only numbers, apart by commas, semicolons, tabs or blanks. */
const onlyNumbers = /^[\d,;\t ，；、]+$/;

/**
 * Reads a list: a name a line, or numbers apart by line ends, commas, tabs or blanks. A line that begins with a
 * number of a profile and goes on with tabs is taken as a row of a table, of which the number counts alone.
 */
export function matchProfiles(text: string, { ids, names }: ProfileIndex): ProfileMatch {
  const found = new Set<ProfileId>();
  const repeated = new Set<ProfileId>();
  const missing = new Set<string>();
  const ambiguous = new Map<string, readonly ProfileId[]>();

  const lookUp = (word: string): readonly ProfileId[] => {
    const number = /^\d{1,15}$/.test(word) ? Number(word) : null;
    if (number !== null && ids.has(number)) return [number as ProfileId];
    return names.get(toKey(word)) ?? [];
  };
  const take = (word: string) => {
    const profileIds = lookUp(word);
    const [only] = profileIds;
    if (only === undefined) missing.add(word);
    else if (profileIds.length > 1) ambiguous.set(word, profileIds);
    else if (found.has(only)) repeated.add(only);
    else found.add(only);
  };
  const split = (line: string, separator: RegExp) =>
    line
      .split(separator)
      .map((word) => word.trim())
      .filter((word) => word !== '');

  for (const line of split(text, /\r\n|\r|\n/)) {
    if (onlyNumbers.test(line)) {
      for (const word of split(line, /[,;\t ，；、]+/)) take(word);
      continue;
    }
    const cells = split(line, /\t/);
    const [first = ''] = cells;
    if (cells.length > 1 && /^\d+$/.test(first) && lookUp(first).length === 1) {
      take(first);
    } else if (cells.length > 1) {
      for (const cell of cells) take(cell);
    } else if (lookUp(line).length > 0) {
      take(line);
    } else {
      for (const word of split(line, /[,;，；、]/)) take(word);
    }
  }
  return {
    found: [...found],
    missing: [...missing],
    ambiguous: Array.from(ambiguous, ([name, profileIds]) => ({ name, profileIds })),
    repeated: [...repeated],
  };
}
