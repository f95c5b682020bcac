import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ServiceClear, ServiceTarget } from '../../shared/service-cache.ts';
import { openServiceHistory } from './service-history.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'service-history-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'service-cache.json');

function call(n: number, target: ServiceTarget, message = 'Cache cleared'): ServiceClear {
  const reply = {
    ...{ status: 'success', message, clearedItems: [], clearedItemCount: 0 },
    ...{ entriesCleared: 0, timestamp: null },
  };
  return {
    ...{ id: `id-${n}`, at: n, durationMs: 3, address: '127.0.0.1:37737', target },
    outcome: { kind: 'answered', reply },
  };
}

const named = (name: string): ServiceTarget => ({ kind: 'service', name });

it('keeps calls newest first and names last used first, over a restart', () => {
  const history = openServiceHistory(folder);
  history.add(call(1, named('a')));
  history.add(call(2, named('b')));
  history.add(call(3, { kind: 'all' }));
  history.add(call(4, named('a')));
  const again = openServiceHistory(folder);
  expect(again.list().map(({ id }) => id)).toEqual(['id-4', 'id-3', 'id-2', 'id-1']);
  expect(again.listNames()).toEqual(['a', 'b']);
});

it('keeps at most 200 calls and 50 names', () => {
  const history = openServiceHistory(folder);
  for (let n = 0; n < 210; n += 1) history.add(call(n, named(`service ${n}`)));
  expect(history.list()).toHaveLength(200);
  expect(history.list()[0]?.id).toBe('id-209');
  expect(history.listNames()).toHaveLength(50);
});

it('writes no secret that the service repeats', () => {
  const history = openServiceHistory(folder);
  history.add(call(1, named('a'), 'Connected to redis://admin:hunter2@cache:6379, token=abcdef123'));
  expect(fs.readFileSync(file(), 'utf8')).not.toMatch(/hunter2|abcdef123/);
});

it('forgets calls and names', () => {
  const history = openServiceHistory(folder);
  history.add(call(1, named('a')));
  expect(history.clear().ok).toBe(true);
  expect(openServiceHistory(folder)).toMatchObject({});
  expect(openServiceHistory(folder).list()).toEqual([]);
  expect(openServiceHistory(folder).listNames()).toEqual([]);
});

it('puts a damaged file aside and drops only what does not fit', () => {
  fs.writeFileSync(file(), '{"version":1,');
  expect(openServiceHistory(folder, () => 7).list()).toEqual([]);
  expect(fs.existsSync(path.join(folder, 'service-cache.corrupt-7.json'))).toBe(true);
  const good = call(1, named('a'));
  fs.writeFileSync(file(), JSON.stringify({ version: 1, names: ['a', 5], entries: [{ id: 1 }, good] }));
  const history = openServiceHistory(folder);
  expect(history.list()).toEqual([good]);
  expect(history.listNames()).toEqual(['a']);
});

it('tells when the folder cannot be written, and keeps what it had', () => {
  const history = openServiceHistory(path.join(folder, 'file', 'inner'));
  fs.writeFileSync(path.join(folder, 'file'), '');
  expect(history.add(call(1, named('a')))).toMatchObject({ ok: false, error: { code: 'file_failed' } });
  expect(history.list()).toEqual([]);
});
