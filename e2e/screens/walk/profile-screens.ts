import { expect } from '@playwright/test';
import { profilesScreen } from '../profiles-screen.ts';
import { type AppScreen, type chooseInMenu, dialogOfMenu, pageAt } from './app-screen.ts';
import { screenStates } from './stage.ts';

/** The Profiles page, its menus, and the dialogs about what it shows. */
export const profileScreens: readonly AppScreen[] = [
  pageAt('profiles', '#/profiles', screenStates),
  {
    name: 'profiles-selected',
    open: ({ page }) =>
      profilesScreen(page).grid.getByRole('checkbox', { name: 'Select the visible profiles' }).click(),
  },
  {
    name: 'profiles-no-match',
    async open({ page }) {
      await profilesScreen(page).search.fill('nothing is called like this');
      await expect(page.getByText('No profile matches')).toBeVisible();
    },
  },
  {
    name: 'profiles-filter',
    async open({ page }) {
      await page.getByRole('button', { name: /^Filter: Group/ }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'profiles-grouped',
    async open({ page }) {
      await chooseInView(page);
      await profilesScreen(page).filterBy('State', 'Closed');
      await expect(page.getByRole('checkbox', { name: /^Select group / }).first()).toBeVisible();
    },
    async leave({ page }) {
      await chooseInView(page);
      await page.getByRole('button', { name: 'Clear filters' }).click();
    },
  },
  {
    name: 'profile-menu',
    async open({ page }) {
      await profilesScreen(page).row(3).click({ button: 'right' });
      await expect(page.getByRole('menuitem', { name: 'Show details' })).toBeVisible();
    },
  },
  {
    name: 'column-menu',
    async open({ page }) {
      await page.getByRole('columnheader', { name: 'Name' }).click({ button: 'right' });
      await expect(page.getByRole('menuitem', { name: 'Hide column' })).toBeVisible();
    },
  },
  dialogOfMenu('columns', 'View', 'Columns…'),
  dialogOfMenu('save-view', 'View', 'Save as new view…'),
  {
    name: 'pasted-list',
    async open({ page }) {
      await page.getByRole('button', { name: 'Select from a list…' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('1\n2\n3\n999999\nnobody');
    },
  },
  {
    name: 'unreadable-rows',
    async open({ page, demo }) {
      // Not the first one: the check of the connection asks for that.
      const fault = { kind: 'malformedRow', row: 3 } as const;
      await demo.control('faults.add', { action: 'profile-list', fault });
      await page.getByRole('button', { name: 'Refresh' }).click();
      await page.getByRole('button', { name: 'Show which' }).click();
      await expect(page.getByRole('dialog', { name: 'Rows that could not be read' })).toBeVisible();
    },
    async leave({ page }) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Refresh' }).click();
      // With 50,000 it takes longer than other things may.
      await expect(page.getByRole('button', { name: 'Show which' })).toBeHidden({ timeout: 60_000 });
    },
  },
];

/** Turns the headings of groups on or off. */
async function chooseInView(page: Parameters<typeof chooseInMenu>[0]): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Group headings' }).click();
}
