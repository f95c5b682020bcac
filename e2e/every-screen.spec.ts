import { expect, test } from './app-fixture.ts';
import { findViolations } from './screens/find-violations.ts';
import { findClippedText, readPolicyViolations, watchPolicy } from './screens/page-checks.ts';
import { type Look, setLook } from './screens/walk/look.ts';
import { countProfiles, type ScreenState, setStage } from './screens/walk/stage.ts';
import { type Area, areaNames, isCovered, walkScreens } from './screens/walk/walk-screens.ts';

// Each walk opens every screen of an area once, and axe reads it: on a busy machine that takes its time.
test.setTimeout(600_000);

const large = { width: 1280, height: 800 };
const small = { width: 1000, height: 640 };

/** What is looked at in each look: every rule in two of them, and in the other two the colours. */
const checks: readonly (Look & { readonly rules?: readonly string[]; readonly isMeasured?: boolean })[] = [
  { language: 'en', colorScheme: 'light', isMeasured: true },
  { language: 'en', colorScheme: 'dark', rules: ['color-contrast'] },
  { language: 'zh-CN', colorScheme: 'dark', isMeasured: true },
  { language: 'zh-CN', colorScheme: 'light', rules: ['color-contrast'] },
];

// Long names everywhere are the harder case of a list: only of the grid the usual one is looked at, too.
const walks: readonly { readonly state: ScreenState; readonly area?: Area }[] = [
  ...areaNames.map((area) => ({ state: 'extreme' as const, area })),
  { state: 'typical', area: 'profiles' },
  { state: 'empty' },
  { state: 'error' },
];

for (const { state, area } of walks) {
  test.describe(`${state}, ${area ?? 'everything'}`, () => {
    test.use({ demoStart: { profiles: countProfiles(state, 10) } });

    test('axe, the policy and the measure of text find nothing', async ({ demo, panel, page }) => {
      const stage = { app: panel.app, page, demo, state };
      await page.setViewportSize(large);
      await setStage(stage);
      await watchPolicy(page);
      const look = async (name: string) => {
        // A page under a dialog has been looked at by itself.
        const within = (await isCovered(page)) ? '[data-portal]' : undefined;
        for (const { rules, isMeasured, ...combination } of checks) {
          if (within && rules) continue;
          await setLook(page, combination);
          const where = `${name}, ${combination.language}`;
          expect
            .soft(await findViolations(page, { within, rules }), `${where}, ${combination.colorScheme}`)
            .toEqual([]);
          if (!isMeasured) continue;
          expect.soft(await findClippedText(page), where).toEqual([]);
          await page.setViewportSize(small);
          expect.soft(await findClippedText(page), `${where}, small`).toEqual([]);
          if (combination.language === 'en')
            expect.soft(await findClippedText(page, 0.4), `${where}, small and grown`).toEqual([]);
          await page.setViewportSize(large);
        }
      };
      const seen = await walkScreens(stage, look, { area });
      expect(seen.length).toBeGreaterThan(4);
      expect(await readPolicyViolations(page)).toEqual([]);
    });
  });
}

test('the checks find what is wrong: a nameless button, text that is cut off, a style of its own', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await watchPolicy(page);
  expect(await findClippedText(page)).toEqual([]);
  expect(await readPolicyViolations(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  expect(await findViolations(page)).toEqual([expect.stringMatching(/^button-name: /)]);

  await page.evaluate(() => {
    const box = document.querySelector('.app-sidebar__name') as HTMLElement;
    box.style.width = '40px';
    box.style.overflow = 'hidden';
    box.style.whiteSpace = 'nowrap';
  });
  expect(await findClippedText(page)).toEqual([expect.stringContaining('Profile Panel')]);
  // A title tells the rest.
  await page.evaluate(() =>
    document.querySelector('.app-sidebar__name')?.setAttribute('title', 'Profile Panel'),
  );
  expect(await findClippedText(page)).toEqual([]);

  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => readPolicyViolations(page)).toEqual([expect.stringContaining('style-src')]);
});
