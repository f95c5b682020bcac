import { expect, test } from 'vitest';
import { createRestart, toRestartArgs } from './restart.ts';

test('the command line goes to the other data and keeps the rest', () => {
  const live = ['/app', '--user-data-dir=/data', '--address=127.0.0.1:53200'];
  expect(toRestartArgs(live, 'demo')).toEqual([...live, '--demo']);
  expect(toRestartArgs([...live, '--demo'], 'live')).toEqual(live);
  expect(toRestartArgs([...live, '--demo'], 'demo')).toEqual([...live, '--demo']);
  expect(toRestartArgs(['--demo-profiles=9'], 'live')).toEqual(['--demo-profiles=9']);
});

test('the app starts again only after it has ended in order', async () => {
  const steps: string[] = [];
  let end = () => {};
  const restart = createRestart({
    args: ['/app'],
    hasRunningJobs: () => false,
    quit: (onEnded) => {
      steps.push('quit');
      end = onEnded;
    },
    relaunch: (args) => steps.push(`relaunch ${args.join(' ')}`),
  });
  expect(await restart('demo')).toEqual({ ok: true, value: {} });
  expect(steps).toEqual(['quit']);
  end();
  expect(steps).toEqual(['quit', 'relaunch /app --demo']);
});

test('a running job keeps the app from starting again', async () => {
  const restart = createRestart({
    args: [],
    hasRunningJobs: () => true,
    quit: () => expect.unreachable(),
    relaunch: () => expect.unreachable(),
  });
  expect(await restart('live')).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
});
