import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import postcssSimpleVars from 'postcss-simple-vars';
import { defineConfig } from 'vite';

/** The window's page, built into static files that the app:// protocol serves. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  css: { postcss: { plugins: [postcssPresetMantine(), postcssSimpleVars()] } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
