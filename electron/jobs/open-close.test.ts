import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenOptions } from '../../shared/operation.ts';
import { type OpenProfile, profileId } from '../../shared/profile.ts';
import { secretRef } from '../../shared/proxy-target.ts';
import { succeed } from '../../shared/result.ts';
import { createDemoEngine } from './demo-engine-fixture.ts';
import type { PlannedProfile, StateReads } from './operation.ts';
import { closeProfiles } from './operations/close.ts';

const none = { queued: 0, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, uncertain: 0 };
const ref = secretRef.parse('0f0e7a52-6d0c-4a57-9d34-5f8f5f1f1f1f');
const plain: OpenOptions = {
  fingerprint: 'own',
  switches: [],
  loadInfoPage: null,
  loadExtensions: null,
  backUpCookies: null,
  cookies: null,
};

/** Opens the first profile of the demo with options. */
async function openOne(f: Awaited<ReturnType<typeof createDemoEngine>>, options: Partial<OpenOptions>) {
  const operation = { kind: 'open', options: { ...plain, ...options } } as const;
  return f.run({ operation, profileIds: f.ids.slice(0, 1) });
}

test('an opening sends the options that were chosen and leaves the others to ixBrowser', async () => {
  const f = await createDemoEngine();
  const { openProfileIds } = await f.demo.control('state.get', {});
  await f.demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
  const switches = ['--mute-audio'];
  const job = await openOne(f, { switches, loadExtensions: false, backUpCookies: true });
  expect(job.counts).toEqual({ ...none, done: 1 });
  expect((await f.sent('profile-open')).map(({ body }) => body)).toEqual([
    { profile_id: f.ids[0], args: switches, load_extensions: false, cookies_backup: true },
  ]);
  await f.run({ operation: { kind: 'close' }, profileIds: f.ids.slice(0, 1) });
  await openOne(f, { fingerprint: 'random', switches, loadInfoPage: true });
  expect((await f.sent('profile-open-with-random-fingerprint')).map(({ body }) => body)).toEqual([
    { profile_id: f.ids[0], args: switches, load_profile_info_page: true },
  ]);
});

test('cookies to begin with are sent and never written; without them the job waits for them', async () => {
  const f = await createDemoEngine();
  const { openProfileIds } = await f.demo.control('state.get', {});
  await f.demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
  const text = '[{"domain":".shop.example","name":"sid","value":"canary-cookie"}]';
  const waiting = await openOne(f, { cookies: ref });
  expect(waiting).toMatchObject({ state: 'paused', pauseReason: 'secret_missing' });
  expect(await f.sent('profile-open')).toEqual([]);
  f.secrets.keep(ref, { kind: 'cookies', text });
  f.engine.resume(waiting.id);
  expect((await f.untilRest(waiting.id)).counts).toEqual({ ...none, done: 1 });
  expect((await f.sent('profile-open')).map(({ body }) => body)).toEqual([
    { profile_id: f.ids[0], cookie: text },
  ]);
  const written = readdirSync(f.folder).map((file) => readFileSync(join(f.folder, file), 'latin1'));
  expect(written.join('')).not.toContain('canary-cookie');
});

test('“Process not found” is not believed while the profile is still listed as open here', async () => {
  const f = await createDemoEngine();
  const profileIds = f.ids.slice(0, 1);
  await f.demo.control('profiles.touch', {
    changes: [
      { kind: 'close', profileIds: [...profileIds] },
      { kind: 'open', profileIds: [...profileIds], throughApi: true },
    ],
  });
  await f.break_('profile-close-in-batches', { kind: 'error', code: 1009 });
  const job = await f.run({ operation: { kind: 'close' }, profileIds });
  expect(job.counts).toEqual({ ...none, done: 1 });
  expect(await f.sent('profile-close-in-batches')).toHaveLength(2);
});

test.each([
  ['is not listed any more', [], { kind: 'done' }],
  ['was opened by hand', [false], { kind: 'skip', reason: 'open_elsewhere' }],
  ['may be closed', [true], { kind: 'send_again' }],
])(
  'after an unclear reply to closing, a profile that %s is settled by reading',
  async (_case, open, settled) => {
    const id = profileId.parse(501);
    const profiles = open.map(
      (canClose): OpenProfile => ({ profileId: id, canClose, openedBy: null, openedAt: null }),
    );
    const reads = { readOpen: async () => succeed({ profiles, asOf: 0 }) } as unknown as StateReads;
    const item = { profileId: id } as unknown as PlannedProfile;
    expect(await closeProfiles().settle(item, reads, 0)).toEqual({ ok: true, value: settled });
  },
);
