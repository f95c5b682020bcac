import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../shared/settings.ts';
import { openSettings } from './settings.ts';

let folder: string;
const file = () => path.join(folder, 'settings.json');

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'settings-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

test('without a file the defaults hold and nothing counts as repaired', () => {
  const settings = openSettings(folder);
  expect(settings.get()).toEqual(defaultSettings);
  expect(settings.repaired).toEqual([]);
});

test('a change is there after opening the folder again, in a file that only its owner can read', () => {
  openSettings(folder).update({ language: 'zh-CN', address: { host: '127.0.0.1', port: 1234 } });
  expect(openSettings(folder).get()).toEqual({
    ...defaultSettings,
    language: 'zh-CN',
    address: { host: '127.0.0.1', port: 1234 },
  });
  expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
});

test.each([
  ['cut in half', (text: string) => text.slice(0, text.length / 2)],
  ['with one changed character', (text: string) => text.replace('zh-CN', 'en-US')],
  ['empty', () => ''],
  ['not JSON', () => 'settings'],
])('a file that is %s is moved away and the previous one is used', (_what, damage) => {
  const settings = openSettings(folder);
  settings.update({ language: 'zh-CN' });
  settings.update({ language: 'zh-CN', writesInFlight: 3 });
  fs.writeFileSync(file(), damage(fs.readFileSync(file(), 'utf8')));
  const reopened = openSettings(folder);
  expect(reopened.get()).toEqual({ ...defaultSettings, language: 'zh-CN' });
  expect(fs.readdirSync(folder).some((name) => name.startsWith('settings.corrupt-'))).toBe(true);
});

test('without a previous file the defaults hold and every key is reported', () => {
  fs.writeFileSync(file(), '{');
  const settings = openSettings(folder);
  expect(settings.get()).toEqual(defaultSettings);
  expect(settings.repaired).toEqual(Object.keys(defaultSettings));
});

test('one bad value costs that key only, and keys of a newer version are kept', () => {
  openSettings(folder).update({ colorScheme: 'dark', writesInFlight: 2 });
  rewriteData((data) => ({ ...data, writesInFlight: 9, tabs: ['new'] }));
  const settings = openSettings(folder);
  expect(settings.get()).toEqual({ ...defaultSettings, colorScheme: 'dark' });
  expect(settings.repaired).toEqual(['writesInFlight']);
  settings.update({ language: 'en' });
  expect(JSON.parse(fs.readFileSync(file(), 'utf8')).data.tabs).toEqual(['new']);
});

test('a folder that cannot be written gives an error and leaves the old settings in force', () => {
  const settings = openSettings(folder);
  fs.mkdirSync(file());
  const result = settings.update({ language: 'en' });
  expect(result).toMatchObject({ ok: false, error: { code: 'file_failed' } });
  expect(settings.get()).toEqual(defaultSettings);
});

/** Writes other data with a checksum that is right for it. */
function rewriteData(change: (data: Record<string, unknown>) => Record<string, unknown>): void {
  const data = change(JSON.parse(fs.readFileSync(file(), 'utf8')).data);
  const sha256 = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  fs.writeFileSync(file(), JSON.stringify({ version: 1, data, sha256 }));
}

test('what was read from the copy is there at the next start, too, when nothing was changed', () => {
  openSettings(folder).update({ language: 'zh-CN' });
  openSettings(folder).update({ colorScheme: 'dark' });
  fs.writeFileSync(file(), '{"version":1,');
  expect(openSettings(folder).get().language).toBe('zh-CN');
  expect(openSettings(folder).get().language).toBe('zh-CN');
});
