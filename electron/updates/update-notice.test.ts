import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UpdateState } from '../../shared/update.ts';
import type { AnnouncementReading } from './read-announcement.ts';
import { openUpdateMemory } from './update-memory.ts';
import { createUpdateNotice } from './update-notice.ts';

const dayMs = 86_400_000;
const address = 'https://updates.example/latest.json';
const newer: AnnouncementReading = { ok: true, announcement: { version: '1.4.0', notes: 'Faster lists.' } };

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-panel-update-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A notice with everything around it in the test's hand. */
function start(
  initial: Partial<{ address: string | null; version: string; reading: AnnouncementReading }> = {},
) {
  const world = {
    address: address as string | null,
    version: '1.3.0',
    reading: newer,
    time: 1_000_000,
    ...initial,
  };
  const asked: string[] = [];
  const told: UpdateState[] = [];
  const notice = createUpdateNotice({
    currentVersion: world.version,
    getAddress: () => world.address,
    read: async (target) => {
      asked.push(target);
      return world.reading;
    },
    memory: openUpdateMemory(folder),
    now: () => world.time,
    onChange: (state) => told.push(state),
  });
  return { world, asked, told, notice };
}

test('while it is off nothing is asked, neither by itself nor on request', async () => {
  const { asked, notice } = start({ address: null });
  await notice.checkWhenDue();
  await expect(notice.check()).resolves.toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  expect(asked).toEqual([]);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('by itself it asks at most once a day, also after a restart', async () => {
  const first = start();
  await first.notice.checkWhenDue();
  await first.notice.checkWhenDue();
  expect(first.asked).toEqual([address]);

  const second = start();
  second.world.time = 1_000_000 + dayMs - 1;
  await second.notice.checkWhenDue();
  expect(second.asked).toEqual([]);
  second.world.time = 1_000_000 + dayMs;
  await second.notice.checkWhenDue();
  expect(second.asked).toEqual([address]);
});

test('a failed question counts as that of the day', async () => {
  const { asked, notice } = start({ reading: { ok: false, failure: 'unreachable' } });
  await notice.checkWhenDue();
  await notice.checkWhenDue();
  expect(asked).toHaveLength(1);
  expect(notice.getState()).toEqual({ checkedAt: 1_000_000, newer: null, failure: 'unreachable' });
});

test('on request it asks although it did today, and two requests at a time are one question', async () => {
  const { asked, notice } = start();
  await notice.checkWhenDue();
  await Promise.all([notice.check(), notice.check()]);
  expect(asked).toHaveLength(2);
});

test('a newer version is told with its notes and still known after a restart', async () => {
  const { told, notice } = start();
  const state: UpdateState = {
    checkedAt: 1_000_000,
    newer: { version: '1.4.0', notes: 'Faster lists.' },
    failure: null,
  };
  await expect(notice.check()).resolves.toEqual({ ok: true, value: state });
  expect(told).toEqual([state]);
  expect(start().notice.getState()).toEqual(state);
});

test('the running version is not told as newer, nor an older one', async () => {
  for (const version of ['1.4.0', '1.5.0']) {
    const { notice } = start({ version });
    await notice.check();
    expect(notice.getState().newer).toBeNull();
  }
});

test('a failure leaves the version that is known', async () => {
  const { world, notice } = start();
  await notice.check();
  world.reading = { ok: false, failure: 'timed_out' };
  await notice.check();
  expect(notice.getState()).toMatchObject({ newer: { version: '1.4.0' }, failure: 'timed_out' });
});

test('a clock that was set back does not silence it', async () => {
  const { world, asked, notice } = start();
  await notice.checkWhenDue();
  world.time = 500_000;
  await notice.checkWhenDue();
  expect(asked).toHaveLength(2);
});

test('an answer that comes after it was switched off is dropped', async () => {
  const { world, told, notice } = start();
  const checking = notice.check();
  world.address = null;
  await checking;
  expect(told).toEqual([]);
  expect(notice.getState().newer).toBeNull();
});

test('nothing is asked when the time of the question cannot be kept', async () => {
  const { asked, notice } = start();
  fs.rmSync(folder, { recursive: true });
  await expect(notice.check()).resolves.toMatchObject({ ok: false, error: { code: 'file_failed' } });
  expect(asked).toEqual([]);
});

test('a damaged memory is taken as none', async () => {
  fs.writeFileSync(path.join(folder, 'update.json'), '{"checkedAt":');
  const { asked, notice } = start();
  await notice.checkWhenDue();
  expect(asked).toHaveLength(1);
});
