import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../../electron/clock.ts';
import { createJobEngine } from '../../electron/jobs/engine.ts';
import { createJournal, type Journal } from '../../electron/jobs/journal.ts';
import { openJournalDatabase } from '../../electron/jobs/journal-database.ts';
import { createLocalApiClient } from '../../electron/local-api/client.ts';
import { readOpenedProfiles } from '../../electron/local-api/opened-profiles.ts';
import type { KnownProfile } from '../../electron/local-api/profile-row.ts';
import { createProfileDirectory } from '../../electron/local-api/profiles.ts';
import { createSecretStore } from '../../electron/secret-store.ts';
import { jobId } from '../../shared/job.ts';
import { profileId } from '../../shared/profile.ts';
import { type DemoProcess, startDemoProcess } from '../demo-process.ts';
import type { BenchResult } from './bench-result.ts';

const operations = 2_000;
const latencyMs = 20;
const chunks = 5;
const plannedItems = 20_000;

/**
 * 2,000 changes of a proxy, one profile a request, on a demo Local API that takes 20 ms for each: by the engine
 * with its journal, and by a bare loop of the same requests, one at a time each. The work is cut into interleaved
 * parts, and the value is the ratio of the sums.
 */
export async function benchJobEngine(): Promise<readonly BenchResult[]> {
  const demo = await startDemoProcess({ profiles: operations, latency: latencyMs });
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-jobs-'));
  try {
    const opening = openJournalDatabase(path.join(folder, 'journal.db'), Date.now());
    if (opening.kind !== 'opened') throw new Error(opening.kind);
    const costs: number[] = [];
    const journal = timeWrites(createJournal(opening.database), costs);
    let sent = 0;
    const client = createLocalApiClient({
      getAddress: () => demo,
      onRequest: ({ action }) => {
        if (action.startsWith('profile-update-proxy')) sent += 1;
      },
    });
    const profiles = createProfileDirectory({ client });
    const read = await profiles.readAgain();
    if (!read.ok) throw new Error(read.error.message);
    const ids = Array.from(profiles.listKnown(), ({ row }) => row.id);
    let onRest = () => {};
    const engine = createJobEngine({
      journal,
      client,
      profiles,
      secrets: createSecretStore(),
      readOpen: () => readOpenedProfiles(client, systemClock, 'single_try'),
      clock: systemClock,
      getWritesInFlight: () => 1,
      onProgress: ({ job }) => {
        if (job.state === 'finished' || job.state === 'paused') onRest();
      },
      log: () => {},
      appVersion: '0.0.0',
    });

    const runEngine = async (part: typeof ids): Promise<number> => {
      const rested = new Promise<void>((resolve) => {
        onRest = resolve;
      });
      const startedAt = performance.now();
      const operation = { kind: 'set_proxy', proxy: { kind: 'direct' } } as const;
      const started = await engine.start({
        operation,
        profileIds: part,
        closeOpened: false,
        typedCount: null,
      });
      if (!started.ok) throw new Error(started.error.message);
      await rested;
      const elapsed = performance.now() - startedAt;
      const job = engine.get(started.value.jobId);
      if (!job.ok || job.value.counts.done !== part.length) throw new Error('The job was not done.');
      return elapsed;
    };
    const runBare = async (part: typeof ids): Promise<number> => {
      const startedAt = performance.now();
      for (const id of part) await postBare(demo, id);
      return performance.now() - startedAt;
    };

    let engineMs = 0;
    let bareMs = 0;
    const size = operations / chunks;
    await runEngine(ids.slice(0, 50));
    await runBare(ids.slice(0, 50));
    sent = 0;
    costs.length = 0;
    for (let n = 0; n < chunks; n += 1) {
      const part = ids.slice(n * size, (n + 1) * size);
      if (n % 2 === 0) engineMs += await runEngine(part);
      bareMs += await runBare(part);
      if (n % 2 === 1) engineMs += await runEngine(part);
    }
    if (sent !== operations) throw new Error(`The engine sent ${sent} requests instead of ${operations}.`);
    await engine.shutdown('safely');
    journal.close();

    const sorted = costs.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
    const perItem = `journal per item (intent and outcome) p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
    return [
      {
        name: 'engine-to-bare-loop',
        value: engineMs / bareMs,
        goal: 1.1,
        detail: `engine ${engineMs.toFixed(0)} ms, bare loop ${bareMs.toFixed(0)} ms, ${operations} requests of ${latencyMs} ms; ${perItem}`,
      },
      await benchReads(demo, ids),
      benchPlanning(folder),
    ];
  } finally {
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 300 reads through the client at three in flight against the same one after another. */
async function benchReads(demo: DemoProcess, ids: readonly number[]): Promise<BenchResult> {
  const client = createLocalApiClient({ getAddress: () => demo });
  const part = ids.slice(0, 300);
  const readOne = async (id: number) => {
    const outcome = await client.call('profile-list', { profile_id: id, page: 1, limit: 10 });
    if (outcome.kind !== 'ok') throw new Error(outcome.kind);
  };
  const parallelAt = performance.now();
  await Promise.all(part.map(readOne));
  const parallelMs = performance.now() - parallelAt;
  const sequentialAt = performance.now();
  for (const id of part) await readOne(id);
  const sequentialMs = performance.now() - sequentialAt;
  return {
    name: 'parallel-to-sequential-reads',
    value: parallelMs / sequentialMs,
    goal: 0.4,
    detail: `three in flight ${parallelMs.toFixed(0)} ms, one after another ${sequentialMs.toFixed(0)} ms, ${(sequentialMs / parallelMs).toFixed(2)} times faster`,
  };
}

/** Planning a job of 20,000 profiles against the 20 s that it would run at 1 ms each. */
function benchPlanning(folder: string): BenchResult {
  const opening = openJournalDatabase(path.join(folder, 'planning.db'), Date.now());
  if (opening.kind !== 'opened') throw new Error(opening.kind);
  const journal = createJournal(opening.database);
  const ids = Array.from({ length: plannedItems }, (_, n) => profileId.parse(n + 1));
  const startedAt = performance.now();
  const items = ids.map((id, seq) => {
    const known = toKnown(id);
    return {
      seq,
      profileId: id,
      profileName: known.row.name,
      groupName: known.row.groupName,
      identity: known.cachePath,
      lastOpenSeconds: known.lastOpenSeconds,
      preimage: JSON.stringify({ groupId: 1 }),
      marker: null,
      target: null,
      state: 'queued' as const,
      reason: null,
    };
  });
  const added = journal.addJob(
    {
      id: jobId.parse('00000000-0000-4000-8000-000000000001'),
      operation: { kind: 'clear_cache' },
      semantics: 'idempotent',
      closeOpened: false,
      accountFingerprint: '',
      retryOf: null,
      undoOf: null,
      state: 'queued',
      pauseReason: null,
      apiCode: null,
      epoch: 0,
      total: items.length,
      createdAt: Date.now(),
      startedAt: null,
      finishedAt: null,
      appVersion: '0.0.0',
    },
    items,
  );
  const elapsed = performance.now() - startedAt;
  if (!added.ok) throw new Error(added.error.message);
  journal.close();
  return {
    name: 'planning-20000-items',
    value: elapsed / plannedItems,
    goal: 0.05,
    detail: `${elapsed.toFixed(0)} ms for ${plannedItems} items, which run ${plannedItems} ms at 1 ms each`,
  };
}

/** Measures what intent and outcome of each request cost together. */
function timeWrites(journal: Journal, costs: number[]): Journal {
  let intentMs = 0;
  return {
    ...journal,
    recordIntent(...args) {
      const startedAt = performance.now();
      const result = journal.recordIntent(...args);
      intentMs = performance.now() - startedAt;
      return result;
    },
    recordOutcome(...args) {
      const startedAt = performance.now();
      const result = journal.recordOutcome(...args);
      costs.push(intentMs + performance.now() - startedAt);
      return result;
    },
  };
}

/** A fresh socket for each write, as the client does it. */
const agent = new http.Agent({ keepAlive: false });

function postBare(demo: DemoProcess, id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify({ profile_id: id, proxy_info: { proxy_mode: 2, proxy_type: 'direct' } });
    const request = http.request(
      {
        host: demo.host,
        port: demo.port,
        agent,
        method: 'POST',
        path: '/api/v2/profile-update-proxy-for-custom-proxy',
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () => {
          const { error } = JSON.parse(Buffer.concat(parts).toString()) as { error: { code: number } };
          if (error.code === 0) resolve();
          else reject(new Error(`The demo answered code ${error.code}.`));
        });
        reply.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}

function toKnown(id: number): KnownProfile {
  return {
    row: {
      id: profileId.parse(id),
      name: `Profile ${id}`,
      note: '',
      color: null,
      groupId: 1,
      groupName: 'Default',
      tags: [],
      proxy: { mode: null, type: null, host: null, port: null },
      realIp: '',
      lastOpenedAt: null,
    },
    cachePath: id.toString(16).padStart(32, '0'),
    lastOpenSeconds: null,
    proxyId: null,
  };
}
