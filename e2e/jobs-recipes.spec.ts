import fs from 'node:fs';
import path from 'node:path';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { expect, test } from './app-fixture.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  for (const profileId of [4, 5, 6]) {
    await demo.control('profiles.touch', {
      changes: [{ kind: 'rename', profileId, name: `Weekly ${profileId}` }],
    });
  }
  await page.getByRole('button', { name: 'Refresh' }).click();
  const profiles = profilesScreen(page);
  await expect(profiles.row(4)).toContainText('Weekly 4');

  // A job on what the search finds, saved as a recipe.
  await profiles.search.fill('weekly');
  await profiles.waitForRows(3);
  await profiles.grid.getByRole('checkbox', { name: 'Select the visible profiles' }).click();
  await jobsScreen(page).openClearDialog();
  await jobsScreen(page).start('Clear cache of 3 profiles');
  await expect(page.getByText('Cleared the cache of 3 profiles.')).toBeVisible();
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: /^Clear cache · 3 profiles/ }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as recipe…' }).click();
  const { dialog } = operationsScreen(page);
  await expect(dialog).toContainText('Search “weekly”');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Monday cleaning');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Clears the weekly shops before opening.');
  await dialog.getByRole('textbox', { name: 'Maximum number of profiles' }).fill('5');
  await dialog.getByRole('button', { name: 'Save recipe' }).click();
  await expect(page.getByText('Saved “Monday cleaning”.')).toBeVisible();
  await page.getByRole('link', { name: 'Recipes' }).click();
});

test('a recipe says how many it is for today, and one click starts it', async ({ demo, page }) => {
  const card = page.getByRole('listitem').filter({ hasText: 'Monday cleaning' });
  await expect(card).toContainText('Clears the weekly shops before opening.');
  await demo.control('requests.clear', {});
  await demo.control('profiles.touch', { changes: [{ kind: 'rename', profileId: 9, name: 'Weekly 9' }] });
  await page.getByRole('link', { name: 'Profiles' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await profilesScreen(page).waitForRows(4);
  await page.getByRole('link', { name: 'Recipes' }).click();
  await card.getByRole('button', { name: 'Clear cache of 4 profiles' }).click();
  await expect(page.getByText('Cleared the cache of 4 profiles.')).toBeVisible();
  const { requests } = await demo.control('requests.list', { action: 'profile-clear-cache' });
  expect(requests.flatMap(({ body }) => (body as { profile_id: number[] }).profile_id)).toEqual([4, 5, 6, 9]);
});

test('with an open profile among them the check asks before anything happens', async ({ demo, page }) => {
  await demo.control('profiles.touch', {
    changes: [{ kind: 'open', profileIds: [5], user: 'anna@example.com' }],
  });
  await page.getByRole('button', { name: 'Clear cache of 3 profiles' }).click();
  const { dialog } = operationsScreen(page);
  await expect(dialog).toContainText('1 opened by anna@example.com');
  await dialog.getByRole('button', { name: 'Clear cache of 2 profiles' }).click();
  await expect(jobsScreen(page).result).toContainText('Skipped 1');
});

test('more profiles than its limit keep it from being started', async ({ demo, page }) => {
  await demo.control('profiles.touch', { changes: [{ kind: 'add', count: 3, namePrefix: 'Weekly' }] });
  await page.getByRole('link', { name: 'Profiles' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await profilesScreen(page).waitForRows(6);
  await page.getByRole('link', { name: 'Recipes' }).click();
  await expect(page.getByRole('button', { name: '6 match, at most 5 are allowed' })).toBeDisabled();
});

test('an exported recipe comes back through a diff, and is deleted after a question', async ({
  panel,
  page,
  userData,
}) => {
  const { dialog } = operationsScreen(page);
  const file = path.join(userData, 'monday.json');
  const openMenu = () => page.getByRole('button', { name: 'More about “Monday cleaning”' }).click();
  await answerFileDialogs(panel.app, file);
  await openMenu();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(page.getByText('Saved as monday.json')).toBeVisible();

  const recipe = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify({ ...recipe, sentence: 'Changed by a colleague.' }));
  await answerFileDialogs(panel.app, file);
  await page.getByRole('button', { name: 'Import…' }).click();
  const changed = dialog.getByRole('row', { name: /^Description/ });
  await expect(changed).toContainText('Clears the weekly shops before opening.');
  await expect(changed).toContainText('Changed by a colleague.');
  await expect(dialog.getByRole('row', { name: /^Operation/ })).toContainText('unchanged');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Changed by a colleague.')).toBeHidden();
  await page.getByRole('button', { name: 'Import…' }).click();
  await dialog.getByRole('button', { name: 'Replace recipe' }).click();
  const recipes = page.getByRole('list', { name: 'All recipes' });
  await expect(recipes.getByText('Changed by a colleague.')).toBeVisible();
  await expect(dialog).toBeHidden();

  await openMenu();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete recipe' }).click();
  await expect(page.getByText('No recipes yet')).toBeVisible();
  await page.getByRole('button', { name: 'Import…' }).click();
  await dialog.getByRole('button', { name: 'Import recipe' }).click();
  await expect(page.getByRole('heading', { name: 'Monday cleaning' })).toBeVisible();
});

test('a file that is no recipe is refused in words', async ({ panel, page, userData }) => {
  const file = path.join(userData, 'other.json');
  fs.writeFileSync(file, '{"hello": "world"}');
  await answerFileDialogs(panel.app, file);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText('The recipe was not imported.')).toBeVisible();
});
