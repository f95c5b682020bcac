import { defineConfig } from 'vitest/config';

/** Unit tests sit beside the module they test, in every folder but the end-to-end specs. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['{electron,shared,renderer,e2e}/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['e2e/seed-properties.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
