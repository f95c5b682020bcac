import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const exists = (file: string) => fs.existsSync(path.join(root, file));

test('every file that the README names exists', () => {
  const inText = [...readme.matchAll(/`((?:electron|renderer|shared|e2e)\/[\w./-]+)`/g)].map(
    ([, file]) => file,
  );
  const linked = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file]) => file);
  const named = [...inText, ...linked].filter((file) => file !== undefined);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => !exists(file))).toEqual([]);
});

test('every file and folder of the tree in the README exists', () => {
  const tree = /```\n(electron\/[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  let folder = '';
  const named: string[] = [];
  for (const line of tree.split('\n').filter((text) => text !== '')) {
    const [names = ''] = line.trim().split(/\s{2,}/);
    if (!line.startsWith(' ')) folder = names;
    for (const name of names.split(' ')) named.push(line.startsWith(' ') ? folder + name : name);
  }
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !exists(file))).toEqual([]);
});

test('every script that the README names exists', () => {
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
