import fs from 'node:fs';
import path from 'node:path';
import { expect, launchPanel, test } from './app-fixture.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 30 } });

test('the palette finds pages, actions and profiles, and gives the focus back', async ({ demo, page }) => {
  await demo.control('profiles.touch', { changes: [{ kind: 'rename', profileId: 30, name: 'Zebra shop' }] });
  await page.reload();
  const { waitForRows, select, search, row } = profilesScreen(page);
  await waitForRows(30);
  await expect(row(30)).not.toBeInViewport();
  const field = page.getByRole('combobox', { name: /^Page, action/ });
  const palette = page.getByRole('dialog', { name: 'Find a page, an action or a profile' });

  await search.focus();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(search).toBeFocused();

  await page.keyboard.press('Control+k');
  await field.fill('rec');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Recipes' })).toBeVisible();

  await expect(palette).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await field.fill('zebra');
  await expect(page.getByRole('option', { name: /Zebra shop/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible();
  await expect(page.getByRole('complementary')).toBeVisible();
  await expect(row(30)).toBeInViewport();

  await expect(palette).toHaveCount(0);
  await select(29);
  await page.keyboard.press('Control+k');
  await field.fill('clear cache');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Clear the cache of 1 profile' })).toBeVisible();
  // Under a dialog the shortcuts rest.
  await page.keyboard.press('Control+k');
  await expect(field).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await field.fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('shortcuts list themselves, go to pages and rest while somebody types', async ({ page }) => {
  const { waitForRows, search } = profilesScreen(page);
  await waitForRows(30);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByText('Search the profiles')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('g?j/');
  await expect(search).toHaveValue('g?j/');
  await expect(list).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible();
});

test('the tour shows real parts of the window by keyboard alone, and Esc ends it', async ({ page }) => {
  await profilesScreen(page).waitForRows(30);
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Take the tour' }).click();
  for (const title of ['The connection', 'The search', 'The filters', 'Select', 'Jobs', 'Recipes']) {
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('dialog', { name: 'Help' })).toContainText('7 of 7');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the window comes back where it stood, at its zoom and with its sidebar', async ({ demo, userData }) => {
  const place = { x: 40, y: 30, width: 1100, height: 700 };
  const first = await launchPanel({ userData, address: demo });
  await profilesScreen(first.page).waitForRows(30);
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    place,
  );
  // Faster than the window can be drawn: each press counts.
  for (let press = 0; press < 4; press += 1) await first.page.keyboard.press('Control+=');
  await expect.poll(() => first.page.evaluate(() => innerWidth)).toBeLessThan(place.width / 1.6);
  await first.page.keyboard.press('Control+0');
  await expect.poll(() => first.page.evaluate(() => innerWidth)).toBeGreaterThan(1_000);
  await first.page.keyboard.press('Control+=');
  await first.page.getByRole('button', { name: 'Hide the names' }).click();
  await expect(first.page.getByRole('button', { name: 'Show the names' })).toBeVisible();
  await first.app.evaluate(({ app }) => app.quit());
  await first.close();

  const second = await launchPanel({ userData, address: demo });
  await profilesScreen(second.page).waitForRows(30);
  const seen = await second.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomFactor() };
  });
  expect(seen.bounds).toEqual(place);
  expect(seen.zoom).toBeCloseTo(1.1);
  await expect(second.page.getByRole('button', { name: 'Show the names' })).toBeVisible();
  await second.close();
});

test('the welcome comes once, says what was found and starts again on demo data', async ({
  demo,
  userData,
}) => {
  const first = await launchPanel({ userData, address: demo, skipsWelcome: false });
  const welcome = first.page.getByRole('dialog', { name: 'Welcome to Profile Panel' });
  await expect(welcome).toContainText('ixBrowser was found. It holds 30 profiles.');
  await expect(welcome.getByRole('listitem')).toHaveCount(3);
  await demo.control('account.set', { state: 'signedOut' });
  await first.page.evaluate(() => window.panel.call('connection.check', {}));
  await expect(welcome).toContainText(/signed out/i);
  await demo.control('account.set', { state: 'ok' });
  await welcome.getByRole('button', { name: 'Check again' }).click();
  await expect(welcome).toContainText('ixBrowser was found.');
  await welcome.getByRole('button', { name: 'Begin' }).click();
  await expect(welcome).toBeHidden();
  await first.page.reload();
  await profilesScreen(first.page).waitForRows(30);
  await expect(welcome).toBeHidden();

  await first.page.getByRole('link', { name: 'Settings' }).click();
  await first.page.getByRole('button', { name: 'Welcome' }).click();
  const noted = path.join(userData, 'relaunch.json');
  await first.app.evaluate(({ app }, file) => {
    app.relaunch = (options) => {
      process.getBuiltinModule('node:fs').writeFileSync(file, JSON.stringify(options));
    };
  }, noted);
  const ended = first.app.waitForEvent('close');
  await welcome.getByRole('button', { name: 'Try with demo data' }).click();
  await ended;
  const { args } = JSON.parse(fs.readFileSync(noted, 'utf8')) as { args: string[] };
  expect(args).toContain('--demo');
  expect(args).toContain(`--user-data-dir=${userData}`);
  await first.close();
});
