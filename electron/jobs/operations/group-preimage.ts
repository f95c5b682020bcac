import { z } from 'zod';

/** What is remembered of a profile before it moves to another group. */
export const groupPreimage = z.object({ groupId: z.int().positive() });

/** Where a profile goes back to, and where it must still be. */
export const groupTarget = z.object({ to: z.int().positive(), from: z.int().positive() });

/** Reads JSON of the journal; null when it is missing or is not what it should be. */
export function parseStored<T>(schema: z.ZodType<T>, text: string | null): T | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: the file may have been changed by others.
    return null;
  }
}
