import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** The main process: one ESM file; everything but Electron and Node itself is bundled in. */
export default defineConfig({
  root: import.meta.dirname,
  // CommonJS modules that are bundled in ask for the name of their own file, which is this bundle's then.
  define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
  build: {
    outDir: '../dist/electron',
    emptyOutDir: true,
    target: 'node24',
    ssr: 'main.ts',
    minify: false,
    rolldownOptions: {
      external: ['electron', ...builtinModules, /^node:/],
      output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
