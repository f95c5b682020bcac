import { expect, test } from './app-fixture.ts';
import { findViolations } from './screens/find-violations.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  await profilesScreen(page).waitForRows(40);
});

test('deleting names every profile, wants the number typed, and skips what is open', async ({
  demo,
  page,
}) => {
  const profiles = profilesScreen(page);
  const { dialog, openMore } = operationsScreen(page);
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'open', profileIds: [3], user: 'anna@example.com' },
      { kind: 'rename', profileId: 2, name: 'Shop to delete' },
    ],
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(profiles.row(2)).toContainText('Shop to delete');
  for (const id of [2, 3, 4]) await profiles.select(id);
  await openMore('Delete…');
  await expect(dialog).toContainText('cannot be restored from here');
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expect(dialog.getByRole('listitem').first()).toContainText('#2Shop to delete');
  await expect(dialog).toContainText('1 opened by anna@example.com');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.evaluate(
      (choice) => window.panel.call('settings.update', { colorScheme: choice }),
      colorScheme,
    );
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect(await findViolations(page)).toEqual([]);
  }

  const start = dialog.getByRole('button', { name: 'Delete 2 profiles' });
  await expect(start).toBeDisabled();
  await dialog.getByLabel('Type 2 to confirm').fill('3');
  await expect(start).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await demo.control('requests.list', { action: 'profile-delete' })).requests).toEqual([]);

  // The reply to the first request is lost after it acted: it is not sent again.
  await demo.control('faults.add', { action: 'profile-delete', fault: { kind: 'resetAfter' }, times: 1 });
  await openMore('Delete…');
  await dialog.getByLabel('Type 2 to confirm').fill('2');
  await start.dblclick();
  await expect(jobsScreen(page).result).toContainText('Deleted 2');
  await expect(jobsScreen(page).result).toContainText('Skipped 1');
  const { requests } = await demo.control('requests.list', { action: 'profile-delete' });
  expect(requests.map(({ body }) => body)).toEqual([{ profile_id: 2 }, { profile_id: 4 }]);
  await expect(profiles.row(2)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Undo…' })).toHaveCount(0);

  // Deleting is never part of a recipe.
  const saved = await page.evaluate(() =>
    window.panel.call('recipes.save', {
      id: null,
      title: 'Sweep',
      sentence: '',
      filter: { search: '', groups: [], tags: [], proxyModes: [], openKinds: [] },
      operation: { kind: 'delete' } as never,
      options: { closeOpened: false },
      limits: { mostProfiles: null },
    }),
  );
  expect(saved).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
});
