import { expect, test } from './app-fixture.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

const random = 'profile-open-with-random-fingerprint';

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  await profilesScreen(page).waitForRows(40);
});

test('profiles open with options or a random fingerprint, and their windows are arranged and closed', async ({
  demo,
  page,
}) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  const { dialog } = operations;
  await profiles.select(1);
  await operations.openMore('Open with options…');
  await dialog.getByRole('combobox', { name: 'Extensions' }).click();
  await page.getByRole('option', { name: 'Off' }).click();
  await dialog.getByRole('textbox', { name: 'Browser switches' }).fill('mute-audio');
  await expect(dialog).toContainText('Line 1 is not a switch');
  await dialog.getByRole('textbox', { name: 'Browser switches' }).fill('--mute-audio\n--lang=de');
  await dialog.getByRole('textbox', { name: 'Cookies to begin with' }).fill('[{"name":"sid"');
  await expect(dialog).toContainText('This is not a list in JSON.');
  const cookie = '[{"domain":".shop.example","name":"sid","value":"1"}]';
  await dialog.getByRole('textbox', { name: 'Cookies to begin with' }).fill(cookie);
  await operations.start('Open 1 profile');
  await expect(page.getByText('Opened 1 profile.')).toBeVisible();
  expect(await demo.sentBodies('profile-open')).toEqual([
    { profile_id: 1, args: ['--mute-audio', '--lang=de'], load_extensions: false, cookie },
  ]);
  await expect(profiles.row(1)).toContainText('Open here');

  await profiles.select(2);
  await profiles.select(3);
  await operations.openMore('Open with a random fingerprint…');
  await expect(dialog).toContainText('Whether it stays in the profile is not documented');
  await expect(dialog).toContainText('1 open already');
  await expect(dialog.getByRole('combobox', { name: 'Extensions' })).toBeHidden();
  await dialog.getByRole('combobox', { name: 'Information page' }).click();
  await page.getByRole('option', { name: 'Off' }).click();
  await operations.start('Open 2 profiles');
  await expect(jobsScreen(page).result).toContainText('Opened 2');
  expect(await demo.sentBodies(random)).toEqual([
    { profile_id: 2, load_profile_info_page: false },
    { profile_id: 3, load_profile_info_page: false },
  ]);

  await page.getByRole('button', { name: '3 open here' }).click();
  await page.getByRole('menuitem', { name: 'Arrange the windows…' }).click();
  await expect(dialog).toContainText('#1');
  await dialog.getByRole('radio', { name: 'Overlapping' }).click();
  await dialog.getByRole('checkbox', { name: 'Fit the windows to the screen' }).uncheck();
  await dialog.getByRole('textbox', { name: 'Width of each window' }).fill('0');
  await expect(dialog.getByRole('button', { name: 'Arrange' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Width of each window' }).fill('640');
  const action = 'profile-opened-list-arrange-tile';
  await demo.control('faults.add', { action, fault: { kind: 'error', code: 1008 }, times: 1 });
  await dialog.getByRole('button', { name: 'Arrange' }).click();
  await expect(dialog).toContainText('The windows were not arranged.');
  await expect(dialog).toContainText('1008');
  await dialog.getByRole('button', { name: 'Arrange' }).click();
  await expect(dialog).toContainText('ixBrowser was told to arrange 3 windows.');
  expect((await demo.sentBodies(action)).at(-1)).toEqual({
    screen: 0,
    layout: 2,
    adaptive: 0,
    starting_position_x: 10,
    starting_position_y: 10,
    profile_size_width: 640,
    profile_size_hight: 500,
    profile_deviaton_x: 50,
    profile_deviaton_y: 50,
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '3 open here' })).toBeFocused();

  await page.getByRole('button', { name: '3 open here' }).click();
  await page.getByRole('menuitem', { name: 'Close all 3 open here' }).click();
  await expect(page.getByText('Closed 3 profiles.')).toBeVisible();
  await expect(profiles.row(1)).toContainText('Closed');
  expect((await demo.control('state.get', {})).openProfileIds).toEqual([]);
});

test('closing tells apart what the API may close, and offers to reset a mark that was left behind', async ({
  demo,
  page,
}) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  const { dialog } = operations;
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'open', profileIds: [1], throughApi: true },
      { kind: 'open', profileIds: [2], user: 'anna@example.com' },
    ],
  });
  await expect(profiles.row(2)).toContainText('anna@example.com', { timeout: 10_000 });
  for (const id of [1, 2, 3]) await profiles.select(id);
  await operations.action('Close').click();
  await expect(dialog).toContainText('1 ready');
  await expect(dialog).toContainText('1 opened by anna@example.com');
  await expect(dialog).toContainText('code 1009');
  await expect(dialog).toContainText('1 closed already');
  await operations.start('Close 1 profile');
  const { result } = jobsScreen(page);
  await expect(result).toContainText('Closed 1');
  await expect(result).toContainText('Opened by hand or on another computer');
  await result.getByRole('button', { name: 'Reset open state…' }).click();
  await operations.start('Reset the open state of 1 profile');
  await expect(page.getByText('Reset the open state of 1 profile.')).toBeVisible();
  expect((await demo.control('state.get', {})).openProfileIds).toEqual([]);
  await expect(profiles.row(2)).toContainText('Closed');
});

test('the daily number of openings stops the job with one card', async ({ demo, page }) => {
  const operations = operationsScreen(page);
  const jobs = jobsScreen(page);
  await demo.control('switches.set', { opensLeft: 2 });
  for (const id of [1, 2, 3, 4]) await profilesScreen(page).select(id);
  await operations.action('Open').click();
  const card = jobs.tray.getByRole('group');
  await expect(card).toContainText('The daily limit of your plan is reached');
  await expect(card).toContainText('1018');
  expect((await demo.control('state.get', {})).openProfileIds).toEqual([1, 2]);
  await card.getByRole('button', { name: 'Stop this job' }).click();
  await expect(jobs.result).toContainText('Opened 2');
  await expect(jobs.result).toContainText('Not started 2');
});
