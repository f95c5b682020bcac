import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CrashPoint } from '../../electron/jobs/crash-point.ts';
import type { DemoProcess } from '../demo-process.ts';
import { findViolations } from './find-violations.ts';
import type { KillOrder } from './kill-order.ts';

const runner = path.join(import.meta.dirname, 'runner.ts');

/** A killed process loses nothing that it wrote, so that a real disk would only cost time. */
const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Profiles that each round works on. */
export const profilesPerRound = 4;

/** What one round came to. */
export interface KillRound {
  /** Processes that were killed in it, by point; `random` for those killed from outside. */
  readonly kills: ReadonlyMap<CrashPoint | 'random', number>;
  /** Promises that were found broken afterwards, in words. */
  readonly violations: readonly string[];
}

interface RoundOptions {
  readonly demo: DemoProcess;
  /** From 0; each round has its own profiles and names. */
  readonly round: number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  /** Kills after which the jobs may end in peace. */
  readonly kills: number;
  /** The next point, or a random moment. */
  readonly pickPlace: () => CrashPoint | 'random';
  readonly isBlind: boolean;
}

/** Keeps one process loaded ahead, because loading takes longer than what it is killed in. */
export interface Runners {
  take(): ChildProcess;
  stop(): void;
}

/** Starts the first process. */
export function createRunners(): Runners {
  const cache = mkdtempSync(path.join(tmpdir(), 'kill-cache-'));
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const start = () => fork(runner, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let next = start();
  return {
    take() {
      const taken = next;
      next = start();
      return taken;
    },
    stop() {
      next.kill('SIGKILL');
      rmSync(cache, { recursive: true, force: true });
    },
  };
}

/**
 * Plans jobs in a fresh journal and kills process after process that works on them, while the demo Local API
 * lives on, drops connections and answers 1010 now and then. Then lets the jobs finish and checks both sides.
 */
export async function runKillRound(runners: Runners, options: RoundOptions): Promise<KillRound> {
  const { demo, round, random, isBlind } = options;
  const folder = mkdtempSync(path.join(memoryFolder, 'kill-round-'));
  const { profiles } = await listProfiles(demo);
  const from = round * profilesPerRound;
  const profileIds = profiles.slice(from, from + profilesPerRound);
  if (profileIds.length < profilesPerRound) throw new Error('The demo holds too few profiles.');
  const kills = new Map<CrashPoint | 'random', number>();
  let killed = 0;
  try {
    for (let run = 0; ; run += 1) {
      if (run > options.kills * 4 + 40) throw new Error('The jobs do not come to an end.');
      const place = killed < options.kills ? options.pickPlace() : undefined;
      await addFaults(demo, random);
      const order: KillOrder = {
        folder,
        port: demo.port,
        profileIds,
        round: `r${round}`,
        crash:
          place === undefined || place === 'random'
            ? null
            : { point: place, pass: place === 'in_reconcile' ? 1 : 1 + Math.floor(random() * 3) },
        isBlind,
      };
      const ended = await runOnce(runners.take(), order, place === 'random' ? 5 + random() * 200 : null);
      if (ended === 'finished') break;
      if (place === undefined) throw new Error('A process died that nobody killed.');
      killed += 1;
      kills.set(place, (kills.get(place) ?? 0) + 1);
    }
    await demo.control('faults.clear', {});
    return { kills, violations: await findViolations(path.join(folder, 'journal.db'), demo) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listProfiles(demo: DemoProcess): Promise<{ readonly profiles: readonly number[] }> {
  const reply = await fetch(`http://${demo.host}:${demo.port}/api/v2/profile-list`, {
    method: 'POST',
    body: JSON.stringify({ page: 1, limit: 2_000 }),
  });
  const { data } = (await reply.json()) as { data: { data: { profile_id: number; name: string }[] } };
  const originals = data.data.filter(({ name }) => !/^r\d+ /.test(name));
  return { profiles: originals.map(({ profile_id: id }) => id).sort((a, b) => a - b) };
}

/** Some requests are dropped before or after they act, some meet 1010; and nothing else from earlier runs. */
async function addFaults(demo: DemoProcess, random: () => number): Promise<void> {
  await demo.control('faults.clear', {});
  const add = (action: string, fault: Parameters<typeof demo.control<'faults.add'>>[1]['fault']) =>
    demo.control('faults.add', { action, fault, times: 1, after: Math.floor(random() * 12) });
  if (random() < 0.4) await add('profile-copy', { kind: 'resetAfter' });
  if (random() < 0.3) await add('profile-copy', { kind: 'resetBefore' });
  if (random() < 0.4) await add('profile-clear-cache', { kind: 'resetAfter' });
  if (random() < 0.3) await add('profile-clear-cache-and-cookies', { kind: 'resetAfter' });
  if (random() < 0.4) await add('profile-copy', { kind: 'error', code: 1010 });
}

/** Gives the order and waits for the end, by the process's own hand or, after `killAfterMs`, by ours. */
function runOnce(
  child: ChildProcess,
  order: KillOrder,
  killAfterMs: number | null,
): Promise<'finished' | 'killed'> {
  return new Promise((resolve, reject) => {
    let isFinished = false;
    let timer: NodeJS.Timeout | undefined;
    child.on('message', () => {
      isFinished = true;
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (isFinished) resolve('finished');
      else if (signal === 'SIGKILL') resolve('killed');
      else reject(new Error(`A process ended with code ${code} and signal ${signal}.`));
    });
    child.send(order, (error) => {
      if (error !== null) reject(error);
      else if (killAfterMs !== null) timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    });
  });
}
