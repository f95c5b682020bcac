import { expect, test } from 'vitest';
import { listJsonRows } from './json-tree-rows.ts';

const reply = { error: { code: 0 }, data: { total: 1, data: [{ id: 1, tags: ['a'] }] } };

test('opens the parts of a reply and leaves the rows of its list closed', () => {
  expect(
    listJsonRows(reply, new Set()).map(({ id, depth, isOpen, shown }) => [id, depth, isOpen, shown]),
  ).toEqual([
    ['', 0, true, ''],
    ['/error', 1, true, ''],
    ['/error/code', 2, false, '0'],
    ['/data', 1, true, ''],
    ['/data/total', 2, false, '1'],
    ['/data/data', 2, true, ''],
    ['/data/data/0', 3, false, 'id: 1'],
  ]);
});

test('what the user opened or closed is the other way round', () => {
  const ids = listJsonRows(reply, new Set(['/error', '/data/data/0'])).map(({ id }) => id);
  expect(ids).toContain('/data/data/0/id');
  expect(ids).not.toContain('/error/code');
});

test('a thousand objects in a list are a thousand closed rows, and a deep value does not overflow', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => ({ id: index }));
  expect(listJsonRows(many, new Set())).toHaveLength(1_001);
  const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  expect(listJsonRows(deep, new Set())).toHaveLength(4);
});

test('keys may hold the separator, and an empty object has nothing to open', () => {
  expect(listJsonRows({ 'a/b': {}, a: { b: 1 } }, new Set()).map(({ id }) => id)).toEqual([
    '',
    '/a~1b',
    '/a',
    '/a/b',
  ]);
  expect(listJsonRows({}, new Set())[0]).toMatchObject({ size: 0, isOpen: false });
});
