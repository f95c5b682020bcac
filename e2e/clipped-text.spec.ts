import { expect, test } from './app-fixture.ts';
import {
  comeBack,
  languages,
  type ScreenState,
  setLook,
  setStage,
  walkScreens,
} from './screens/every-screen.ts';
import { findClippedText, readPolicyViolations, watchPolicy } from './screens/page-checks.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1000, height: 640 },
] as const;

test.setTimeout(180_000);

const states: readonly ScreenState[] = ['extreme', 'error'];

for (const state of states) {
  test.describe(state, () => {
    test.use({ demoStart: { profiles: state === 'error' ? 20 : 40 } });

    test(`no text is cut off on any screen, nor would be if it grew by 40 %: ${state}`, async ({
      demo,
      page,
    }) => {
      const stage = { page, control: demo.control, state };
      await setStage(stage);
      await watchPolicy(page);
      await comeBack(stage);
      await walkScreens(stage, async (name) => {
        for (const language of languages) {
          await setLook(page, { language, colorScheme: 'light' });
          for (const size of sizes) {
            await page.setViewportSize(size);
            const where = `${name}, ${language}, ${size.width}`;
            expect.soft(await findClippedText(page), where).toEqual([]);
            if (language === 'en' && size.width === 1000)
              expect.soft(await findClippedText(page, 0.4), `${where}, grown`).toEqual([]);
          }
        }
        await page.setViewportSize(sizes[0]);
      });
      expect(await readPolicyViolations(page)).toEqual([]);
    });
  });
}

test('the check finds text that is cut off, and no text whose title tells the rest', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await findClippedText(page)).toEqual([]);
  await page.evaluate(() => {
    const box = document.querySelector('.app-sidebar__name') as HTMLElement;
    box.style.width = '40px';
    box.style.overflow = 'hidden';
    box.style.whiteSpace = 'nowrap';
  });
  expect(await findClippedText(page)).toEqual([expect.stringContaining('Profile Panel')]);
  await page.evaluate(() =>
    document.querySelector('.app-sidebar__name')?.setAttribute('title', 'Profile Panel'),
  );
  expect(await findClippedText(page)).toEqual([]);
});

test('the check of the content security policy hears a violation', async ({ page }) => {
  await watchPolicy(page);
  expect(await readPolicyViolations(page)).toEqual([]);
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => readPolicyViolations(page)).toEqual([expect.stringContaining('style-src')]);
});
