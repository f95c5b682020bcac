import { expect, test } from 'vitest';
import { crashPoints } from '../../electron/jobs/crash-point.ts';
import { runKillLoop } from './kill-loop.ts';

const limitMs = 300_000;

test('nothing is lost and no copy is made twice when the engine is killed sixty times', {
  timeout: limitMs,
}, async () => {
  const { kills, killsByPlace, violations } = await runKillLoop({ kills: 60, seed: 3 });
  expect(violations).toEqual([]);
  expect(kills).toBeGreaterThanOrEqual(60);
  expect([...killsByPlace.keys()].sort()).toEqual([...crashPoints, 'random'].sort());
});

test('an engine that blindly repeats copies is caught by the same check', { timeout: limitMs }, async () => {
  const { violations } = await runKillLoop({ kills: 6, seed: 3, isBlind: true });
  expect(violations.join('\n')).toMatch(/: ([2-9]|\d\d+) copies of one planned name/);
});
