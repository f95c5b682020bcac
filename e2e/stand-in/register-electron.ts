import { registerHooks } from 'node:module';

const EMULATED = new Set(['electron', 'electron/main', 'electron/common']);
const moduleUrl = new URL('./electron-module.ts', import.meta.url).href;

/** Loaded with `--import`: every `import` and `require` of `electron` gets the stand-in's module. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    return EMULATED.has(specifier)
      ? { url: moduleUrl, format: 'module-typescript', shortCircuit: true }
      : nextResolve(specifier, context);
  },
});
