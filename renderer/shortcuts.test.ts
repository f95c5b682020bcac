import { expect, test } from 'vitest';
import { findPageShortcut, findWindowShortcut, pageShortcuts, windowShortcuts } from './shortcuts.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test('a chord is told by its key and by Ctrl or Command', () => {
  expect(findWindowShortcut(press('k', { ctrlKey: true }))).toBe('palette');
  expect(findWindowShortcut(press('K', { metaKey: true }))).toBe('palette');
  expect(findWindowShortcut(press('k'))).toBeNull();
  expect(findWindowShortcut(press('k', { ctrlKey: true, altKey: true }))).toBeNull();
  expect(findWindowShortcut(press('?'))).toBe('list');
  expect(findWindowShortcut(press('/', { ctrlKey: true }))).toBeNull();
  expect(findWindowShortcut(press('=', { ctrlKey: true }))).toBe('zoomIn');
});

test('a letter after g names a page', () => {
  expect(findPageShortcut('g', press('j'))).toBe('jobs');
  expect(findPageShortcut('h', press('j'))).toBeNull();
  expect(findPageShortcut('g', press('j', { ctrlKey: true }))).toBeNull();
});

test('no two shortcuts share their keys', () => {
  const all = [...Object.values(windowShortcuts), ...Object.values(pageShortcuts)].map(({ keys }) =>
    String(keys),
  );
  expect(new Set(all).size).toBe(all.length);
});
