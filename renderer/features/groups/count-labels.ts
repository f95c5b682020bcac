import type { Label, LabelKind } from '../../../shared/label.ts';
import type { ProfileRow } from '../../../shared/profile.ts';

/** Counts the profiles of each group, by its number, or of each tag, by its name: rows do not tell a tag's number. */
export function countProfiles(
  kind: Exclude<LabelKind, 'proxy_tag'>,
  labels: readonly Label[],
  rows: readonly ProfileRow[],
): ReadonlyMap<number, number> {
  const counts = new Map<number | string, number>();
  const add = (key: number | string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const row of rows) {
    if (kind === 'group') add(row.groupId);
    else for (const tag of new Set(row.tags)) add(tag);
  }
  return new Map(labels.map(({ id, title }) => [id, counts.get(kind === 'group' ? id : title) ?? 0]));
}
