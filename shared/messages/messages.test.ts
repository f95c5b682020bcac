import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { createTranslate } from './translate.ts';
import { zhCn } from './zh-cn.ts';

const root = path.join(import.meta.dirname, '..', '..');
const english: Readonly<Record<string, string>> = en;
const chinese: Readonly<Record<string, string | undefined>> = zhCn;

const toBase = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
/** Names of what is filled in; the form after the comma may differ between languages. */
const listPlaceholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).toSorted();

test('both languages fill in the same values', () => {
  const different = Object.keys(english)
    .filter((key) => !key.endsWith('_one'))
    .filter(
      (key) => String(listPlaceholders(english[key] ?? '')) !== String(listPlaceholders(chinese[key] ?? '')),
    );
  expect(different).toEqual([]);
});

test('Chinese has no key that English does not have, and no text is empty', () => {
  const bases = new Set(Object.keys(english).map(toBase));
  expect(Object.keys(chinese).filter((key) => !bases.has(toBase(key)))).toEqual([]);
  expect(
    [...Object.entries(english), ...Object.entries(chinese)].filter(([, text]) => !text?.trim()),
  ).toEqual([]);
});

test('every plural has both English forms', () => {
  const lonely = Object.keys(english).filter(
    (key) =>
      (key.endsWith('_one') && !(`${toBase(key)}_other` in english)) ||
      (key.endsWith('_other') && !(`${toBase(key)}_one` in english)),
  );
  expect(lonely).toEqual([]);
});

test('every key is used by the code', () => {
  const code = ['electron', 'renderer', 'shared'].flatMap(readCode).join('\n');
  const isNamed = (key: string) => code.includes(`'${key}'`);
  // A key that is put together, such as t(`jobs.csv.${column}`): what is filled in must be a word of the code.
  const templates = [...code.matchAll(/`([a-z][\w.]+\.)\$\{[^}]*\}([\w.]*)/gi)];
  const words = new Set(code.match(/[\w-]+/g));
  const isBuilt = (key: string) =>
    templates.some(([, start = '', end = '']) => {
      if (!key.startsWith(start) || !key.endsWith(end)) return false;
      const filledIn = key.slice(start.length, key.length - end.length).split('.');
      return filledIn.every((word) => words.has(word));
    });
  const unused = [...new Set(Object.keys(english).map(toBase))].filter(
    (key) => !isNamed(key) && !isBuilt(key),
  );
  expect(unused).toEqual([]);
});

test('numbers and plurals follow the language', () => {
  expect(createTranslate('en')('profiles.count.all', { count: 1 })).toBe('1 profile');
  expect(createTranslate('en')('profiles.count.all', { count: 12_345 })).toBe('12,345 profiles');
  expect(createTranslate('zh-CN')('profiles.count.all', { count: 1 })).toContain('1');
});

/** Source of a folder without the tables of texts themselves and without tests. */
function readCode(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|messages[\\/](en|zh-cn)\.ts$/.test(file))
    .map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8'));
}
