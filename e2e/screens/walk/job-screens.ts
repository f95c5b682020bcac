import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerFileDialogs } from '../../answer-file-dialogs.ts';
import { jobsScreen } from '../jobs-screen.ts';
import { operationsScreen } from '../operations-screen.ts';
import { profilesScreen } from '../profiles-screen.ts';
import {
  type AppScreen,
  chooseInMenu,
  dialogOfMenu,
  goTo,
  pageAt,
  waitForDialog,
  withoutError,
} from './app-screen.ts';

/** Jobs from their beginning to their history, and the recipes that are made of them: one tells of the next. */
export const jobScreens: readonly AppScreen[] = [
  pageAt('jobs', '#/jobs', withoutError),
  {
    name: 'jobs-running',
    async open({ page, demo }) {
      await demo.control('faults.add', { action: 'profile-clear-cache', fault: { kind: 'hang' } });
      await clearCaches(page, [1, 2]);
      await clearCaches(page, [3, 4]);
      await expect(jobsScreen(page).tray).toContainText('Waiting for the job before it');
    },
    leave: ({ page }) => endJobs(page),
  },
  {
    name: 'job-paused',
    async open({ page, demo }) {
      await demo.control('faults.add', {
        action: 'profile-clear-cache',
        fault: { kind: 'error', code: 1002 },
        times: 1,
      });
      await clearCaches(page, [1, 2]);
      await expect(jobsScreen(page).tray).toContainText('ixBrowser is signed out');
    },
    leave: ({ page }) => endJobs(page),
  },
  {
    name: 'result-in-tray',
    async open({ page, demo }) {
      await demo.control('faults.add', {
        action: 'profile-clear-cache',
        fault: { kind: 'partial', omit: [3, 7] },
      });
      await clearCaches(page, [3, 4, 7]);
      await jobsScreen(page)
        .resultButton(/^Retry /)
        .waitFor();
    },
  },
  {
    name: 'retried',
    async open({ page }) {
      await jobsScreen(page)
        .resultButton(/^Retry /)
        .click();
      await expect(page.getByText(/^Cleared/).first()).toBeVisible();
    },
  },
  pageAt('jobs-with-history', '#/jobs'),
  { name: 'job', open: ({ page }) => openJob(page, /^Clear cache · 3 profiles/) },
  {
    name: 'undo',
    async open({ page }) {
      const { openMore, chooseGroup, start, dialog } = operationsScreen(page);
      for (const id of [1, 2, 3, 4, 5, 6]) await profilesScreen(page).select(id);
      await openMore('Move to group…');
      await chooseGroup('Group', 'Archive');
      await start(/^Move \d+ profiles?$/);
      await expect(dialog).toHaveCount(0);
      await openJob(page, /Move to group “Archive”/);
      await page.getByRole('button', { name: 'Undo…' }).click();
      await expect(dialog).toContainText('Can restore');
    },
  },
  { name: 'save-recipe', open: ({ page }) => askForRecipe(page) },
  {
    name: 'import-recipe',
    async open({ app, page }) {
      await askForRecipe(page);
      const { dialog } = operationsScreen(page);
      await dialog.getByRole('textbox', { name: 'Title' }).fill('Monday cleaning');
      await dialog.getByRole('button', { name: 'Save recipe' }).click();
      await expect(dialog).toHaveCount(0);
      await goTo(page, '#/recipes');
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-panel-recipe-'));
      await answerFileDialogs(app, path.join(folder, 'recipe.json'));
      await chooseInMenu(page, 'More about “Monday cleaning”', 'Export…');
      await expect(page.getByText(/^Saved as /)).toBeVisible();
      await page.getByRole('button', { name: 'Import…' }).click();
      await waitForDialog(page);
    },
  },
  pageAt('recipes-with-one', '#/recipes'),
  dialogOfMenu('delete-recipe', /^More about /, 'Delete…', '#/recipes'),
];

async function clearCaches(page: Page, ids: readonly number[]): Promise<void> {
  for (const id of ids) await profilesScreen(page).select(id);
  const { openClearDialog, start, clearDialog } = jobsScreen(page);
  await openClearDialog();
  await start(/^Clear cache of/);
  await expect(clearDialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear selection' }).click();
}

/** Stops what runs or waits, and puts the results away. */
async function endJobs(page: Page): Promise<void> {
  const { tray, resultButton } = jobsScreen(page);
  const stop = tray.getByRole('button', { name: /^Stop/ });
  const dismiss = resultButton('Dismiss');
  await expect
    .poll(
      async () => {
        // Found and pressed in one step: a job that ends in between takes its button away.
        await stop.or(dismiss).evaluateAll(([first]) => first instanceof HTMLElement && first.click());
        return tray.count();
      },
      // One button a round, and earlier screens leave several results.
      { intervals: [100], timeout: 30_000 },
    )
    .toBe(0);
}

async function openJob(page: Page, name: RegExp): Promise<void> {
  await goTo(page, '#/jobs');
  await page.getByRole('button', { name }).first().click();
}

async function askForRecipe(page: Page): Promise<void> {
  await openJob(page, /^Clear cache · /);
  await page.getByRole('main').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as recipe…' }).click();
  await waitForDialog(page);
}
