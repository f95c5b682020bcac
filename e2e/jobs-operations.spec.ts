import { expect, test } from './app-fixture.ts';
import type { DemoProcess } from './demo-process.ts';
import { readFolder } from './read-folder.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

/** Names of the groups that the profiles are in. */
async function groupsOf(demo: DemoProcess, profileIds: number[]): Promise<string[]> {
  const { profiles } = await demo.control('state.get', { profileIds });
  return profiles.map(({ groupName }) => groupName);
}

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  await profilesScreen(page).waitForRows(40);
});

test('a few profiles open and close at one click, without a dialog', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  for (const id of [2, 3, 4]) await profiles.select(id);
  await operations.action('Open').click();
  await expect(page.getByText('Opened 3 profiles.')).toBeVisible();
  expect((await demo.control('state.get', {})).openProfileIds).toEqual([2, 3, 4]);
  await operations.action('Close').click();
  await expect(page.getByText('Closed 3 profiles.')).toBeVisible();
  expect((await demo.control('state.get', {})).openProfileIds).toEqual([]);
  await expect(profiles.selectionBar).toContainText('3 selected');
});

test('from ten profiles on opening asks first, and says which are open already', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  await demo.control('profiles.touch', {
    changes: [{ kind: 'open', profileIds: [1, 2], throughApi: true }],
  });
  for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) await profiles.select(id);
  await operations.action('Open').click();
  await expect(operations.dialog).toContainText('10 ready');
  await expect(operations.dialog).toContainText('2 open already');
  await operations.dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await demo.sentBodies('profile-open')).toEqual([]);
  await operations.action('Open').click();
  await operations.start('Open 10 profiles');
  await expect(jobsScreen(page).result).toContainText('Opened 10');
  await expect(jobsScreen(page).result).toContainText('Skipped 2');
  expect(await demo.sentBodies('profile-open')).toHaveLength(10);
});

test('profiles move to a group, and Undo brings each back to where it was', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  const jobs = jobsScreen(page);
  const ids = [1, 2, 3, 4, 5, 6];
  const before = await groupsOf(demo, ids);
  const target = 'Archive';
  const moved = before.filter((group) => group !== target).length;
  for (const id of ids) await profiles.select(id);
  await operations.openMore('Move to group…');
  await expect(operations.dialog.getByRole('button', { name: 'Move to group' })).toBeDisabled();
  await operations.chooseGroup('Group', target);
  await operations.start(new RegExp(`^Move ${moved} profiles?$`));
  await expect(page.getByText(/^Moved \d profiles?\.$/).or(jobs.result)).toBeVisible();
  expect(await groupsOf(demo, ids)).toEqual(ids.map(() => target));
  // The grid shows it without a click.
  await expect(profiles.row(1)).toContainText(target);

  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: /Move to group “Archive”/ }).click();
  await page.getByRole('button', { name: 'Undo…' }).click();
  await expect(operations.dialog).toContainText(`Can restore ${moved} of ${moved}.`);
  await operations.start(new RegExp(`^Restore ${moved} profiles?$`));
  await expect(page.getByText(/^Moved \d profiles? back\.$/)).toBeVisible();
  expect(await groupsOf(demo, ids)).toEqual(before);
  await expect(page.getByText(`Undone: Moved back ${moved}`)).toBeVisible();
});

test('Undo says which profiles somebody changed since, and leaves them alone', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  for (const id of [1, 2, 3]) await profiles.select(id);
  await operations.openMore('Move to group…');
  await operations.chooseGroup('Group', 'Archive');
  await operations.start(/^Move \d profiles?$/);
  await expect(page.getByText(/^Moved \d profiles?\.$/)).toBeVisible();
  await demo.control('profiles.touch', { changes: [{ kind: 'delete', profileIds: [2] }] });
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: /Move to group “Archive”/ }).click();
  await page.getByRole('button', { name: 'Undo…' }).click();
  await expect(operations.dialog).toContainText('Can restore 2 of 3.');
  await expect(operations.dialog).toContainText('1 no longer in the list of ixBrowser.');
  await operations.start('Restore 2 profiles');
  await expect(page.getByText('Undone: Moved back 2')).toBeVisible();
});

test('a custom proxy with a login is set, and no secret reaches the journal or the log', async ({
  demo,
  page,
  userData,
}) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  for (const id of [1, 2]) await profiles.select(id);
  await operations.openProxy('Custom');
  const { dialog } = operations;
  await dialog.getByRole('textbox', { name: 'Host' }).fill('203.0.113.77:8080');
  await expect(dialog.getByRole('textbox', { name: 'Port' })).toHaveValue('8080');
  await dialog.getByRole('checkbox', { name: 'The proxy needs a login' }).check();
  await expect(dialog.getByRole('button', { name: 'Set proxy' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'User name' }).fill('canary-user');
  await dialog.getByLabel('Password', { exact: true }).fill('canary-pa55word');
  await operations.start('Set the proxy of 2 profiles');
  await expect(page.getByText('Set the proxy of 2 profiles.')).toBeVisible();
  const sent = await demo.sentBodies('profile-update-proxy-for-custom-proxy');
  expect(sent).toHaveLength(2);
  expect(JSON.stringify(sent)).toContain('canary-pa55word');
  await expect(profiles.row(1)).toContainText('203.0.113.77:8080');
  expect(readFolder(userData)).not.toContain('canary-pa55word');
});

test('a proxy change is undone as far as the old settings are known', async ({ page }) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  const { dialog } = operations;
  const setDirect = async () => {
    await operations.openProxy('No proxy');
    await operations.start(/^Set the proxy of \d+ profiles?$/);
  };
  for (const id of [1, 2, 3]) await profiles.select(id);
  // The panel has set this one itself, so it knows all of it.
  await operations.openProxy('Custom');
  await dialog.getByRole('textbox', { name: 'Host' }).fill('203.0.113.9');
  await dialog.getByRole('textbox', { name: 'Port' }).fill('1080');
  await operations.start('Set the proxy of 3 profiles');
  await expect(profiles.row(1)).toContainText('203.0.113.9:1080');
  await setDirect();
  await expect(profiles.row(1)).toContainText('No proxy');
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: /^Set proxy: No proxy/ }).click();
  await page.getByRole('button', { name: 'Undo…' }).click();
  await expect(dialog).toContainText('Can restore 3 of 3.');
  await operations.start('Restore 3 profiles');
  await expect(page.getByText('Set the old proxy of 3 profiles.')).toBeVisible();
  await page.getByRole('link', { name: 'Profiles' }).click();
  await expect(profiles.row(1)).toContainText('203.0.113.9:1080');
});

test('every part is reached with the keyboard, and the focus comes back', async ({ page }) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  await profiles.select(1);
  await operations.action('More').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Move to group…' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(operations.dialog.getByRole('textbox', { name: 'Copies of each profile' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(operations.dialog).toBeHidden();
  await expect(operations.action('More')).toBeFocused();
});

test('the open state is reset only after a dialog that says what it is for', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  await demo.control('profiles.touch', {
    changes: [{ kind: 'open', profileIds: [5], user: 'anna@example.com' }],
  });
  await profiles.select(5);
  await operations.openMore('Reset open state…');
  await expect(operations.dialog).toContainText('could then be opened twice');
  await operations.start('Reset the open state of 1 profile');
  await expect(page.getByText('Reset the open state of 1 profile.')).toBeVisible();
  expect(await demo.sentBodies('profile-open-state-reset')).toHaveLength(1);
});
