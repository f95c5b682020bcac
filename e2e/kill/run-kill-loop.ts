import { parseArgs } from 'node:util';
import { runKillLoop } from './kill-loop.ts';

/**
 * `npm run test:kill [-- --kills 300 --seed 1]`: kills the engine that often, and then shows that an engine which
 * blindly repeats would have been caught. The exit code is 0 only when both hold.
 */

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const startedAt = performance.now();
const seed = Number(values.seed);
const loop = await runKillLoop({
  kills: Number(values.kills),
  seed,
  onRound: (kills, violations) => {
    console.log(`${kills} kills, ${violations.length} violations in the last round`);
  },
});
for (const [place, count] of loop.killsByPlace) console.log(`  ${place}: ${count}`);
for (const violation of loop.violations) console.error(violation);

const control = await runKillLoop({ kills: 10, seed, isBlind: true });
const doubles = control.violations.filter((text) => text.includes('copies of one planned name'));
const seconds = Math.round((performance.now() - startedAt) / 1_000);
console.log(`${loop.kills} kills, ${loop.violations.length} violations, ${seconds} s`);
console.log(`Control that repeats blindly: ${doubles.length} double copies after ${control.kills} kills`);
const isGood = loop.kills >= Number(values.kills) && loop.violations.length === 0 && doubles.length > 0;
process.exitCode = isGood ? 0 : 1;
