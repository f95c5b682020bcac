/**
 * Writes `theme.generated.css`: the CSS variables of the Mantine theme. The library would set them through
 * a style element at run time, which `style-src 'self'` forbids. With `--check` nothing is written, and a
 * file that differs ends with exit code 1.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { resolveCssVariables, theme } from './theme.ts';

const target = path.join(import.meta.dirname, 'theme.generated.css');

function generate(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = resolveCssVariables(merged);
  const css = convertCssVariables({
    variables: { ...base.variables, ...own.variables },
    light: { ...base.light, ...own.light },
    dark: { ...base.dark, ...own.dark },
  });
  const lines = css
    .replaceAll(/;(?=\S)/g, ';\n  ')
    .replaceAll('{', ' {\n  ')
    .replaceAll(/\s*\}/g, '\n}\n');
  return `/* Generated from theme.ts by generate-theme-css.ts. Do not edit. */\n${lines.replaceAll(/\n{3,}/g, '\n\n').trim()}\n`;
}

const css = generate();
if (process.argv.includes('--check')) {
  const existing = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  if (existing !== css) {
    console.error('renderer/ui/theme.generated.css differs from theme.ts: run npm run generate.');
    process.exitCode = 1;
  }
} else {
  fs.writeFileSync(target, css);
}
