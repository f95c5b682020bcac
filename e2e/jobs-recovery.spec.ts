import { expect, launchPanel, test } from './app-fixture.ts';
import { findViolations } from './screens/find-violations.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

test.beforeEach(async ({ demo }) => {
  await demo.closeProfiles();
});

/** What the app was asked with, and the buttons it offered. */
interface Asked {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

test('quitting asks, Quit now leaves the job to be resumed, and the button says how many are left', async ({
  demo,
  userData,
}) => {
  const first = await launchPanel({ userData, address: demo });
  const profiles = profilesScreen(first.page);
  await profiles.waitForRows(40);
  await profiles.selectAll();
  await demo.control('faults.add', { action: 'profile-clear-cache', fault: { kind: 'hang' }, after: 1 });
  await jobsScreen(first.page).openClearDialog();
  await jobsScreen(first.page).start('Clear cache of 40 profiles');
  await expect(jobsScreen(first.page).tray).toContainText(/[1-9]\d* of 40/);

  // Cancelled first: the app stays, and so does the job.
  await first.app.evaluate(({ app, dialog }) => {
    const seen: Asked[] = [];
    Object.assign(globalThis, { seen });
    dialog.showMessageBox = (async (...args: unknown[]) => {
      const options = args.at(-1) as Asked & { readonly cancelId: number };
      seen.push({ message: options.message, detail: options.detail, buttons: options.buttons });
      return { response: options.cancelId, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    app.quit();
  });
  await expect
    .poll(() => first.app.evaluate(() => (globalThis as unknown as { seen: Asked[] }).seen.length))
    .toBe(1);
  const [asked] = await first.app.evaluate(() => (globalThis as unknown as { seen: Asked[] }).seen);
  expect(asked?.buttons).toHaveLength(4);
  await expect(jobsScreen(first.page).tray).toContainText('of 40');

  const ended = first.app.waitForEvent('close');
  await first.app.evaluate(({ app, dialog }) => {
    dialog.showMessageBox = (async () => ({
      response: 2,
      checkboxChecked: false,
    })) as typeof dialog.showMessageBox;
    app.quit();
  });
  await ended;

  await demo.control('faults.clear', {});
  await demo.control('requests.clear', {});
  const second = await launchPanel({ userData, address: demo });
  const jobs = jobsScreen(second.page);
  await expect(jobs.tray).toContainText('The panel was closed during this job');
  const resume = jobs.tray.getByRole('button', { name: /^Resume with \d+ left$/ });
  await expect(resume).toBeVisible();
  // Nothing goes on by itself.
  const { requests } = await demo.control('requests.list', { action: 'profile-clear-cache' });
  expect(requests).toEqual([]);
  await resume.click();
  await expect(second.page.getByText('Cleared the cache of 40 profiles.')).toBeVisible({ timeout: 45_000 });
  await second.close();
});

test('a second instance on the same data shows the first window and starts nothing', async ({
  demo,
  panel,
  userData,
}) => {
  await profilesScreen(panel.page).waitForRows(40);
  await demo.control('requests.clear', {});
  const launched = launchPanel({ userData, address: demo });
  // It ends by itself, so it never has a window.
  await expect(launched).rejects.toThrow();
  await expect(profilesScreen(panel.page).grid).toBeVisible();
});

test('after a restart the login of a proxy is asked for again, and the job goes on', async ({
  demo,
  userData,
}) => {
  const first = await launchPanel({ userData, address: demo });
  const profiles = profilesScreen(first.page);
  const operations = operationsScreen(first.page);
  await profiles.waitForRows(40);
  await profiles.selectAll();
  await demo.control('faults.add', {
    action: 'profile-update-proxy-for-custom-proxy',
    fault: { kind: 'hang' },
    after: 3,
  });
  await operations.openProxy('Custom');
  await operations.dialog.getByRole('textbox', { name: 'Host' }).fill('203.0.113.77:8080');
  await operations.dialog.getByRole('checkbox', { name: 'The proxy needs a login' }).check();
  await operations.dialog.getByRole('textbox', { name: 'User name' }).fill('anna');
  await operations.dialog.getByLabel('Password', { exact: true }).fill('first-pa55');
  await operations.start('Set the proxy of 40 profiles');
  await expect(jobsScreen(first.page).tray).toContainText('3 of 40');
  const ended = first.app.waitForEvent('close');
  await first.app.evaluate(({ app, dialog }) => {
    dialog.showMessageBox = (async () => ({
      response: 2,
      checkboxChecked: false,
    })) as typeof dialog.showMessageBox;
    app.quit();
  });
  await ended;

  await demo.control('faults.clear', {});
  const second = await launchPanel({ userData, address: demo });
  const { tray } = jobsScreen(second.page);
  await tray.getByRole('button', { name: /^Resume with \d+ left$/ }).click();
  await expect(tray).toContainText('is not in memory any more');
  await tray.getByRole('button', { name: 'Enter the login…' }).click();
  const { dialog } = operationsScreen(second.page);
  await dialog.getByRole('textbox', { name: 'User name' }).fill('anna');
  expect(await findViolations(second.page)).toEqual([]);
  await dialog.getByLabel('Password', { exact: true }).fill('second-pa55');
  await dialog.getByRole('button', { name: /^Resume with \d+ left$/ }).click();
  await expect(second.page.getByText('Set the proxy of 40 profiles.')).toBeVisible({ timeout: 45_000 });
  await second.close();
});
