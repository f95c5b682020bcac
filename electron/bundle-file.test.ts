import path from 'node:path';
import { expect, test } from 'vitest';
import { toBundleFile } from './bundle-file.ts';

const folder = path.resolve('/bundle');

test('a file of the bundle is found with its content type', () => {
  expect(toBundleFile(folder, 'app://bundle/assets/main.js')).toEqual({
    path: path.join(folder, 'assets', 'main.js'),
    contentType: 'text/javascript; charset=utf-8',
  });
});

test('a query and a hash do not matter', () => {
  expect(toBundleFile(folder, 'app://bundle/index.html?x=1#/jobs')?.path).toBe(
    path.join(folder, 'index.html'),
  );
});

test.each([
  ['another host', 'app://other/index.html'],
  ['the folder itself', 'app://bundle/'],
  ['an encoded slash that leaves the folder', 'app://bundle/..%2f..%2fetc/passwd.html'],
  ['an encoded backslash', 'app://bundle/..%5c..%5csecret.html'],
  ['a null byte', 'app://bundle/index.html%00.js'],
  ['a doubled escape', 'app://bundle/%252e%252e/secret.html'],
  ['an ending that the app does not have', 'app://bundle/settings.json'],
  ['a file without an ending', 'app://bundle/etc/passwd'],
  ['a broken escape', 'app://bundle/%E0%A4%A.html'],
  ['something that is not a URL', 'index.html'],
])('%s is not served', (_what, url) => {
  expect(toBundleFile(folder, url)).toBeNull();
});

test('a path that starts with two slashes stays inside the folder', () => {
  expect(toBundleFile(folder, 'app://bundle//etc/index.html')?.path).toBe(
    path.join(folder, 'etc', 'index.html'),
  );
});
