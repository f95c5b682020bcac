import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoCommandInput, DemoCommandName, DemoCommandReply } from '../../shared/demo-control.ts';
import type { DemoSwitches } from '../../shared/demo-switches.ts';
import { Control } from './control.ts';
import { Engine } from './engine.ts';
import { createExchange } from './exchange.ts';
import { Faults } from './faults.ts';
import { type Listener, listen } from './http-server.ts';
import { Journal } from './journal.ts';
import { createLimiter } from './limiter.ts';
import { readBody } from './request-body.ts';

/** How a demo is started; everything has a default. */
export interface DemoOptions {
  /** Port of the Local API; 0 takes a free one. */
  readonly port?: number;
  /** Port of the service cache; 0 takes a free one. */
  readonly servicePort?: number;
  /** 0 to 100,000; 500 by default. */
  readonly profiles?: number;
  /** The same seed gives the same data; 7 by default. */
  readonly seed?: number;
  /** Milliseconds that every API request takes at least. */
  readonly latencyMs?: number;
  readonly switches?: Partial<DemoSwitches>;
  /** Login password that transfer codes ask for; `demo-password` by default. */
  readonly accountPassword?: string;
}

/** A running demo Local API on 127.0.0.1. */
export interface DemoApi {
  readonly baseUrl: string;
  readonly serviceUrl: string;
  readonly port: number;
  readonly servicePort: number;
  /** Runs a command of the control plane without HTTP. */
  readonly control: <Name extends DemoCommandName>(
    name: Name,
    request: DemoCommandInput<Name>,
  ) => Promise<DemoCommandReply<Name>>;
  /** Stops both servers and drops their connections. */
  readonly close: () => Promise<void>;
}

/** Most profiles a demo holds. */
export const mostProfiles = 100_000;

/**
 * Starts the demo Local API and the service cache beside it. A port in use rejects with an error whose `code` is
 * `EADDRINUSE`.
 */
export async function startDemoApi(options: DemoOptions = {}): Promise<DemoApi> {
  const { port = 0, servicePort = 0, profiles = 500, seed = 7, latencyMs = 0, switches = {} } = options;
  const { accountPassword = 'demo-password' } = options;
  if (!Number.isInteger(profiles) || profiles < 0 || profiles > mostProfiles) {
    throw new RangeError(`The number of profiles must be between 0 and ${mostProfiles}.`);
  }
  const engine = new Engine({ profiles, seed, switches, accountPassword, now: Date.now });
  const [faults, journal, limiter, closing] = [
    new Faults(),
    new Journal(),
    createLimiter(),
    new AbortController(),
  ];
  let api: Listener | undefined;
  let resumeTimer: AbortController | undefined;
  let pendingPause: (() => Promise<void>) | undefined;
  // Stopping drops the connection that asked for it, so that its reply must have left before.
  const pauseIfAsked = async (): Promise<void> => {
    const run = pendingPause;
    pendingPause = undefined;
    await run?.();
  };

  const control = new Control({
    engine,
    faults,
    journal,
    pause: (milliseconds) => {
      pendingPause = async () => {
        resumeTimer?.abort();
        resumeTimer = new AbortController();
        await api?.stop();
        if (milliseconds === undefined) return;
        void resumeLater(api, milliseconds, AbortSignal.any([resumeTimer.signal, closing.signal]));
      };
    },
    resume: async () => {
      resumeTimer?.abort();
      await api?.start();
    },
  });
  const exchange = createExchange({
    engine,
    faults,
    journal,
    limiter,
    control,
    latencyMs,
    closing: closing.signal,
  });

  const handle = (service: 'api' | 'service') => (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (path.startsWith('/demo/')) {
      void answerControl(control, path.slice('/demo/'.length), request, response, pauseIfAsked);
    } else void exchange(service, path, request, response);
  };
  api = await listen(port, handle('api'));
  let service: Listener;
  try {
    service = await listen(servicePort, handle('service'));
  } catch (error) {
    await api.stop();
    throw error;
  }
  const listeners = [api, service];
  return {
    baseUrl: `http://127.0.0.1:${api.port}`,
    serviceUrl: `http://127.0.0.1:${service.port}`,
    port: api.port,
    servicePort: service.port,
    control: async (name, request) => {
      const reply = await control.call(name, request);
      await pauseIfAsked();
      return reply;
    },
    close: async () => {
      closing.abort();
      await Promise.all(listeners.map((listener) => listener.stop()));
    },
  };
}

async function resumeLater(
  api: Listener | undefined,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch {
    // Resumed earlier, or closed for good.
    return;
  }
  await api?.start();
}

async function answerControl(
  control: Control,
  command: string,
  request: IncomingMessage,
  response: ServerResponse,
  afterReply: () => Promise<void>,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) return;
  const answer =
    request.method !== 'POST' || !body.isJson
      ? { ok: false as const, message: 'Control calls are POST requests with a JSON body.' }
      : await control.run(command, body.value);
  const text = JSON.stringify(answer.ok ? answer.value : { message: answer.message });
  response.writeHead(answer.ok ? 200 : 400, { 'content-type': 'application/json' });
  response.end(text, () => void afterReply());
}
