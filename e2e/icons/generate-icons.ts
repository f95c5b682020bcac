/**
 * `npm run generate:icons`: draws every icon from `electron/icons/icon.svg` with the installed browser and writes
 * `16x16.png` … `512x512.png` (Linux), `icon.ico` (Windows), `icon.icns` (macOS) beside it, and the page's own
 * copies into `renderer/public/`. The results are committed, so that a build needs no browser.
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../stand-in/find-browser.ts';
import { toIcns, toIco } from './icon-containers.ts';

const root = path.join(import.meta.dirname, '..', '..');
const folder = path.join(root, 'electron', 'icons');
const publicFolder = path.join(root, 'renderer', 'public');
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const macSizes = [16, 32, 64, 128, 256, 512, 1024];

const svg = fs.readFileSync(path.join(folder, 'icon.svg'), 'utf8');
const images = await drawImages(svg, [...new Set([...linuxSizes, ...windowsSizes, ...macSizes])]);

for (const size of linuxSizes) fs.writeFileSync(path.join(folder, `${size}x${size}.png`), toImage(size));
fs.writeFileSync(
  path.join(folder, 'icon.ico'),
  toIco(windowsSizes.map((size) => ({ size, png: toImage(size) }))),
);
fs.writeFileSync(
  path.join(folder, 'icon.icns'),
  toIcns(macSizes.map((size) => ({ size, png: toImage(size) }))),
);
fs.mkdirSync(publicFolder, { recursive: true });
fs.writeFileSync(path.join(publicFolder, 'icon.svg'), svg);
fs.writeFileSync(path.join(publicFolder, 'icon.png'), toImage(256));

function toImage(size: number): Buffer {
  const image = images.get(size);
  if (!image) throw new Error(`No image of ${size} pixels was drawn.`);
  return image;
}

async function drawImages(source: string, sizes: readonly number[]): Promise<Map<number, Buffer>> {
  const found = await findBrowser();
  if (!found.isOk) throw new Error(found.message);
  const browser = await chromium.launch({ executablePath: found.executablePath });
  const page = await browser.newPage();
  const drawn = new Map<number, Buffer>();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`,
    );
    drawn.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return drawn;
}
