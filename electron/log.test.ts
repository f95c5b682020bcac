import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'log-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const today = () => path.join(folder, `panel-${new Date().toISOString().slice(0, 10)}.log`);

it('writes lines without what looks like a secret', () => {
  openLog(folder, 'info').info({ what: 'x', detail: 'https://supplier.example/get?key=canary' });
  expect(fs.readFileSync(today(), 'utf8')).toMatch(/"what":"x"/);
  expect(fs.readFileSync(today(), 'utf8')).not.toContain('canary');
});

it('loses a line that cannot be written, and never fails for it', () => {
  // A folder in place of the file fails every write, as a full disk does.
  fs.mkdirSync(today());
  expect(() => openLog(folder, 'info').error({ what: 'x' })).not.toThrow();
});

it('opens in a folder that cannot be made', () => {
  fs.writeFileSync(path.join(folder, 'file'), '');
  const log = openLog(path.join(folder, 'file', 'logs'), 'info');
  expect(() => log.info({ what: 'x' })).not.toThrow();
});
