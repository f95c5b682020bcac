import os from 'node:os';
import { defineConfig } from '@playwright/test';

/** The specs drive the built app through Electron's own Playwright driver; see stand-in/ for where it is not there. */
export default defineConfig({
  testDir: '.',
  outputDir: '../out/e2e',
  fullyParallel: true,
  // Each runs an app and a browser.
  workers: Math.min(4, Math.max(2, os.availableParallelism())),
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  // A slow machine is no failure: each test waits for states, and only a hang reaches this.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  globalSetup: './global-setup.ts',
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : [])],
  projects: [
    { name: 'app', testMatch: /.*\.spec\.ts/, testIgnore: [/coverage\.spec\.ts/, /package\.spec\.ts/] },
    // The package that `npm run dist:dir` has built.
    { name: 'package', testMatch: /package\.spec\.ts/ },
    // Runs last: it looks at which commands all the other specs have called.
    { name: 'coverage', testMatch: /coverage\.spec\.ts/, dependencies: ['app'] },
  ],
});
