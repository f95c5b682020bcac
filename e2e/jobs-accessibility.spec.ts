import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

/** Folder for a screenshot of each step; none are taken without it. */
const shots = process.env.SHOTS;

/** No finding of axe in what is on the screen now. In legacy mode it needs no page of its own to finish. */
async function expectNoFindings(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  ).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialogs of the operations have no finding of axe (${colorScheme})`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1_000, height: 700 });
    const profiles = profilesScreen(page);
    const operations = operationsScreen(page);
    await profiles.waitForRows(40);
    await profiles.selectAll();
    await operations.action('More').click();
    await expect(page.getByRole('menuitem', { name: 'Copy…' })).toBeVisible();
    await expectNoFindings(page, `${colorScheme}-more`);
    await page.keyboard.press('Escape');
    for (const name of ['Move to group…', 'Proxy…', 'Copy…', 'Reset open state…']) {
      if (name === 'Proxy…') await operations.openProxy('Custom');
      else await operations.openMore(name);
      if (name === 'Copy…' || name.startsWith('Move')) await operations.chooseGroup('Group', 'Archive');
      if (name === 'Proxy…') {
        await operations.dialog.getByRole('textbox', { name: 'Host' }).fill('203.0.113.7:80');
        await operations.dialog.getByRole('checkbox', { name: 'The proxy needs a login' }).check();
        await operations.dialog.getByRole('textbox', { name: 'User name' }).fill('anna');
      }
      await expect(operations.dialog.getByRole('region', { name: 'Check before the run' })).toContainText(
        'ready',
      );
      await expectNoFindings(page, `${colorScheme}-${name.split(' ')[0]?.toLowerCase()}`);
      await page.keyboard.press('Escape');
      await expect(operations.dialog).toBeHidden();
    }
  });

  test(`results, history and recipes have no finding of axe (${colorScheme})`, async ({ demo, page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1_000, height: 700 });
    const profiles = profilesScreen(page);
    const operations = operationsScreen(page);
    const jobs = jobsScreen(page);
    await profiles.waitForRows(40);
    await profiles.selectAll();
    await demo.control('profiles.touch', { changes: [{ kind: 'delete', profileIds: [3, 4] }] });
    await operations.openMore('Move to group…');
    await operations.chooseGroup('Group', 'Archive');
    await operations.start(/^Move \d+ profiles$/);
    await expect(jobs.result).toContainText('Moved');
    await expectNoFindings(page, `${colorScheme}-result`);
    await jobs.resultButton('Undo…').click();
    await expect(operations.dialog).toContainText('Can restore');
    await expectNoFindings(page, `${colorScheme}-undo`);
    await operations.dialog.getByRole('button', { name: 'Cancel' }).click();
    await jobs.resultButton('More').click();
    await page.getByRole('menuitem', { name: 'Save as recipe…' }).click();
    await operations.dialog.getByRole('textbox', { name: 'Title' }).fill('Archive all');
    await expectNoFindings(page, `${colorScheme}-save-recipe`);
    await operations.dialog.getByRole('button', { name: 'Save recipe' }).click();
    await expect(page.getByText('Saved “Archive all”.')).toBeVisible();
    await page.getByRole('link', { name: 'Recipes' }).click();
    await expect(page.getByRole('heading', { name: 'Archive all' })).toBeVisible();
    await expectNoFindings(page, `${colorScheme}-recipes`);
    await page.getByRole('link', { name: 'Jobs' }).click();
    await page.getByRole('button', { name: /^Move to group/ }).click();
    await expectNoFindings(page, `${colorScheme}-history`);
  });
}
