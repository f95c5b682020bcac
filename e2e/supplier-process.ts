import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const cli = path.join(import.meta.dirname, '..', 'electron', 'extraction', 'supplier-cli.ts');

/** A supplier of proxies on this computer, in a process of its own. */
export interface SupplierProcess {
  /** Link of one of its replies; `query` begins with `?`. */
  link(name: string, query?: string): string;
  /** Requests that have arrived. */
  getRequestCount(): number;
  stop(): Promise<void>;
}

/** Starts one and waits until it listens. */
export async function startSupplierProcess(): Promise<SupplierProcess> {
  const child = spawn(process.execPath, [cli], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let requestCount = 0;
  const lines = createInterface({ input: child.stdout });
  const firstLine = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The supplier ended with code ${code}.`)));
  });
  lines.on('line', () => {
    requestCount += 1;
  });
  const { port } = JSON.parse(firstLine) as { port: number };
  return {
    link: (name, query = '') => `http://127.0.0.1:${port}/${name}${query}`,
    getRequestCount: () => requestCount,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
