import type { OpenProfile, OpenProfiles, ProfileId } from '../../shared/profile.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';

/** The opened profiles by number, read again only when the last reading is too old. */
export interface OpenList {
  /** Not older than `maxAgeMs`, counted from the moment its reading began. Fails like the reading. */
  read(maxAgeMs: number): Promise<Result<ReadonlyMap<ProfileId, OpenProfile>>>;
}

/** Remembers successful readings of `readOpen`. */
export function createOpenList(readOpen: () => Promise<Result<OpenProfiles>>, clock: Clock): OpenList {
  let last: { readonly startedAt: number; readonly byId: ReadonlyMap<ProfileId, OpenProfile> } | null = null;
  return {
    async read(maxAgeMs) {
      const startedAt = clock.monotonic();
      if (last !== null && startedAt - last.startedAt < maxAgeMs) return succeed(last.byId);
      const open = await readOpen();
      if (!open.ok) return open;
      const byId = new Map(open.value.profiles.map((profile) => [profile.profileId, profile]));
      if (last === null || startedAt >= last.startedAt) last = { startedAt, byId };
      return succeed(byId);
    },
  };
}
