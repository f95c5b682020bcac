import { createHash } from 'node:crypto';
import fs from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** `sha256` covers the JSON text of `data`: a file that was cut or edited by a fault is noticed. */
const storedFile = z.object({
  version: z.literal(1),
  data: z.record(z.string(), z.unknown()),
  sha256: z.string(),
});

/**
 * Keeps the present file as `<file>.bak` and replaces it in one step, so that a crash leaves one of both. Throws
 * what the system says when the disk is full or the folder cannot be written.
 */
export function writeCheckedFile(file: string, data: Readonly<Record<string, unknown>>): void {
  if (fs.existsSync(file)) fs.copyFileSync(file, `${file}.bak`);
  const content = JSON.stringify({ version: 1, data, sha256: fingerprint(data) }, null, 2);
  writeFileAtomic.sync(file, `${content}\n`, { mode: 0o600 });
}

/**
 * Reads what `writeCheckedFile` wrote; no data when there is no file yet. A damaged one is moved to
 * `<name>.corrupt-<time>.json`, and the one before it takes its place; `isDamaged` when that fails too.
 */
export function readCheckedFile(file: string): { data: Record<string, unknown>; isDamaged: boolean } {
  if (!fs.existsSync(file)) return { data: {}, isDamaged: false };
  const stored = parseStored(file);
  if (stored) return { data: stored, isDamaged: false };
  fs.renameSync(file, file.replace(/\.json$/, `.corrupt-${Date.now()}.json`));
  const previous = parseStored(`${file}.bak`);
  if (previous === null) return { data: {}, isDamaged: true };
  try {
    // The next start must find it, too, also when nothing is changed until then.
    fs.copyFileSync(`${file}.bak`, file);
  } catch {
    // A full disk: it is read all the same, and written with the next change.
  }
  return { data: previous, isDamaged: false };
}

function parseStored(file: string): Record<string, unknown> | null {
  try {
    const stored = storedFile.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
    return stored.success && fingerprint(stored.data.data) === stored.data.sha256 ? stored.data.data : null;
  } catch {
    // Unreadable or not JSON: the caller moves the file away and tells the user.
    return null;
  }
}

function fingerprint(data: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
