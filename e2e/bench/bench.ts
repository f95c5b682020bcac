import type { BenchResult } from './bench-result.ts';
import { benchGrid } from './grid.ts';
import { benchJobEngine } from './jobs.ts';
import { benchLoadProfiles } from './load-profiles.ts';
import { benchRendererSize } from './renderer-size.ts';
import { benchWindowUnderJob } from './window-under-job.ts';

/** Runs every benchmark, prints `ratio NAME VALUE GOAL` for each figure, and fails when a goal is missed. */
const benches: readonly (() => Promise<readonly BenchResult[]>)[] = [
  async () => [await benchLoadProfiles()],
  benchJobEngine,
  benchWindowUnderJob,
  benchGrid,
  benchRendererSize,
];

for (const bench of benches) {
  for (const { name, value, goal, detail } of await bench()) {
    console.log(`ratio ${name} ${value.toFixed(3)} ${goal}`);
    console.log(`  ${detail}`);
    if (!(value <= goal)) process.exitCode = 1;
  }
}
