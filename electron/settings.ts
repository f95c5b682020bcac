import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type Result, succeed } from '../shared/result.ts';
import {
  defaultSettings,
  type Settings,
  type SettingsPatch,
  settings as settingsSchema,
} from '../shared/settings.ts';
import { failForFile } from './file-failure.ts';

/** `sha256` covers the JSON text of `data`: a file that was cut or edited by a fault is noticed. */
const storedFile = z.object({
  version: z.literal(1),
  data: z.record(z.string(), z.unknown()),
  sha256: z.string(),
});

export interface SettingsStore {
  get(): Settings;
  /**
   * Merges and writes the file. It is replaced in one step, so that a crash leaves the old one. Error:
   * `file_failed` when the disk is full or the folder cannot be written; the old settings then stay in force.
   */
  update(patch: SettingsPatch): Result<Settings>;
  /** Keys reset to their default at start, or all of them when the file could not be read. */
  readonly repaired: readonly string[];
}

/**
 * Opens `settings.json` in the folder. A damaged file is moved to `settings.corrupt-<time>.json` and the
 * previous one (`settings.json.bak`) is tried; one bad key costs that key only. Keys of newer versions are kept.
 */
export function openSettings(folder: string): SettingsStore {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'settings.json');
  const { data, isDamaged } = readStored(file);
  const repaired: string[] = isDamaged ? Object.keys(defaultSettings) : [];
  let current = defaultSettings;
  for (const key of Object.keys(settingsSchema.shape)) {
    if (!Object.hasOwn(data, key)) continue;
    const merged = settingsSchema.safeParse({ ...current, [key]: data[key] });
    if (merged.success) current = merged.data;
    else repaired.push(key);
  }
  const unknownKeys = Object.fromEntries(
    Object.entries(data).filter(([key]) => !Object.hasOwn(settingsSchema.shape, key)),
  );

  return {
    repaired,
    get: () => current,
    update(patch) {
      const changes = Object.entries(patch).filter(([, value]) => value !== undefined);
      const next = settingsSchema.parse({ ...current, ...Object.fromEntries(changes) });
      try {
        if (fs.existsSync(file)) fs.copyFileSync(file, `${file}.bak`);
        writeStored(file, { ...unknownKeys, ...next });
      } catch (error) {
        return failForFile('The settings could not be saved.', error);
      }
      current = next;
      return succeed(current);
    },
  };
}

function writeStored(file: string, data: Record<string, unknown>): void {
  const content = JSON.stringify({ version: 1, data, sha256: fingerprint(data) }, null, 2);
  writeFileAtomic.sync(file, `${content}\n`, { mode: 0o600 });
}

function readStored(file: string): { data: Record<string, unknown>; isDamaged: boolean } {
  if (!fs.existsSync(file)) return { data: {}, isDamaged: false };
  const stored = parseStored(file);
  if (stored) return { data: stored, isDamaged: false };
  fs.renameSync(file, file.replace(/\.json$/, `.corrupt-${Date.now()}.json`));
  const previous = parseStored(`${file}.bak`);
  return previous ? { data: previous, isDamaged: false } : { data: {}, isDamaged: true };
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

function fingerprint(data: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
