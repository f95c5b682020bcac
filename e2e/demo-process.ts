import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoCommandInput, DemoCommandName, DemoCommandReply } from '../shared/demo-control.ts';

const cli = path.join(import.meta.dirname, '..', 'electron', 'demo', 'cli.ts');

export interface DemoStart {
  /** Default 40. */
  readonly profiles?: number;
  /** Default 7. */
  readonly seed?: number;
  /** Milliseconds before each reply; default 0. */
  readonly latency?: number;
  /** 0 picks a free port. */
  readonly port?: number;
}

/** Calls a command of the control plane of a demo Local API. */
export type DemoControl = <N extends DemoCommandName>(
  name: N,
  input: DemoCommandInput<N>,
) => Promise<DemoCommandReply<N>>;

/** The control plane of the demo Local API at `baseUrl`. */
export function controlDemo(baseUrl: string): DemoControl {
  return async (name, input) => {
    const reply = await fetch(new URL(`/demo/${name}`, baseUrl), {
      method: 'POST',
      body: JSON.stringify(input),
    });
    if (!reply.ok) throw new Error(`The control command ${name} failed: ${await reply.text()}`);
    return (await reply.json()) as never;
  };
}

/** A demo Local API in a process of its own, as `npm run demo-api` starts it. */
export interface DemoProcess {
  readonly host: string;
  readonly port: number;
  /** Port of the service with a cache of its own. */
  readonly servicePort: number;
  readonly control: DemoControl;
  /** Closes what the generated data has open, for tests that say themselves which profiles are. */
  closeProfiles(): Promise<void>;
  /** Bodies of the requests to an action, in the order they were sent; `T` is what the test expects them to be. */
  sentBodies<T = unknown>(action: string): Promise<readonly T[]>;
  stop(): Promise<void>;
}

/** Starts one and waits until it listens. */
export async function startDemoProcess({
  profiles = 40,
  seed = 7,
  latency = 0,
  port = 0,
}: DemoStart = {}): Promise<DemoProcess> {
  const child = spawn(
    process.execPath,
    [
      cli,
      '--port',
      String(port),
      '--service-port',
      '0',
      '--profiles',
      String(profiles),
      '--seed',
      String(seed),
      '--latency',
      String(latency),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const firstLine = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The demo Local API ended with code ${code}.`)));
  });
  const { baseUrl, serviceUrl } = JSON.parse(firstLine) as { baseUrl: string; serviceUrl: string };
  const api = new URL(baseUrl);
  // The service port stays up while the API port is paused, so the control plane is reached there.
  const control = controlDemo(serviceUrl);
  return {
    host: api.hostname,
    port: Number(api.port),
    servicePort: Number(new URL(serviceUrl).port),
    control,
    async closeProfiles() {
      const { openProfileIds } = await control('state.get', {});
      if (openProfileIds.length > 0)
        await control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
    },
    async sentBodies(action) {
      const { requests } = await control('requests.list', { action });
      return requests.map(({ body }) => body as never);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
