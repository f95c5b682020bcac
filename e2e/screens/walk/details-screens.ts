import { expect, type Page } from '@playwright/test';
import { detailsScreen } from '../details-screen.ts';
import { type AppScreen, dialogOfMenu, waitForDialog } from './app-screen.ts';

/** The details of a profile, and the dialogs about cookies, transfer codes and the recycle bin. */
export const detailsScreens: readonly AppScreen[] = [
  { name: 'profile-details', open: ({ page }) => openDetails(page) },
  dialogOfDetails('cookies-export', 'Export cookies…'),
  dialogOfDetails('cookies-import', 'Import cookies…'),
  dialogOfDetails('transfer-create', 'Create code…'),
  {
    name: 'transfer-created',
    async open({ page }) {
      await openDialog(page, 'Create code…');
      const { dialog } = detailsScreen(page);
      await dialog.getByLabel('Login password of your ixBrowser account').fill('demo-password');
      await dialog.getByRole('button', { name: 'Create code' }).click();
      await expect(dialog.getByText('The transfer code was created.')).toBeVisible();
    },
  },
  dialogOfMenu('transfer-records', 'More tools', 'Transfer records…'),
  dialogOfDetails('transfer-cancel', 'Cancel code…'),
  dialogOfMenu('transfer-import', 'More tools', 'Import a profile by code…'),
  dialogOfMenu('empty-bin', 'More tools', 'Empty the recycle bin…'),
  {
    name: 'unsaved-details',
    async open({ page }) {
      await openDetails(page);
      await detailsScreen(page).name.fill('Mine');
      await detailsScreen(page).button('Close the details').click();
      await waitForDialog(page);
    },
    leave: ({ page }) => page.getByRole('button', { name: 'Discard changes' }).click(),
  },
  {
    name: 'conflict',
    async open({ page, demo }) {
      await openDetails(page);
      await detailsScreen(page).name.fill('Mine');
      await demo.control('profiles.touch', {
        changes: [{ kind: 'rename', profileId: 2, name: 'Somebody else’s' }],
      });
      await detailsScreen(page).save.click();
      await waitForDialog(page);
    },
    leave: ({ page }) => page.getByRole('button', { name: 'Keep what is there' }).click(),
  },
];

/** Opens the details of profile 2. */
async function openDetails(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Page, action/ }).fill('2');
  await page.getByRole('option', { name: /^2 / }).first().click();
  await expect(detailsScreen(page).name).toBeVisible();
}

async function openDialog(page: Page, button: string): Promise<void> {
  await openDetails(page);
  await detailsScreen(page).button(button).click();
  await waitForDialog(page);
}

function dialogOfDetails(name: string, button: string): AppScreen {
  return { name, open: ({ page }) => openDialog(page, button) };
}
