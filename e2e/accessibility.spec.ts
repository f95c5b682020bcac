import { expect, test } from './app-fixture.ts';
import { comeBack, looks, type ScreenState, setLook, setStage, walkScreens } from './screens/every-screen.ts';
import { findAxeViolations, readPolicyViolations, watchPolicy } from './screens/page-checks.ts';

// Each test walks every screen, and axe reads all of the page each time.
test.setTimeout(240_000);

const states: readonly ScreenState[] = ['typical', 'error'];

for (const state of states) {
  test.describe(state, () => {
    test.use({ demoStart: { profiles: 20 } });

    test(`axe finds nothing on any screen, in both languages and themes: ${state}`, async ({
      demo,
      page,
    }) => {
      const stage = { page, control: demo.control, state };
      await setStage(stage);
      await watchPolicy(page);
      await comeBack(stage);
      await walkScreens(stage, async (name) => {
        for (const look of looks) {
          await setLook(page, look);
          expect
            .soft(await findAxeViolations(page), `${name}, ${look.language}, ${look.colorScheme}`)
            .toEqual([]);
        }
      });
      expect(await readPolicyViolations(page)).toEqual([]);
    });
  });
}

test('axe hears of a button without a name', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  expect(await findAxeViolations(page)).toEqual([expect.stringMatching(/^button-name: /)]);
});
