import { defineConfig } from 'vite';

/** The preload script: one CommonJS file that requires only `electron`, as a sandboxed preload must. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/electron',
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    lib: { entry: 'preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
