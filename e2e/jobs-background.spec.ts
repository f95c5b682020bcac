import { expect, launchPanel, test } from './app-fixture.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

test('Go on in the background hides the window, does the whole job, and ends the app with it', async ({
  demo,
  userData,
}) => {
  await demo.closeProfiles();
  const panel = await launchPanel({ userData, address: demo });
  const profiles = profilesScreen(panel.page);
  await profiles.waitForRows(40);
  await profiles.selectAll();
  const slow = { kind: 'delay', milliseconds: 2_000 } as const;
  await demo.control('faults.add', { action: 'profile-clear-cache', fault: slow });
  const jobs = jobsScreen(panel.page);
  await jobs.openClearDialog();
  await jobs.start('Clear cache of 40 profiles');
  await expect(jobs.tray).toContainText('of 40');

  const ended = panel.app.waitForEvent('close');
  const isVisible = await panel.app.evaluate(async ({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = (async () => ({
      response: 0,
      checkboxChecked: false,
    })) as typeof dialog.showMessageBox;
    const [window] = BrowserWindow.getAllWindows();
    const hidden = new Promise<void>((resolve) => window?.once('hide', () => resolve()));
    window?.close();
    await hidden;
    return window?.isVisible();
  });
  expect(isVisible).toBe(false);
  await ended;
  const { profiles: cleared } = await demo.control('state.get', {
    profileIds: Array.from({ length: 1_000 }, (_, n) => n + 1),
  });
  expect(cleared).toHaveLength(40);
  expect(cleared.every(({ cacheClears }) => cacheClears === 1)).toBe(true);
});
