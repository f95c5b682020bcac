import { expect, test } from './app-fixture.ts';
import type { DemoProcess } from './demo-process.ts';
import { readClipboard } from './read-clipboard.ts';
import { readFolder } from './read-folder.ts';
import { detailsScreen } from './screens/details-screen.ts';
import { findViolations } from './screens/find-violations.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

/** A row of the list as the API gives it, secrets included. */
async function readRow(demo: DemoProcess, profileId: number): Promise<Record<string, string>> {
  const reply = await fetch(`http://${demo.host}:${demo.port}/api/v2/profile-list`, {
    method: 'POST',
    body: JSON.stringify({ profile_id: profileId }),
  });
  const { data } = (await reply.json()) as { data: { data: Record<string, string>[] } };
  return data.data[0] ?? {};
}

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  await profilesScreen(page).waitForRows(40);
});

test('secrets of a profile stay hidden until one is asked for, or copied unseen', async ({
  demo,
  page,
  panel,
  userData,
}) => {
  const details = detailsScreen(page);
  const { username = '', password = '' } = await readRow(demo, 5);
  const { proxy_url: link = '' } = await readRow(demo, 10);
  expect([username, password, link]).not.toContain('');
  await details.open(5);
  // Two tags whose names come joined by a blank, one of them with a blank in it.
  await expect(details.panel.getByText('needs review', { exact: true })).toBeVisible();
  await expect(details.panel.getByText('blocked', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(password);

  await page.clock.install();
  await details.button('Show: Password').click();
  await expect(details.panel.getByText(password)).toBeVisible();
  expect(await page.content()).not.toContain(username);
  await page.clock.fastForward(30_000);
  await expect(details.panel.getByText(password)).toBeHidden();
  await details.button('Copy without showing: User name').click();
  await expect(page.getByText('Copied: User name')).toBeVisible();
  expect(await readClipboard(panel)).toBe(username);
  expect(await page.content()).not.toContain(username);

  // Both reads of the saved proxy's login: shown, and copied where none is set.
  await details.button('Close the details').click();
  await details.open(10);
  await expect(details.panel.getByText('needs review', { exact: true })).toBeHidden();
  expect(await page.content()).not.toContain(link);
  await details.button('Copy without showing: Supplier link').click();
  await expect(page.getByText('Copied: Supplier link')).toBeVisible();
  expect(await readClipboard(panel)).toBe(link);

  // The other screens of this file are looked at in the light.
  await page.evaluate(() => window.panel.call('settings.update', { colorScheme: 'dark' }));
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const written = readFolder(userData);
  for (const secret of [username, password, link]) expect(written).not.toContain(secret);
});

test('only what changed is sent, and what somebody else changed is not overwritten unasked', async ({
  demo,
  page,
}) => {
  const profiles = profilesScreen(page);
  const details = detailsScreen(page);
  await details.open(5);
  const note = details.panel.getByLabel('Note');
  const before = await note.inputValue();
  await details.name.fill('  Renamed shop ');
  await note.fill('x'.repeat(201));
  await expect(details.panel.getByText('At most 200 characters.')).toBeVisible();
  await expect(details.save).toBeDisabled();
  // Set back to what it was, it is not a change any more.
  await note.fill(before);
  await details.panel.getByRole('radio', { name: '#00CED1' }).check({ force: true });
  await details.panel.getByRole('combobox', { name: 'Group' }).click();
  await page.getByRole('option', { name: 'Archive', exact: true }).click();
  await details.panel.getByRole('combobox', { name: 'Tags' }).fill('fresh');
  await page.keyboard.press('Enter');
  await details.save.dblclick();
  await expect(page.getByText('The profile was saved.')).toBeVisible();
  const { group_id: archive } = await readRow(demo, 5);
  expect(await demo.sentBodies('profile-update')).toEqual([
    {
      profile_id: 5,
      name: 'Renamed shop',
      color: '#00CED1',
      group_id: archive,
      tag: ['needs review', 'blocked', 'fresh'],
    },
  ]);
  await expect(details.save).toBeHidden();
  await expect(profiles.row(5)).toContainText('Renamed shop');

  // Somebody renames it while the field is being edited.
  await details.name.fill('Mine');
  await demo.control('profiles.touch', { changes: [{ kind: 'rename', profileId: 5, name: 'Theirs' }] });
  await details.save.click();
  await expect(details.dialog.getByRole('row', { name: /^Name/ })).toHaveText('NameRenamed shopTheirsMine');
  expect(await demo.sentBodies('profile-update')).toHaveLength(1);
  await details.dialog.getByRole('button', { name: 'Save mine' }).click();
  await expect(details.dialog).toBeHidden();
  await expect(profiles.row(5)).toContainText('Mine');
  expect((await demo.sentBodies('profile-update'))[1]).toEqual({ profile_id: 5, name: 'Mine' });

  // A refused value is an error of its field.
  await demo.control('faults.add', {
    action: 'profile-update',
    fault: { kind: 'error', code: 102_003 },
    times: 1,
  });
  await details.name.fill('Taken');
  await details.save.click();
  await expect(details.panel.getByText(/Another profile already has this name/)).toBeVisible();
  await expect(details.name).toHaveAttribute('aria-invalid', 'true');

  // A lost reply: the list tells what is true.
  await demo.control('faults.add', { action: 'profile-update', fault: { kind: 'resetBefore' }, times: 1 });
  await demo.control('faults.add', { action: 'profile-update', fault: { kind: 'resetAfter' }, times: 1 });
  await details.name.fill('Lost');
  await details.save.click();
  await expect(details.panel.getByText(/does not show the change at present: Name/)).toBeInViewport();
  await details.save.click();
  await expect(details.panel.getByText(/it was saved/)).toBeVisible();
  await expect(details.save).toBeHidden();
  expect(await readRow(demo, 5)).toMatchObject({ name: 'Lost' });

  // What is not saved is not lost by going on, closing, or visiting another page.
  await details.name.fill('Unsaved');
  await details.button('Next profile').click();
  await details.dialog.getByRole('button', { name: 'Keep editing' }).click();
  await expect(details.dialog).toBeHidden();
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('link', { name: 'Profiles' }).click();
  await expect(details.name).toHaveValue('Unsaved');
  await details.button('Close the details').click();
  await details.dialog.getByRole('button', { name: 'Discard changes' }).click();
  await expect(details.panel).toBeHidden();
  expect(await demo.sentBodies('profile-update')).toHaveLength(5);
});

test('the arrows follow the grid, a deleted profile is said to be gone, and failures offer another try', async ({
  demo,
  page,
}) => {
  const profiles = profilesScreen(page);
  const details = detailsScreen(page);
  await profiles.search.fill('Ads account');
  await profiles.waitForRows(3);
  await details.open(3);
  await expect(details.button('Previous profile')).toBeDisabled();
  await details.button('Next profile').click();
  await expect(details.panel.getByRole('heading', { name: /^#29 / })).toBeVisible();
  // For this profile alone: were the connection lost, the list would be read again when it comes back.
  await demo.control('faults.add', {
    action: 'profile-list',
    fault: { kind: 'html' },
    profileIds: [31],
  });
  await details.button('Next profile').click();
  await expect(
    details.panel.getByRole('heading', { name: 'The reply could not be understood' }),
  ).toBeVisible();
  await demo.control('faults.clear', {});
  await details.button('Try again').click();
  await expect(details.name).toHaveValue('Ads account 031');
  await demo.control('profiles.touch', { changes: [{ kind: 'delete', profileIds: [31] }] });
  await details.name.fill('Too late');
  await details.save.click();
  await expect(details.panel.getByText(/This is no longer there/)).toBeVisible();
  expect(await demo.sentBodies('profile-update')).toEqual([]);
  const gone = details.panel.getByText('This profile is no longer there');
  await details.button('Discard').click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(gone).toBeVisible();
});
