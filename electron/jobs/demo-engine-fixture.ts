import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DemoFault } from '../../shared/demo-control.ts';
import type { JobId, JobItem, JobProgress, JobSnapshot, JobStartInput } from '../../shared/job.ts';
import type { ProfileId } from '../../shared/profile.ts';
import { systemClock } from '../clock.ts';
import { startTestDemo } from '../demo/demo-fixture.ts';
import type { DemoOptions } from '../demo/server.ts';
import { createLocalApiClient } from '../local-api/client.ts';
import { readOpenedProfiles } from '../local-api/opened-profiles.ts';
import type { KnownProfile } from '../local-api/profile-row.ts';
import { createProfileDirectory } from '../local-api/profiles.ts';
import { createSecretStore, type SecretStore } from '../secret-store.ts';
import { createJobEngine } from './engine.ts';
import { createJournal } from './journal.ts';
import { openJournalDatabase } from './journal-database.ts';

/** Waits short enough for a test; the order of events is that of the published ones. */
const timing = { writeDeadlineMs: () => 300, settleGraceMs: 20, secondLookMs: 30 };

/** The engine with its real client on the demo Local API. */
export async function createDemoEngine(options: DemoOptions = {}) {
  const demo = await startTestDemo(options);
  const folder = mkdtempSync(join(tmpdir(), 'job-engine-demo-'));
  const path = join(folder, 'journal.db');
  const client = createLocalApiClient({
    getAddress: () => ({ host: '127.0.0.1', port: demo.port }),
    limits: { writeMs: 300, writeMsPerId: 0 },
  });
  const profiles = createProfileDirectory({ client });
  const read = await profiles.readAgain();
  if (!read.ok) throw new Error(read.error.message);
  const ids: readonly ProfileId[] = Array.from(profiles.listKnown(), ({ row }) => row.id);
  const listeners = new Set<(progress: JobProgress) => void>();

  function open(secrets: SecretStore) {
    const opening = openJournalDatabase(path, Date.now());
    if (opening.kind !== 'opened') throw new Error(opening.kind);
    const journal = createJournal(opening.database);
    const engine = createJobEngine({
      journal,
      client,
      profiles,
      secrets,
      readOpen: () => readOpenedProfiles(client, systemClock, 'single_try'),
      clock: systemClock,
      getWritesInFlight: () => 1,
      onProgress: (progress) => {
        for (const listener of listeners) listener(progress);
      },
      log: () => {},
      appVersion: '0.0.0',
      timing,
    });
    return { engine, journal, secrets, database: opening.database };
  }

  const fixture = {
    ...open(createSecretStore()),
    demo,
    profiles,
    ids,
    folder,
    /** Ends the app as a crash does, which forgets all secrets, and starts it again. */
    restart() {
      void fixture.engine.shutdown('now');
      fixture.database.close();
      Object.assign(fixture, open(createSecretStore()));
    },
    /** Starts a job and waits until it rests. */
    async run(input: Partial<JobStartInput> & Pick<JobStartInput, 'operation'>): Promise<JobSnapshot> {
      const started = await fixture.engine.start({
        profileIds: [...ids],
        closeOpened: false,
        typedCount: null,
        ...input,
      });
      if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message}`);
      return fixture.untilRest(started.value.jobId);
    },
    /** Waits until a job is finished or paused. */
    async untilRest(id: JobId): Promise<JobSnapshot> {
      const isRested = (job: JobSnapshot) => job.state === 'finished' || job.state === 'paused';
      const rested = new Promise<void>((resolve) => {
        listeners.add(({ job }) => {
          if (job.id === id && isRested(job)) resolve();
        });
      });
      const now = fixture.snapshot(id);
      if (!isRested(now)) await rested;
      listeners.clear();
      return fixture.snapshot(id);
    },
    snapshot(id: JobId): JobSnapshot {
      const snapshot = fixture.engine.get(id);
      if (!snapshot.ok) throw new Error(snapshot.error.message);
      return snapshot.value;
    },
    items(id: JobId): readonly JobItem[] {
      return [...fixture.journal.iterateItems(id)];
    },
    /** Undoes a job and waits until that rests. */
    async undo(id: JobId): Promise<JobSnapshot> {
      const undone = await fixture.engine.undo(id);
      if (!undone.ok) throw new Error(`${undone.error.code}: ${undone.error.message}`);
      return fixture.untilRest(undone.value.jobId);
    },
    /** The profiles as the demo lists them now. */
    async list(): Promise<readonly KnownProfile[]> {
      const again = await profiles.readAgain();
      if (!again.ok) throw new Error(again.error.message);
      return [...profiles.listKnown()];
    },
    sent: async (action: string) => (await demo.control('requests.list', { action })).requests,
    break_: (action: string, fault: DemoFault, times = 1) =>
      demo.control('faults.add', { action, fault, times }),
  };
  onTestFinished(async () => {
    await fixture.engine.shutdown('now');
    if (fixture.database.isOpen) fixture.database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return fixture;
}
