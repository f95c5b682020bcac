import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { BenchResult } from './bench-result.ts';

/** What the window's code may weigh; a new dependency has to argue for more. */
const budgetKb = 500;
/** From this size on a dependency needs its reason in the README. */
const namedFromKb = 15;

const toKb = (bytes: number) => bytes / 1_000;

/**
 * The size of the built window's JavaScript, gzip, as a part of its budget, with every dependency above 15 kB. A
 * dependency's share is by the gzip size of its code before minifying, scaled to the whole. Needs `npm run build`
 * first.
 */
export async function benchRendererSize(): Promise<readonly BenchResult[]> {
  const root = path.join(import.meta.dirname, '..', '..');
  const folder = path.join(root, 'dist', 'renderer');
  const total = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(folder, file))).length, 0);
  const code = new Map<string, string>();
  await build({
    configFile: path.join(root, 'renderer', 'vite.config.ts'),
    root: path.join(root, 'renderer'),
    logLevel: 'error',
    build: { write: false },
    plugins: [
      {
        name: 'collect-code',
        generateBundle(_options, bundle) {
          for (const part of Object.values(bundle)) {
            if (part.type !== 'chunk') continue;
            for (const [file, module] of Object.entries(part.modules)) {
              const name = toPackage(file);
              code.set(name, `${code.get(name) ?? ''}${module.code ?? ''}`);
            }
          }
        },
      },
    ],
  });
  const shares = Array.from(code, ([name, text]) => ({ name, bytes: gzipSync(text).length }));
  const whole = shares.reduce((sum, { bytes }) => sum + bytes, 0);
  const named = shares
    .map(({ name, bytes }) => ({ name, kb: toKb((bytes / whole) * total) }))
    .filter(({ name, kb }) => name !== 'profile-panel' && kb > namedFromKb)
    .sort((a, b) => b.kb - a.kb)
    .map(({ name, kb }) => `${name} ${kb.toFixed(0)} kB`);
  return [
    {
      name: 'renderer-js-gzip',
      value: toKb(total) / budgetKb,
      goal: 1,
      detail: `${toKb(total).toFixed(0)} kB of ${budgetKb} kB; above ${namedFromKb} kB: ${named.join(', ')}`,
    },
  ];
}

function toPackage(file: string): string {
  const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file.replaceAll('\\', '/'));
  return found?.[1] ?? 'profile-panel';
}
