import type { Page } from '@playwright/test';
import type { DemoCommandInput } from '../shared/demo-control.ts';
import { expect, test } from './app-fixture.ts';
import type { DemoProcess } from './demo-process.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

/** Ids of the profiles named by requests to clear caches, in the order they were sent. */
async function clearedIds(demo: DemoProcess): Promise<number[]> {
  const bodies = await demo.sentBodies<{ profile_id: number[] }>('profile-clear-cache');
  return bodies.flatMap(({ profile_id }) => profile_id);
}

/** Starts to clear the caches of all 40 while the Local API goes wrong in a certain way. */
async function startClearing(
  demo: DemoProcess,
  page: Page,
  fault: Omit<DemoCommandInput<'faults.add'>, 'action'>,
): Promise<void> {
  await demo.control('faults.add', { action: 'profile-clear-cache', ...fault });
  await jobsScreen(page).openClearDialog();
  await jobsScreen(page).start('Clear cache of 40 profiles');
}

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  await profilesScreen(page).waitForRows(40);
  await profilesScreen(page).selectAll();
});

test('a paused job can be stopped, and what was not begun is told apart', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await startClearing(demo, page, {
    fault: { kind: 'delay', milliseconds: 1_000 },
    times: 1,
  });
  await jobs.tray.getByRole('button', { name: 'Pause' }).click();
  await expect(jobs.tray.getByRole('button', { name: 'Resume' })).toBeVisible();
  await jobs.tray.getByRole('button', { name: 'Stop this job' }).click();
  const sent = await clearedIds(demo);
  await expect(jobs.result).toContainText(`Cleared ${sent.length}`);
  await expect(jobs.result).toContainText(`Not started ${40 - sent.length}`);
});

test('a job is stopped while it is still pausing: what is under way is awaited, the rest never sent', async ({
  demo,
  page,
}) => {
  const jobs = jobsScreen(page);
  await startClearing(demo, page, {
    fault: { kind: 'delay', milliseconds: 3_000 },
    times: 1,
  });
  await expect.poll(() => clearedIds(demo)).not.toHaveLength(0);
  await jobs.tray.getByRole('button', { name: 'Pause' }).click();
  await expect(jobs.tray).toContainText('Pausing after the current ones');
  await jobs.tray.getByRole('button', { name: /^Stop/ }).click();
  await expect(jobs.tray).toContainText('Stopping after the current ones');
  await expect(jobs.result).toContainText(/Not started \d+/);
  const sent = await clearedIds(demo);
  expect(sent.length).toBeLessThan(40);
  await expect(jobs.result).toContainText(`Cleared ${sent.length}`);
  await expect(jobs.result).toContainText(`Not started ${40 - sent.length}`);
});

test('several jobs wait in line, and one that waits is stopped before it sent anything', async ({
  demo,
  page,
}) => {
  const jobs = jobsScreen(page);
  const profiles = profilesScreen(page);
  await startClearing(demo, page, { fault: { kind: 'hang' } });
  await expect(jobs.tray.getByRole('group', { name: 'Clear cache · 40 profiles' })).toBeVisible();
  await profiles.selectionBar.getByRole('button', { name: 'Clear selection' }).click();
  for (const id of [1, 2]) await profiles.select(id);
  await jobs.openClearDialog();
  await jobs.start('Clear cache of 2 profiles');
  const second = jobs.tray.getByRole('group', { name: 'Clear cache · 2 profiles' });
  await expect(second).toContainText('Waiting for the job before it');
  await second.getByRole('button', { name: 'Stop this job' }).click();
  await expect(jobs.result).toContainText('Not started 2');
  await demo.control('faults.clear', {});
  await expect(jobs.tray.getByRole('group', { name: 'Clear cache · 40 profiles' })).toBeHidden({
    timeout: 30_000,
  });
});

test('the Local API restarts in the middle: the job waits and goes on by itself', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await startClearing(demo, page, {
    fault: { kind: 'delay', milliseconds: 1_500 },
    times: 1,
  });
  await expect.poll(() => clearedIds(demo)).not.toHaveLength(0);
  await demo.control('server.pause', {});
  await expect(jobs.tray).toContainText('ixBrowser does not answer', { timeout: 20_000 });
  // It goes on by itself: there is nothing to press but stop.
  await expect(jobs.tray.getByRole('button', { name: /^Resume/ })).toBeHidden();
  await demo.control('server.resume', {});
  await expect(page.getByText('Cleared the cache of 40 profiles.')).toBeVisible({ timeout: 45_000 });
  const { profiles } = await demo.control('state.get', { profileIds: [1, 20, 40] });
  for (const { cacheClears } of profiles) expect(cacheClears).toBeGreaterThanOrEqual(1);
});

test('bursts of “too fast” slow the job down and fail no profile', async ({ demo, page }) => {
  const jobs = jobsScreen(page);
  await startClearing(demo, page, {
    fault: { kind: 'error', code: 1010 },
    times: 3,
  });
  await expect(jobs.tray).toContainText('Slowed down by ixBrowser');
  await expect(page.getByText('Cleared the cache of 40 profiles.')).toBeVisible({ timeout: 45_000 });
});

test('signed out in the middle, then in to another account: nothing of it is touched', async ({
  demo,
  page,
}) => {
  const jobs = jobsScreen(page);
  await startClearing(demo, page, {
    fault: { kind: 'error', code: 1002 },
    times: 1,
    after: 1,
  });
  await expect(jobs.tray).toContainText('ixBrowser is signed out');
  const before = await clearedIds(demo);
  await demo.control('account.set', { account: 'second' });
  const resume = jobs.tray.getByRole('button', { name: /^Resume with \d+ left$/ });
  await resume.click();
  await expect(jobs.tray).toContainText('ixBrowser is signed in to another account');
  expect(await clearedIds(demo)).toEqual(before);
  await demo.control('account.set', { account: 'first' });
  await resume.click();
  await expect(page.getByText('Cleared the cache of 40 profiles.')).toBeVisible();
});
