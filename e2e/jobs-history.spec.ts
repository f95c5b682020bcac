import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { expect, test } from './app-fixture.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 12 } });

function historyList(page: Page) {
  return page.getByRole('list', { name: 'All jobs, newest first' }).getByRole('heading', { level: 2 });
}

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  await demo.control('profiles.touch', { changes: [{ kind: 'rename', profileId: 3, name: 'Needle' }] });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  await expect(profiles.row(3)).toContainText('Needle');

  // Three jobs: one that went well, one with a failure, one of another kind.
  for (const id of [1, 2]) await profiles.select(id);
  await jobsScreen(page).openClearDialog();
  await jobsScreen(page).start('Clear cache of 2 profiles');
  await expect(page.getByText('Cleared the cache of 2 profiles.')).toBeVisible();
  await profiles.select(3);
  await demo.control('faults.add', { action: 'profile-clear-cache', fault: { kind: 'partial', omit: [3] } });
  await jobsScreen(page).openClearDialog();
  await jobsScreen(page).start('Clear cache of 3 profiles');
  await expect(jobsScreen(page).result).toContainText('Not confirmed 1');
  await jobsScreen(page).resultButton('Dismiss').click();
  await operations.openMore('Move to group…');
  await operations.chooseGroup('Group', 'Archive');
  await operations.start(/^Move \d profiles?$/);
  await expect(page.getByText(/^Moved \d profiles?\.$/).or(jobsScreen(page).result)).toBeVisible();
  await page.getByRole('link', { name: 'Jobs' }).click();
  await expect(historyList(page)).toHaveCount(3);
});

test('jobs are found by text, operation, outcome and day', async ({ page }) => {
  const search = page.getByRole('searchbox', { name: 'Search jobs' });
  await search.fill('needle');
  await expect(historyList(page)).toHaveCount(2);
  await page.getByRole('button', { name: /^Filter: Operation/ }).click();
  await page.getByRole('option', { name: 'Move to group', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(historyList(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(historyList(page)).toHaveCount(3);
  await page.getByRole('button', { name: /^Filter: Outcome/ }).click();
  await page.getByRole('option', { name: 'Some failed' }).click();
  await page.keyboard.press('Escape');
  await expect(historyList(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(page.getByText('No job matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(historyList(page)).toHaveCount(3);
});

test('what matches is exported as a table, and with its profiles', async ({ panel, page, userData }) => {
  await page.getByRole('searchbox', { name: 'Search jobs' }).fill('needle');
  await expect(historyList(page)).toHaveCount(2);
  const table = path.join(userData, 'history.csv');
  await answerFileDialogs(panel.app, table);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByText('Saved as history.csv')).toBeVisible();
  expect(fs.readFileSync(table, 'utf8').trimEnd().split('\r\n')).toHaveLength(3);
  const full = path.join(userData, 'history.json');
  await answerFileDialogs(panel.app, full);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /JSON/ }).click();
  await expect(page.getByText('Saved as history.json')).toBeVisible();
  expect(fs.readFileSync(full, 'utf8')).toContain('Needle');
});

test('a job runs again on the current selection', async ({ demo, page }) => {
  await demo.control('faults.clear', {});
  await page.getByRole('link', { name: 'Profiles' }).click();
  const profiles = profilesScreen(page);
  await profiles.selectionBar.getByRole('button', { name: 'Clear selection' }).click();
  for (const id of [7, 8, 9, 10]) await profiles.select(id);
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: /^Clear cache · 2 profiles/ }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Run again on the 4 selected…' }).click();
  await operationsScreen(page).start('Clear cache of 4 profiles');
  await expect(page.getByText('Cleared the cache of 4 profiles.')).toBeVisible();
  await expect(historyList(page)).toHaveCount(4);
});

test('the open job survives a reload of the window', async ({ page }) => {
  await page.getByRole('button', { name: /^Clear cache · 3 profiles/ }).click();
  await expect(page.getByText('ixBrowser did not confirm the profile').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('ixBrowser did not confirm the profile').first()).toBeVisible();
});

test('after a retry, trying again is no longer the first thing to do', async ({ demo, page }) => {
  await demo.control('faults.clear', {});
  await page.getByRole('button', { name: /^Clear cache · 3 profiles/ }).click();
  const retry = page.getByRole('region', { name: /^Result: / }).getByRole('button', { name: 'Retry 1' });
  await expect(retry).toHaveAttribute('data-variant', 'filled');
  await retry.click();
  await expect(page.getByText(/^Cleared the cache of 1 profile\.$/)).toBeVisible();
  await expect(retry).toHaveAttribute('data-variant', 'default');
});
