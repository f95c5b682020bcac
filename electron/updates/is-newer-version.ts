/**
 * Compares two versions by their three numbers. `current` may be a pre-release (`1.4.0-beta.1`), which is
 * older than its release; anything that is no version is never newer nor older.
 */
export function isNewerVersion(candidate: string, current: string): boolean {
  const next = parseVersion(candidate);
  const now = parseVersion(current);
  if (!next || !now) return false;
  for (const [index, number] of next.numbers.entries()) {
    const other = now.numbers[index] ?? 0;
    if (number !== other) return number > other;
  }
  return now.isPreRelease && !next.isPreRelease;
}

function parseVersion(text: string): { numbers: readonly number[]; isPreRelease: boolean } | null {
  const match = /^(\d+)\.(\d+)\.(\d+)(-[\w.-]+)?$/.exec(text);
  if (!match) return null;
  return { numbers: match.slice(1, 4).map(Number), isPreRelease: match[4] !== undefined };
}
