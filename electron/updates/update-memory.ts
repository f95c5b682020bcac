import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { updateAnnouncement } from '../../shared/update.ts';

const storedMemory = z.object({ checkedAt: z.number(), newest: updateAnnouncement.nullable() });

/** When the address was last asked (epoch milliseconds), and the newest version it ever told. */
type RememberedUpdate = z.infer<typeof storedMemory>;

/** Keeps between starts of the app what was asked and answered. */
export interface UpdateMemory {
  /** Null when nothing is remembered, or not readably. */
  read(): RememberedUpdate | null;
  /** False when it could not be written: without memory nothing may be asked, or it could be at every start. */
  write(remembered: RememberedUpdate): boolean;
}

/** A memory in `update.json` in the folder. */
export function openUpdateMemory(folder: string): UpdateMemory {
  const file = path.join(folder, 'update.json');
  return {
    read() {
      try {
        const parsed = storedMemory.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
        return parsed.success ? parsed.data : null;
      } catch {
        // Missing at first, or damaged: asking once more does no harm.
        return null;
      }
    },
    write(remembered) {
      try {
        writeFileAtomic.sync(file, JSON.stringify(remembered), { mode: 0o600 });
        return true;
      } catch {
        // A full disk or a folder without write access; the caller then asks nothing.
        return false;
      }
    },
  };
}
