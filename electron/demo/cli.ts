import { parseArgs } from 'node:util';
import type { DemoAddresses } from '../../shared/demo-control.ts';
import { type DemoApi, type DemoOptions, mostProfiles, startDemoApi } from './server.ts';

const usage =
  'Usage: npm run demo-api -- [--port 53200] [--service-port 37737] [--profiles 500] [--seed 7] [--latency 0]';

type ReadOptions =
  | { readonly ok: true; readonly options: Required<Pick<DemoOptions, 'profiles' | 'seed'>> & DemoOptions }
  | { readonly ok: false; readonly message: string };

const numbers = {
  port: { standard: 53_200, largest: 65_535 },
  'service-port': { standard: 37_737, largest: 65_535 },
  profiles: { standard: 500, largest: mostProfiles },
  seed: { standard: 7, largest: 2_147_483_647 },
  latency: { standard: 0, largest: 600_000 },
} as const;

const read = readOptions(process.argv.slice(2));
if (read.ok) await run(read.options);
else {
  console.error(`${read.message}\n${usage}`);
  process.exitCode = 2;
}

async function run(options: Required<Pick<DemoOptions, 'profiles' | 'seed'>> & DemoOptions): Promise<void> {
  let api: DemoApi;
  try {
    api = await startDemoApi(options);
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void api.close().then(() => process.exit(0)));
  }
  const addresses: DemoAddresses = {
    baseUrl: api.baseUrl,
    port: api.port,
    serviceUrl: api.serviceUrl,
    servicePort: api.servicePort,
    profiles: options.profiles,
    seed: options.seed,
  };
  console.log(JSON.stringify(addresses));
}

function readOptions(args: string[]): ReadOptions {
  let values: Partial<Record<keyof typeof numbers, string>>;
  try {
    const option = { type: 'string' } as const;
    const options = { port: option, 'service-port': option, profiles: option, seed: option, latency: option };
    values = parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  const read = new Map<string, number>();
  for (const [name, { standard, largest }] of Object.entries(numbers)) {
    const text = values[name as keyof typeof numbers];
    const number = text === undefined ? standard : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number <= largest)) {
      return { ok: false, message: `--${name} must be a whole number from 0 to ${largest}, not "${text}".` };
    }
    read.set(name, number);
  }
  return {
    ok: true,
    options: {
      port: read.get('port') ?? 0,
      servicePort: read.get('service-port') ?? 0,
      profiles: read.get('profiles') ?? 500,
      seed: read.get('seed') ?? 7,
      latencyMs: read.get('latency') ?? 0,
    },
  };
}

function explain(error: unknown): string {
  const port = error instanceof Error && 'port' in error ? String(error.port) : '';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop the program that listens there, or choose another port.`;
  }
  if (code === 'EACCES') return `Port ${port} may not be used by this account: choose one above 1023.`;
  return error instanceof Error ? error.message : String(error);
}
