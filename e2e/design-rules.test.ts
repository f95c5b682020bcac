import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = path.join(import.meta.dirname, '..', 'renderer');
const tokens = fs.readFileSync(path.join(renderer, 'ui', 'tokens.css'), 'utf8');

describe.each(['light', 'dark'])('in the %s scheme', (scheme) => {
  const values = readTokens(scheme);
  const colour = (name: string) => {
    const value = values.get(name);
    if (!value) throw new Error(`There is no ${name} in the ${scheme} scheme.`);
    return value;
  };

  it.each(['good', 'warning', 'bad', 'info', 'neutral'])('the status %s can be read', (tone) => {
    expect(
      contrast(colour(`--status-${tone}-text`), colour(`--status-${tone}-surface`)),
    ).toBeGreaterThanOrEqual(4.5);
    // In rows and on cards the text stands without its surface.
    for (const surface of [
      '--surface-content',
      '--surface-raised',
      '--surface-hover',
      '--surface-selected',
    ]) {
      expect(contrast(colour(`--status-${tone}-text`), colour(surface)), surface).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['--text-primary', '--text-secondary', '--accent-text'])(
    '%s can be read on every surface',
    (text) => {
      const surfaces = [...values.keys()].filter((name) => /^--(surface|accent-surface)/.test(name));
      for (const surface of surfaces) {
        if (['--surface-veil', '--surface-overlay'].includes(surface)) continue;
        expect(contrast(colour(text), colour(surface)), surface).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('controls and the focus ring stand out from what is behind them', () => {
    for (const surface of ['--surface-window', '--surface-content', '--surface-raised']) {
      expect(contrast(colour('--border-control'), colour(surface)), surface).toBeGreaterThanOrEqual(3);
      expect(contrast(colour('--accent-strong'), colour(surface)), surface).toBeGreaterThanOrEqual(3);
    }
  });
});

it('both schemes have the same tokens', () => {
  expect([...readTokens('light').keys()]).toEqual([...readTokens('dark').keys()]);
});

it('no style sheet has a colour, a text size, a radius, a duration or a wide space of its own', () => {
  const faults = listSheets().flatMap((file) =>
    findRawValues(fs.readFileSync(file, 'utf8')).map((fault) => `${path.relative(renderer, file)}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

it('the check of style sheets finds raw values, and leaves tokens, sizes and hairlines alone', () => {
  expect(findRawValues('.a { color: #ff0000; }')).toEqual(['color: #ff0000']);
  expect(findRawValues('.a { background: rgb(0 0 0 / 6%); }')).toHaveLength(1);
  expect(findRawValues('.a { font-size: 13px; }')).toHaveLength(1);
  expect(findRawValues('.a { border-radius: 7px; }')).toHaveLength(1);
  expect(findRawValues('.a { transition: opacity 120ms; }')).toHaveLength(1);
  expect(findRawValues('.a { padding: 4px 12px; }')).toHaveLength(1);
  expect(
    findRawValues(
      '.a { color: var(--text-primary); padding: 2px var(--space-2); border: 1px solid var(--border-subtle); width: 240px; border-radius: 999px; }',
    ),
  ).toEqual([]);
});

function listSheets(): string[] {
  return fs
    .readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && !/tokens\.css$|\.generated\.css$/.test(file))
    .map((file) => path.join(renderer, file));
}

/**
 * Declarations with a value that belongs into `tokens.css`. Widths and heights are layout, and spaces below 8
 * pixels adjust what the eye sees, as does an indent that lines text up with an icon: these stand where they are used.
 */
function findRawValues(css: string): string[] {
  const declarations = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/(?:^|[;{\s])([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g);
  return [...declarations].flatMap(([, property = '', value = '']) => {
    const pixels = [...value.matchAll(/(\d+(?:\.\d+)?)px/g)].map(([, number]) => Number(number));
    const isRaw =
      /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(value) ||
      (property === 'font-size' && pixels.length > 0) ||
      // 999px is round, whatever the size.
      (/radius$/.test(property) && pixels.some((size) => size !== 999 && size > 3)) ||
      (/^(?:transition|animation)/.test(property) && /\d(?:ms|s)\b/.test(value)) ||
      (/^(?:padding|margin|gap|row-gap|column-gap)(?!-inline-start)/.test(property) &&
        pixels.some((size) => size >= 8));
    return isRaw ? [`${property}: ${value.trim()}`] : [];
  });
}

/** The tokens of a scheme that are plain colours. */
function readTokens(scheme: string): Map<string, string> {
  const block =
    new RegExp(`data-mantine-color-scheme="${scheme}"\\]\\s*\\{([^}]*)\\}`).exec(tokens)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[\da-f]{6}|rgb[^;]*);/gi)]
      .filter(([, name = '']) => !name.startsWith('--shadow'))
      .map(([, name = '', value = '']) => [name, value]),
  );
}

/** Contrast of two colours `#rrggbb`, 1 to 21, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
