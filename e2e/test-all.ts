import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findBrowser } from './stand-in/find-browser.ts';

/**
 * `npm test`: the static checks, the unit tests, the build and the end-to-end specs, one after another.
 * The last line holds the summed counts; the exit code is 0 only when every step passed and tests ran.
 */

const root = path.join(import.meta.dirname, '..');
const reports = path.join(root, 'out', 'test');
const unitReport = path.join(reports, 'unit.json');
const endToEndReport = path.join(reports, 'end-to-end.json');

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

fs.rmSync(reports, { recursive: true, force: true });
fs.mkdirSync(reports, { recursive: true });
await findBrowser();

const steps = [
  ['npm', ['run', '--silent', 'check']],
  [
    'npm',
    [
      'run',
      '--silent',
      'test:unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
  ],
  ['npm', ['run', '--silent', 'test:e2e']],
] as const;

let failedSteps = 0;
for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
  });
  if (status !== 0) {
    failedSteps += 1;
    console.error(`\nFailed: ${command} ${args.join(' ')}`);
  }
}

const unit = readCounts(unitReport, (report) => ({
  passed: report.numPassedTests ?? 0,
  failed: report.numFailedTests ?? 0,
  skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
}));
const endToEnd = readCounts(endToEndReport, ({ stats }) => ({
  passed: stats?.expected ?? 0,
  failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  skipped: stats?.skipped ?? 0,
}));
// A step that broke before it could count its tests is a failure of its own.
const uncounted = failedSteps > 0 && unit.failed + endToEnd.failed === 0 ? failedSteps : 0;
const sum = {
  passed: unit.passed + endToEnd.passed,
  failed: unit.failed + endToEnd.failed + uncounted,
  skipped: unit.skipped + endToEnd.skipped,
};
console.log(`\nunit: ${format(unit)}\nend-to-end: ${format(endToEnd)}\n`);
console.log(format(sum));
process.exitCode = failedSteps === 0 && unit.passed > 0 && endToEnd.passed > 0 ? 0 : 1;

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function readCounts(file: string, toCounts: (report: Report) => Counts): Counts {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  return toCounts(JSON.parse(fs.readFileSync(file, 'utf8')));
}

function format({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
