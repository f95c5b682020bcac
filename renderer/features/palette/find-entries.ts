import type { ProfileRow } from '../../../shared/profile.ts';

const lowerNames = new WeakMap<ProfileRow, string>();

function toLowerName(row: ProfileRow): string {
  let name = lowerNames.get(row);
  if (name === undefined) {
    name = row.name.toLowerCase();
    lowerNames.set(row, name);
  }
  return name;
}

/**
 * Profiles by number or part of the name, at most so many: first the one with exactly this number, then numbers
 * that begin like it, then names that begin so, then names that hold it. An empty query finds none.
 */
export function findProfiles(rows: readonly ProfileRow[], query: string, most: number): ProfileRow[] {
  const needle = query.trim().toLowerCase().replace(/^#/, '');
  if (needle === '') return [];
  const isNumber = /^\d+$/.test(needle);
  const ranks: ProfileRow[][] = [[], [], [], []];
  for (const row of rows) {
    const rank = rankProfile(row, needle, isNumber);
    const rows = rank === null ? undefined : ranks[rank];
    if (rows && rows.length < most) rows.push(row);
  }
  return ranks.flat().slice(0, most);
}

function rankProfile(row: ProfileRow, needle: string, isNumber: boolean): number | null {
  if (isNumber) {
    const id = String(row.id);
    if (id === needle) return 0;
    if (id.startsWith(needle)) return 1;
  }
  const place = toLowerName(row).indexOf(needle);
  return place === -1 ? null : place === 0 ? 2 : 3;
}

/** Entries whose words all stand in their text, whatever the order. */
export function findCommands<T extends { readonly text: string }>(
  commands: readonly T[],
  query: string,
): readonly T[] {
  const words = query.trim().toLowerCase().split(/\s+/);
  return commands.filter(({ text }) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
}
