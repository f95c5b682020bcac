import diagnostics from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { systemClock } from '../../electron/clock.ts';
import type { CrashPoint } from '../../electron/jobs/crash-point.ts';
import { createJobEngine, type JobEngine } from '../../electron/jobs/engine.ts';
import { createJournal } from '../../electron/jobs/journal.ts';
import { openJournalDatabase } from '../../electron/jobs/journal-database.ts';
import type { DefineOperation } from '../../electron/jobs/operation.ts';
import { defineOperation } from '../../electron/jobs/operations/registry.ts';
import { createLocalApiClient } from '../../electron/local-api/client.ts';
import { readOpenedProfiles } from '../../electron/local-api/opened-profiles.ts';
import { createProfileDirectory } from '../../electron/local-api/profiles.ts';
import { createSecretStore } from '../../electron/secret-store.ts';
import type { JobSnapshot } from '../../shared/job.ts';
import type { StartableOperation } from '../../shared/operation.ts';
import { profileId } from '../../shared/profile.ts';
import { succeed } from '../../shared/result.ts';
import type { KillOrder, KillReport } from './kill-order.ts';

/**
 * The job engine with its journal and its client, composed as in the app and without a window, in a process made
 * to be killed. It waits for an order, takes up what an earlier process left, and works until all is finished.
 */

const writeMs = 400;

// Once for all: a process that is killed later leaves no cache for the next one.
flushCompileCache();
process.once('message', (order: KillOrder) => void run(order));

async function run(order: KillOrder): Promise<void> {
  const opening = openJournalDatabase(path.join(order.folder, 'journal.db'), Date.now(), 5_000);
  if (opening.kind !== 'opened') throw new Error(`The journal is ${opening.kind}.`);
  if (opening.putAside !== null) throw new Error('The journal is damaged.');
  const passPoint = createCrash(order.crash);
  const journal = createJournal(opening.database, passPoint);
  const client = createLocalApiClient({
    getAddress: () => ({ host: '127.0.0.1', port: order.port }),
    limits: { readMs: 5_000, writeMs, writeMsPerId: 0 },
  });
  const profiles = createProfileDirectory({ client });
  const changed = { tell: () => {} };
  const engine = createJobEngine({
    journal,
    client,
    profiles,
    secrets: createSecretStore(),
    readOpen: () => readOpenedProfiles(client, systemClock, 'single_try'),
    clock: systemClock,
    getWritesInFlight: () => 1,
    onProgress: () => changed.tell(),
    log: () => {},
    appVersion: '0.0.0',
    timing: { writeDeadlineMs: () => writeMs, settleGraceMs: 100, secondLookMs: 100 },
    passPoint,
    ...(order.isBlind ? { defineOperation: defineBlindly } : {}),
  });

  for (const job of engine.list()) if (job.state === 'paused') engine.resume(job.id);
  await startMissing(engine, profiles, order);
  for (;;) {
    const jobs = engine.list();
    const isRested = jobs.every((job) => job.state === 'finished');
    if (isRested && !decideAboutRest(engine, jobs)) break;
    await new Promise<void>((resolve) => {
      changed.tell = resolve;
    });
    for (const job of engine.list())
      if (job.state === 'paused' && job.pauseReason !== 'unreachable') engine.resume(job.id);
  }
  await engine.shutdown('safely');
  journal.close();
  const report: KillReport = { kind: 'finished' };
  process.send?.(report, () => process.exit(0));
}

/** The jobs of the round that were not planned before an earlier process died. */
async function startMissing(
  engine: JobEngine,
  profiles: ReturnType<typeof createProfileDirectory>,
  { profileIds, round }: KillOrder,
): Promise<void> {
  const group = { groupId: 1, groupName: 'Default' };
  const wanted: readonly StartableOperation[] = [
    { kind: 'copy', copies: 4, namePattern: `${round} {name} {n}`, ...group, site: null },
    { kind: 'clear_cache_and_cookies' },
    { kind: 'clear_cache' },
    { kind: 'set_proxy', proxy: { kind: 'direct' } },
  ];
  const planned = new Set(engine.list().map((job) => job.operation.kind));
  const missing = wanted.filter((operation) => !planned.has(operation.kind));
  if (missing.length === 0) return;
  const read = await profiles.readAgain();
  if (!read.ok) throw new Error(read.error.message);
  for (const operation of missing) {
    const started = await engine.start({
      operation,
      profileIds: profileIds.map((id) => profileId.parse(id)),
      closeOpened: false,
      typedCount: profileIds.length,
    });
    if (!started.ok) throw new Error(started.error.message);
  }
}

/**
 * Says for the user about copies that stay uncertain: send again, which looks for the name first. What else stays
 * uncertain was tried often enough.
 */
function decideAboutRest(engine: JobEngine, jobs: readonly JobSnapshot[]): boolean {
  let hasDecided = false;
  for (const job of jobs) {
    if (job.counts.uncertain === 0) continue;
    const items = engine.readItems(job.id);
    if (!items.ok) continue;
    const seqs = [...items.value].filter((item) => item.state === 'uncertain').map((item) => item.seq);
    const decided = engine.decide({ jobId: job.id, seqs, decision: 'send_again' });
    if (!decided.ok) throw new Error(decided.error.message);
    hasDecided = true;
  }
  return hasDecided;
}

const defineBlindly: DefineOperation = (operation, tools) => {
  const { inspect: _inspect, ...definition } = defineOperation(operation, tools);
  return { ...definition, settle: async () => succeed({ kind: 'send_again' }) };
};

/** Ends this process, as a power cut would end it, at the given pass of the given point. */
function createCrash(crash: KillOrder['crash']): (point: CrashPoint) => void {
  let passes = 0;
  const pass = (point: CrashPoint) => {
    if (crash === null || point !== crash.point) return;
    passes += 1;
    if (passes === crash.pass) process.kill(process.pid, 'SIGKILL');
  };
  diagnostics.subscribe('http.client.request.created', (message) => {
    const { request } = message as { request: ClientRequest };
    if (!/\/profile-(copy|clear-cache|update-proxy)/.test(request.path)) return;
    request.once('socket', (socket) => socket.once('connect', () => pass('after_connect')));
    request.once('finish', () => pass('after_send'));
  });
  return pass;
}
