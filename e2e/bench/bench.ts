import type { BenchResult } from './bench-result.ts';
import { benchJobEngine } from './jobs.ts';
import { benchLoadProfiles } from './load-profiles.ts';

/** Runs every benchmark, prints `ratio NAME VALUE GOAL` for each, and fails when a goal is missed. */
const benches: readonly (() => Promise<BenchResult | readonly BenchResult[]>)[] = [
  benchLoadProfiles,
  benchJobEngine,
];

for (const bench of benches) {
  for (const { name, value, goal, detail } of [await bench()].flat()) {
    console.log(`ratio ${name} ${value.toFixed(3)} ${goal}`);
    console.log(`  ${detail}`);
    if (!(value <= goal)) process.exitCode = 1;
  }
}
