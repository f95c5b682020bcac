/**
 * `npm run screens [-- NAME…]`: a picture of every screen and main dialog in every state, language and colour
 * scheme, at 1280 × 800 and at the smallest size of the window, into `out/screens/`, with one contact sheet
 * (`index.html` and a PNG a state and size). With names only those screens. Needs `npm run build` first, which
 * the script does.
 */
import fs from 'node:fs';
import path from 'node:path';
import { type Look, looks, setLook } from '../screens/walk/look.ts';
import { countProfiles, type ScreenState, screenStates, setStage } from '../screens/walk/stage.ts';
import { walkScreens } from '../screens/walk/walk-screens.ts';
import { startPanelOnDemo } from '../start-panel.ts';
import { type Picture, writeContactSheet } from './contact-sheet.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'out', 'screens');
const mostProfiles = 50_000;

const sizes = [
  { width: 1280, height: 800 },
  { width: 1000, height: 640 },
] as const;

const chosen = process.argv.slice(2);
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name);

fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
const startedAt = Date.now();
// Two at a time: each state has an app and a Local API of its own.
const waiting = [...screenStates];
const pictures: Picture[] = [];
const failures: string[] = [];
const work = async () => {
  for (let state = waiting.shift(); state; state = waiting.shift()) {
    await takePictures(state).catch((error: unknown) => failures.push(`${state}: ${String(error)}`));
  }
};
await Promise.all([work(), work()]);
const sheets = await writeContactSheet(folder, pictures);
for (const failure of failures) console.error(failure);
const seconds = Math.round((Date.now() - startedAt) / 1_000);
console.log(`${pictures.length} pictures in ${seconds} s. Look at out/screens/index.html, or at:`);
for (const sheet of sheets) console.log(`  out/screens/${sheet}`);
process.exit(failures.length === 0 ? 0 : 1);

async function takePictures(state: ScreenState): Promise<void> {
  const { app, page, demo, stop } = await startPanelOnDemo(countProfiles(state, mostProfiles));
  try {
    page.setDefaultTimeout(20_000);
    const stage = { app, page, demo, state };
    await page.setViewportSize(sizes[0]);
    await setStage(stage);
    const takePicture = async (name: string) => {
      console.log(`${((Date.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${state}: ${name}`);
      for (const look of looks) {
        await setLook(page, look);
        for (const size of sizes) {
          // The small window is looked at once a language; the colours do not change its layout.
          if (size.width < 1280 && look.colorScheme === 'dark') continue;
          await page.setViewportSize(size);
          const file = nameFile(name, state, look, size.width);
          await page.screenshot({ path: path.join(folder, file) });
          pictures.push({ file, name, state, look, width: size.width });
        }
        await page.setViewportSize(sizes[0]);
      }
    };
    await walkScreens(stage, takePicture, { filter: isChosen });
  } finally {
    await stop();
  }
}

function nameFile(name: string, state: ScreenState, { language, colorScheme }: Look, width: number): string {
  return `${name}.${state}.${language}.${colorScheme}.${width}.png`;
}
