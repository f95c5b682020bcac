import { readFileSync } from 'node:fs';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { expect, test } from './app-fixture.ts';
import type { DemoProcess } from './demo-process.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

/** Ids of the profiles named by requests to an action, in the order they were sent. */
async function sentIds(demo: DemoProcess, action: string): Promise<number[][]> {
  const { requests } = await demo.control('requests.list', { action });
  return requests.map(({ body }) => (body as { profile_id: number[] }).profile_id.toSorted((a, b) => a - b));
}

test.beforeEach(async ({ demo }) => {
  await demo.closeProfiles();
});

test('of 40 profiles 3 are not confirmed; they are listed with a reason, and Retry 3 sends exactly those', async ({
  demo,
  page,
}) => {
  const profiles = profilesScreen(page);
  const jobs = jobsScreen(page);
  await demo.control('faults.add', {
    action: 'profile-clear-cache',
    fault: { kind: 'partial', omit: [7, 19, 33] },
  });

  await profiles.waitForRows(40);
  await profiles.selectAll();
  await expect(profiles.selectionBar).toContainText('40 selected');
  await jobs.openClearDialog();
  await jobs.start('Clear cache of 40 profiles');

  await expect(jobs.result).toContainText('Cleared 37');
  await expect(jobs.result).toContainText('Not confirmed 3');
  await expect(jobs.result).toContainText('ixBrowser did not confirm the profile');
  await expect(profiles.selectionBar).toContainText('40 selected');

  await demo.control('faults.clear', {});
  await demo.control('requests.clear', {});
  await jobs.resultButton('Retry 3').click();
  await expect(page.getByText('Cleared the cache of 3 profiles.')).toBeVisible();
  expect(await sentIds(demo, 'profile-clear-cache')).toEqual([[7, 19, 33]]);
  const { profiles: cleared } = await demo.control('state.get', { profileIds: [1, 7, 19, 33] });
  expect(cleared.map(({ cacheClears }) => cacheClears)).toEqual([1, 1, 1, 1]);
});

test('open profiles are set apart and skipped, and nothing is sent for them', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'open', profileIds: [1, 2], throughApi: true },
      { kind: 'open', profileIds: [3], user: 'anna@example.com' },
    ],
  });
  await jobs.openClearDialogForAll(40);
  await expect(jobs.clearDialog).toContainText('37 ready');
  await expect(jobs.clearDialog).toContainText('2 open here');
  await expect(jobs.clearDialog).toContainText('1 opened by anna@example.com');
  await jobs.start('Clear cache of 37 profiles');
  await expect(jobs.result).toContainText('Cleared 37');
  await expect(jobs.result).toContainText('Skipped 3');
  const sent = (await sentIds(demo, 'profile-clear-cache')).flat();
  expect(sent).toHaveLength(37);
  expect(sent).not.toEqual(expect.arrayContaining([1]));
});

test('Close and clear closes only what the API may close', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'open', profileIds: [1, 2], throughApi: true },
      { kind: 'open', profileIds: [3], user: 'anna@example.com' },
    ],
  });
  await jobs.openClearDialogForAll(40);
  await jobs.clearDialog.getByRole('radio', { name: 'Close and clear' }).click();
  await jobs.start('Clear cache of 39 profiles');
  await expect(jobs.result).toContainText('Cleared 39');
  await expect(jobs.result).toContainText('Skipped 1');
  const { openProfileIds } = await demo.control('state.get', {});
  expect(openProfileIds).toEqual([3]);
});

test('I closed them, check again looks anew', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await demo.control('profiles.touch', {
    changes: [{ kind: 'open', profileIds: [5], user: 'anna@example.com' }],
  });
  await jobs.openClearDialogForAll(40);
  await expect(jobs.clearDialog).toContainText('39 ready');
  await demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: [5] }] });
  await jobs.clearDialog.getByRole('button', { name: 'I closed them, check again' }).click();
  await expect(jobs.clearDialog.getByRole('button', { name: 'Clear cache of 40 profiles' })).toBeEnabled();
});

test('cookies of 20 and more profiles are cleared only when the number was typed', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await jobs.openClearDialogForAll(40);
  await jobs.clearDialog.getByRole('radio', { name: 'Cache and cookies' }).click();
  const start = jobs.clearDialog.getByRole('button', { name: 'Clear cache and cookies of 40 profiles' });
  await expect(start).toBeDisabled();
  await jobs.clearDialog.getByRole('textbox', { name: 'Type 40 to confirm' }).fill('39');
  await expect(start).toBeDisabled();
  await jobs.clearDialog.getByRole('textbox', { name: 'Type 40 to confirm' }).fill('40');
  await start.click();
  await expect(page.getByText('Cleared cache and cookies of 40 profiles.')).toBeVisible();
  const { profiles: cleared } = await demo.control('state.get', { profileIds: [1, 40] });
  expect(cleared.map(({ cookieClears }) => cookieClears)).toEqual([1, 1]);
});

test('pressing the button twice starts one job', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await jobs.openClearDialogForAll(40);
  await jobs.clearDialog.getByRole('button', { name: 'Clear cache of 40 profiles' }).dblclick();
  await expect(page.getByText('Cleared the cache of 40 profiles.')).toBeVisible();
  expect((await sentIds(demo, 'profile-clear-cache')).flat()).toHaveLength(40);
});

test('an id that vanished meanwhile is named, and the others are cleared', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const jobs = jobsScreen(page);
  await profiles.waitForRows(40);
  await profiles.selectAll();
  await demo.control('switches.set', { badIdInBatch: 'fail' });
  await demo.control('profiles.touch', { changes: [{ kind: 'delete', profileIds: [12] }] });
  await jobs.openClearDialog();
  await jobs.start(/^Clear cache of (39|40) profiles$/);
  await expect(jobs.result).toContainText('Cleared 39');
  await expect(jobs.result).toContainText('Skipped 1');
  await expect(jobs.result).toContainText('No longer in the list of ixBrowser');
});

test('progress and result survive a reload of the window', async ({ demo, panel, page }) => {
  const jobs = jobsScreen(page);
  await demo.control('faults.add', {
    action: 'profile-clear-cache',
    fault: { kind: 'delay', milliseconds: 2_000 },
    times: 1,
  });
  await demo.control('faults.add', { action: 'profile-clear-cache', fault: { kind: 'partial', omit: [40] } });
  await jobs.openClearDialogForAll(40);
  await jobs.start('Clear cache of 40 profiles');
  await expect(jobs.tray.getByRole('button', { name: 'Stop after the current ones' })).toBeVisible();
  await panel.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect(jobs.result).toContainText('Not confirmed 1', { timeout: 30_000 });
  await expect(jobs.result).toContainText('Cleared 39');
});

test('Stop after the current ones awaits what was sent and starts nothing more', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await demo.control('faults.add', {
    action: 'profile-clear-cache',
    fault: { kind: 'delay', milliseconds: 1_500 },
  });
  await jobs.openClearDialogForAll(40);
  await jobs.start('Clear cache of 40 profiles');
  await jobs.tray.getByRole('button', { name: 'Stop after the current ones' }).click();
  await expect(jobs.result).toContainText(/Not started \d+/);
  const sent = (await sentIds(demo, 'profile-clear-cache')).flat();
  await expect(jobs.result).toContainText(`Cleared ${sent.length}`);
  await expect(jobs.result).toContainText(`Not started ${40 - sent.length}`);
});

test('a paused job sends nothing until it is resumed', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await demo.control('faults.add', {
    action: 'profile-clear-cache',
    fault: { kind: 'delay', milliseconds: 1_000 },
  });
  await jobs.openClearDialogForAll(40);
  await jobs.start('Clear cache of 40 profiles');
  await jobs.tray.getByRole('button', { name: 'Pause' }).click();
  const resume = jobs.tray.getByRole('button', { name: /^Resume/ });
  await expect(resume).toBeVisible();
  const { received } = await demo.control('requests.list', { action: 'profile-clear-cache' });
  await demo.control('faults.clear', {});
  await resume.click();
  await expect(page.getByText('Cleared the cache of 40 profiles.')).toBeVisible();
  expect(received).toBeLessThan(40);
});

test('the list of a result is saved as CSV where the dialog says', async ({
  demo,
  panel,
  page,
  userData,
}) => {
  const jobs = jobsScreen(page);
  await demo.control('faults.add', { action: 'profile-clear-cache', fault: { kind: 'partial', omit: [7] } });
  await jobs.openClearDialogForAll(40);
  await jobs.start('Clear cache of 40 profiles');
  await expect(jobs.result).toContainText('Not confirmed 1');
  const file = `${userData}/result.csv`;
  await answerFileDialogs(panel.app, file);
  await jobs.resultButton('Save list (CSV)').click();
  await expect(page.getByText('Saved as result.csv')).toBeVisible();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(41);
  expect(lines.find((line) => line.startsWith('7,'))).toContain('did not confirm');
});

test('Select these in the grid selects the profiles of that cause only', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const jobs = jobsScreen(page);
  await demo.control('faults.add', {
    action: 'profile-clear-cache',
    fault: { kind: 'partial', omit: [7, 8] },
  });
  await jobs.openClearDialogForAll(40);
  await jobs.start('Clear cache of 40 profiles');
  await jobs.resultButton('Select these in the grid').click();
  await expect(profiles.selectionBar).toContainText('2 selected');
});

test('ten thousand profiles are cleared in one job', async ({ demo, page }) => {
  test.setTimeout(120_000);
  await demo.control('profiles.touch', { changes: [{ kind: 'add', count: 9_960 }] });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const jobs = jobsScreen(page);
  await jobs.openClearDialogForAll(10_000);
  await jobs.start('Clear cache of 10,000 profiles');
  await expect(page.getByText('Cleared the cache of 10,000 profiles.')).toBeVisible({ timeout: 90_000 });
});
