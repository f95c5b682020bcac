import fs from 'node:fs';
import path from 'node:path';
import { type Result, succeed } from '../shared/result.ts';
import {
  defaultSettings,
  type Settings,
  type SettingsPatch,
  settings as settingsSchema,
} from '../shared/settings.ts';
import { readCheckedFile, writeCheckedFile } from './checked-file.ts';
import { failForFile } from './file-failure.ts';

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
  const { data, isDamaged } = readCheckedFile(file);
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
        writeCheckedFile(file, { ...unknownKeys, ...next });
      } catch (error) {
        return failForFile('The settings could not be saved.', error);
      }
      current = next;
      return succeed(current);
    },
  };
}
