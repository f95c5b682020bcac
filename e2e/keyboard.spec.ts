import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { extractionScreen } from './screens/extraction-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 12 }, panelArgs: ['--allow-loopback-suppliers'] });

/** Goes on with Tab until what has the focus is called like this. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return (
        focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? ''
      );
    });
    if (name.test(label.trim())) return;
    seen.push(label.trim().slice(0, 40));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}. It came to: ${seen.join(' | ')}`);
}

/** From the search into the grid, and there all that match. */
async function selectAllShown(page: Page): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
}

/** Chooses an entry of the palette. */
async function choose(page: Page, query: string): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Page, action/ })).toBeFocused();
  await page.keyboard.type(query);
  await expect(page.getByRole('option', { selected: true })).toContainText(new RegExp(query, 'i'));
  await page.keyboard.press('Enter');
}

test.beforeEach(async ({ demo, page }) => {
  const { openProfileIds } = await demo.control('state.get', {});
  if (openProfileIds.length > 0)
    await demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
  await profilesScreen(page).waitForRows(12);
  // Nothing but keys from here on: a mouse would be heard.
  await page.evaluate(() =>
    addEventListener('pointerdown', () => Object.assign(globalThis, { usedMouse: true })),
  );
});

test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => Reflect.get(globalThis, 'usedMouse'))).toBeUndefined();
});

test('proxies from a link are set on a handful of profiles by keyboard alone', async ({
  demo,
  page,
  supplier,
}) => {
  test.setTimeout(120_000);
  await page.keyboard.press('/');
  await selectAllShown(page);
  await choose(page, 'proxy');
  const extraction = extractionScreen(page);
  await expect(extraction.dialog).toBeVisible();
  await tabTo(page, /^Link of your proxy supplier/);
  await page.keyboard.type(supplier.link('text'));
  await tabTo(page, /^Test the link$/);
  await page.keyboard.press('Enter');
  await expect(extraction.reply).toContainText('2 proxies understood');
  for (let step = 0; step < 2; step += 1) {
    await tabTo(page, /^Next$/);
    await page.keyboard.press('Enter');
  }
  await tabTo(page, /^Try on this profile$/);
  await page.keyboard.press('Enter');
  await expect(extraction.button('Apply to the other 11')).toBeEnabled();
  await tabTo(page, /^Apply to the other 11$/);
  await page.keyboard.press('Enter');
  await expect(extraction.dialog).toBeHidden();
  const action = 'profile-update-proxy-for-api-extraction';
  await expect.poll(async () => (await demo.control('requests.list', { action })).requests.length).toBe(12);
});

test('a recipe is saved and started by keyboard alone', async ({ demo, page }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('0');
  await selectAllShown(page);
  await choose(page, 'clear cache');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Clear cache of/ })).toBeEnabled();
  await tabTo(page, /^Clear cache of/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Cleared the cache of \d+ profiles\.$/)).toBeVisible();

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
  await tabTo(page, /^Clear cache · /);
  await page.keyboard.press('Enter');
  await tabTo(page, /^More$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Save as recipe…' })).toBeVisible();
  for (let presses = 0; presses < 6; presses += 1) {
    if (
      await page
        .getByRole('menuitem', { name: 'Save as recipe…' })
        .evaluate((item) => item === document.activeElement)
    )
      break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, /^Title/);
  await page.keyboard.type('Monday cleaning');
  await tabTo(page, /^Save recipe$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved “Monday cleaning”.')).toBeVisible();

  await demo.control('requests.clear', {});
  await choose(page, 'recipes');
  await tabTo(page, /^Clear cache of \d+ profiles$/);
  await page.keyboard.press('Enter');
  await expect
    .poll(
      async () => (await demo.control('requests.list', { action: 'profile-clear-cache' })).requests.length,
    )
    .toBeGreaterThan(0);
});
