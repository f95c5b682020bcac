import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { demoAddresses } from '../../shared/demo-control.ts';
import { startTestDemo } from './demo-fixture.ts';

interface Run {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly errors: string[];
  readonly exit: Promise<number | null>;
}

function start(...args: string[]): Run {
  const script = new URL('./cli.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [lines, errors]: [string[], string[]] = [[], []];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, lines, errors, exit };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its addresses in one line and stops on %s',
  async (signal) => {
    const run = start(
      '--port',
      '0',
      '--service-port',
      '0',
      '--profiles',
      '12',
      '--seed',
      '9',
      '--latency',
      '1',
    );
    await expect.poll(() => run.lines.length, { timeout: 15_000 }).toBe(1);
    const addresses = demoAddresses.parse(JSON.parse(run.lines[0] ?? ''));
    expect(addresses).toMatchObject({ profiles: 12, seed: 9 });
    const reply = await fetch(`${addresses.baseUrl}/api/v2/profile-list`, { method: 'POST', body: '{}' });
    expect(await reply.json()).toMatchObject({ data: { total: 12 } });
    run.child.kill(signal);
    expect(await run.exit).toBe(0);
    expect([run.lines.length, run.errors]).toEqual([1, []]);
  },
);

test.each([
  ['--port', '70000'],
  ['--profiles', '100001'],
  ['--latency', 'soon'],
  ['--no-such-option', '1'],
])('refuses %s %s with a message and exit code 2', async (...args) => {
  const run = start(...args);
  expect(await run.exit).toBe(2);
  expect(run.errors[0]).toContain(args[0]);
  expect(run.lines).toEqual([]);
});

test('says which port is in use', async () => {
  const api = await startTestDemo();
  const run = start('--port', String(api.port), '--service-port', '0');
  expect(await run.exit).toBe(1);
  expect(run.errors).toEqual([
    `Port ${api.port} is in use: stop the program that listens there, or choose another port.`,
  ]);
});
