import { expect, test } from './app-fixture.ts';
import {
  comeBack,
  hasLayer,
  type Look,
  type ScreenState,
  setLook,
  setStage,
  type Walk,
  walkScreens,
} from './screens/every-screen.ts';
import { findViolations } from './screens/find-violations.ts';
import { findClippedText, readPolicyViolations, watchPolicy } from './screens/page-checks.ts';

// Each walk opens every screen of a state once, and axe reads it: on a busy machine that takes its time.
test.setTimeout(600_000);

const large = { width: 1280, height: 800 };
const small = { width: 1000, height: 640 };

/** What is looked at in each look: every rule in two of them, and in the other two the colours. */
const checks: readonly (Look & { readonly rules?: string[]; readonly isMeasured?: boolean })[] = [
  { language: 'en', colorScheme: 'light', isMeasured: true },
  { language: 'en', colorScheme: 'dark', rules: ['color-contrast'] },
  { language: 'zh-CN', colorScheme: 'dark', isMeasured: true },
  { language: 'zh-CN', colorScheme: 'light', rules: ['color-contrast'] },
];

// Long names everywhere are the harder case of a list; the walks are as long as each other.
const walks: readonly { readonly state: ScreenState; readonly walk: Walk; readonly title: string }[] = [
  { state: 'extreme', walk: 'pages', title: 'the pages' },
  { state: 'extreme', walk: 'dialogs', title: 'the dialogs' },
  { state: 'error', walk: 'all', title: 'all of it while signed out' },
];

for (const { state, walk, title } of walks) {
  test.describe(title, () => {
    test.use({ demoStart: { profiles: 10 } });

    test(`axe, the policy and the measure of text find nothing: ${title}`, async ({ demo, panel, page }) => {
      const stage = { app: panel.app, page, control: demo.control, state };
      await page.setViewportSize(large);
      await setStage(stage);
      await watchPolicy(page);
      await comeBack(stage);
      const seen = await walkScreens(stage, walk, async (name) => {
        // A page under a dialog has been looked at by itself.
        const isCovered = await hasLayer(page);
        for (const { rules, isMeasured, ...look } of checks) {
          if (isCovered && rules) continue;
          await setLook(page, look);
          const where = `${name}, ${look.language}`;
          const within = isCovered ? '[data-portal]' : undefined;
          expect
            .soft(await findViolations(page, { within, rules }), `${where}, ${look.colorScheme}`)
            .toEqual([]);
          if (!isMeasured) continue;
          expect.soft(await findClippedText(page), where).toEqual([]);
          await page.setViewportSize(small);
          expect.soft(await findClippedText(page), `${where}, small`).toEqual([]);
          if (look.language === 'en')
            expect.soft(await findClippedText(page, 0.4), `${where}, small and grown`).toEqual([]);
          await page.setViewportSize(large);
        }
      });
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
