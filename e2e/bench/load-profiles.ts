import http from 'node:http';
import { createLocalApiClient } from '../../electron/local-api/client.ts';
import { createProfileDirectory } from '../../electron/local-api/profiles.ts';
import { pageSize } from '../../electron/local-api/read-pass.ts';
import { startDemoProcess } from '../demo-process.ts';
import type { BenchResult } from './bench-result.ts';

const profileCount = 10_000;
const parallel = 3;
const warmUps = 6;
const runs = 15;

/**
 * Loads 10,000 profiles from a demo Local API in a process of its own: once through the client and the profile
 * directory, once by a bare loop of the same requests with the same parallelism that only parses the JSON. The
 * value is the ratio of their medians over interleaved runs.
 */
export async function benchLoadProfiles(): Promise<BenchResult> {
  const demo = await startDemoProcess({ profiles: profileCount });
  try {
    const address = { host: demo.host, port: demo.port };
    let requestCount = 0;
    const client = createLocalApiClient({
      getAddress: () => address,
      onRequest: () => {
        requestCount += 1;
      },
    });
    const ours: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < warmUps + runs; run += 1) {
      // Who goes first changes, so that neither side always finds the other's garbage or a warmer server.
      const isOursFirst = run % 2 === 0;
      requestCount = 0;
      const first = await measure(() => (isOursFirst ? loadThroughClient(client) : loadBare(address)));
      const second = await measure(() => (isOursFirst ? loadBare(address) : loadThroughClient(client)));
      if (requestCount !== profileCount / pageSize)
        throw new Error(
          `The client sent ${requestCount} requests, the bare loop ${profileCount / pageSize}.`,
        );
      if (run < warmUps) continue;
      ours.push(isOursFirst ? first : second);
      bare.push(isOursFirst ? second : first);
    }
    const [oursMs, bareMs] = [median(ours), median(bare)];
    return {
      name: 'load-10000-profiles',
      value: oursMs / bareMs,
      goal: 1.3,
      detail: `client ${oursMs.toFixed(0)} ms, bare loop ${bareMs.toFixed(0)} ms, medians of ${runs} interleaved runs of ${profileCount / pageSize} requests, ${parallel} at a time`,
    };
  } finally {
    await demo.stop();
  }
}

async function measure(load: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  const count = await load();
  const elapsed = performance.now() - startedAt;
  if (count !== profileCount) throw new Error(`${count} rows were loaded instead of ${profileCount}.`);
  return elapsed;
}

/** As the window does it: start a reading and ask for rows until it is complete. */
async function loadThroughClient(client: ReturnType<typeof createLocalApiClient>): Promise<number> {
  const directory = createProfileDirectory({ client });
  const { readingId } = directory.startReading();
  let from = 0;
  for (;;) {
    const slice = await directory.nextRows(readingId, from);
    if (!slice.ok) throw new Error(slice.error.message);
    from += slice.value.rows.length;
    if (slice.value.isComplete) return from;
  }
}

async function loadBare(address: { readonly host: string; readonly port: number }): Promise<number> {
  const agent = new http.Agent({ keepAlive: true });
  let count = 0;
  let nextPage = 1;
  let lastPage = 1;
  const readNext = async () => {
    const page = nextPage;
    nextPage += 1;
    const { total, data } = await postBare(agent, address, { page, limit: pageSize });
    count += data.length;
    lastPage = Math.ceil(total / pageSize);
  };
  await readNext();
  const reader = async () => {
    while (nextPage <= lastPage) await readNext();
  };
  await Promise.all(Array.from({ length: parallel }, reader));
  agent.destroy();
  return count;
}

function postBare(
  agent: http.Agent,
  address: { readonly host: string; readonly port: number },
  body: object,
): Promise<{ total: number; data: unknown[] }> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const request = http.request(
      {
        ...address,
        agent,
        method: 'POST',
        path: '/api/v2/profile-list',
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) },
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()).data));
        reply.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
