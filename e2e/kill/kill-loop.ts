import { createRandom } from '../../electron/demo/random.ts';
import type { CrashPoint } from '../../electron/jobs/crash-point.ts';
import { startDemoProcess } from '../demo-process.ts';
import { createRunners, type KillRound, profilesPerRound, runKillRound } from './kill-round.ts';

interface KillLoopOptions {
  /** Processes to kill, at least. */
  readonly kills: number;
  /** The same seed kills at the same points; moments differ from run to run. */
  readonly seed: number;
  readonly isBlind?: boolean;
  /** Told after each round. */
  readonly onRound?: (kills: number, violations: readonly string[]) => void;
}

/** What the whole loop came to. */
interface KillLoop {
  readonly kills: number;
  readonly killsByPlace: ReadonlyMap<CrashPoint | 'random', number>;
  readonly violations: readonly string[];
}

const killsPerRound = 10;
/** What follows a kill that leaves something uncertain is a chance to be killed while that is found out. */
const places = [
  'after_send',
  'in_reconcile',
  'before_intent',
  'after_reply',
  'in_reconcile',
  'inside_intent_tx',
  'after_intent',
  'random',
  'after_connect',
  'inside_outcome_tx',
  'random',
  'after_outcome',
] as const satisfies KillPlace[];
/** Where a request has acted and the journal does not know it. */
const blindPlaces = ['after_send', 'after_reply', 'inside_outcome_tx'] as const satisfies KillPlace[];
type KillPlace = CrashPoint | 'random';

/**
 * Kills the engine round after round until the number of kills is reached. The demo Local API runs in a process of
 * its own and outlives them all.
 */
export async function runKillLoop({
  kills,
  seed,
  isBlind = false,
  onRound,
}: KillLoopOptions): Promise<KillLoop> {
  const random = createRandom(seed);
  const mostRounds = Math.ceil(kills / killsPerRound) * 3;
  const demo = await startDemoProcess({ profiles: mostRounds * profilesPerRound, latency: 3 });
  const runners = createRunners();
  const killsByPlace = new Map<KillPlace, number>();
  const violations: string[] = [];
  let total = 0;
  let nextPlace = 0;
  const pickPlace = (): KillPlace => {
    const list = isBlind ? blindPlaces : places;
    nextPlace += 1;
    return list[(nextPlace - 1) % list.length] ?? 'random';
  };
  try {
    const { openProfileIds } = await demo.control('state.get', {});
    await demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
    for (let round = 0; round < mostRounds && total < kills; round += 1) {
      const result: KillRound = await runKillRound(runners, {
        demo,
        round,
        random: () => random.integer(0, 999_999) / 1_000_000,
        kills: Math.min(killsPerRound, kills - total),
        pickPlace,
        isBlind,
      });
      for (const [place, count] of result.kills) {
        killsByPlace.set(place, (killsByPlace.get(place) ?? 0) + count);
        total += count;
      }
      violations.push(...result.violations.map((text) => `Round ${round}: ${text}`));
      onRound?.(total, result.violations);
    }
  } finally {
    runners.stop();
    await demo.stop();
  }
  return { kills: total, killsByPlace, violations };
}
