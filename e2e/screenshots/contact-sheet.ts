import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { Look } from '../screens/walk/look.ts';
import type { ScreenState } from '../screens/walk/stage.ts';
import { findBrowser } from '../stand-in/find-browser.ts';

/** One picture of a screen. */
export interface Picture {
  /** Within the folder of the sheet. */
  readonly file: string;
  readonly name: string;
  readonly state: ScreenState;
  readonly look: Look;
  /** Width of the window in pixels. */
  readonly width: number;
}

/**
 * Writes `index.html`, the whole contact sheet, and PNG files of it for each state and window width. Returns
 * the names of the PNG files.
 */
export async function writeContactSheet(folder: string, pictures: readonly Picture[]): Promise<string[]> {
  fs.writeFileSync(path.join(folder, 'index.html'), toHtml(pictures));
  const parts = divide(pictures);
  const found = await findBrowser();
  if (!found.isOk) throw new Error(found.message);
  const browser = await chromium.launch({ executablePath: found.executablePath });
  const files: string[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1880, height: 1000 } });
    for (const [name, part] of parts) {
      const source = path.join(folder, `${name}.html`);
      fs.writeFileSync(source, toHtml(part));
      await page.goto(pathToFileURL(source).href);
      await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
      fs.rmSync(source);
      files.push(`${name}.png`);
    }
  } finally {
    await browser.close();
  }
  return files;
}

/** Screens a sheet: more would make it too long to look at in one piece. */
const screensEach = 6;

/** The pictures of each sheet by its name: a state and width, a few screens at a time. */
function divide(pictures: readonly Picture[]): Map<string, Picture[]> {
  const parts = new Map<string, Picture[]>();
  const groups = Map.groupBy(pictures, ({ state, width }) => `contact-sheet.${state}.${width}`);
  for (const [name, group] of groups) {
    const names = [...new Set(group.map((picture) => picture.name))];
    for (let from = 0; from < names.length; from += screensEach) {
      const chosen = new Set(names.slice(from, from + screensEach));
      parts.set(
        `${name}.${from / screensEach + 1}`,
        group.filter((picture) => chosen.has(picture.name)),
      );
    }
  }
  return parts;
}

function toHtml(pictures: readonly Picture[]): string {
  const rows = [...Map.groupBy(pictures, ({ name, state, width }) => `${name} · ${state} · ${width}`)].map(
    ([title, row]) =>
      `<h2>${title}</h2><div>${row
        .map(
          ({ file, look }) =>
            `<figure><a href="${file}"><img src="${file}" alt="${title}" loading="eager"></a><figcaption>${look.language} · ${look.colorScheme}</figcaption></figure>`,
        )
        .join('')}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>
body{margin:16px;font:13px system-ui;background:#777;color:#fff}h2{margin:16px 0 4px;font-size:14px}
div{display:grid;grid-template-columns:repeat(4,1fr);gap:8px}figure{margin:0}img{width:100%;display:block}
</style><h1>Screens</h1>${rows.join('\n')}\n`;
}
