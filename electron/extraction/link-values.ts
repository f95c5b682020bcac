import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { drawRandom8, type PlaceholderValues } from '../../shared/extraction/link-template.ts';
import type { ProfileRow } from '../../shared/profile.ts';

/** What the placeholders of a link stand for in one profile, as an item of a job remembers it. */
export const linkValues = z.object({
  profileId: z.int().positive(),
  name: z.string(),
  group: z.string(),
  random8: z.string(),
}) satisfies z.ZodType<PlaceholderValues>;

/** Eight random characters that nobody can foresee. */
export function drawRandomText(): string {
  return drawRandom8(() => randomInt(2 ** 32) / 2 ** 32);
}

/** The values of a profile, fixed when a job is planned, so that a repeated request carries the same link. */
export function toLinkValues({ id, name, groupName }: ProfileRow): PlaceholderValues {
  return { profileId: id, name, group: groupName, random8: drawRandomText() };
}
