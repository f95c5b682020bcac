import { expect, type Page } from '@playwright/test';
import { extractionScreen } from '../extraction-screen.ts';
import { operationsScreen } from '../operations-screen.ts';
import { profilesScreen } from '../profiles-screen.ts';
import { type AppScreen, waitForDialog } from './app-screen.ts';

/** What can be done with selected profiles: the dialogs of the selection bar, and the steps from a link to a proxy. */
export const selectionScreens: readonly AppScreen[] = [
  dialogOfSelection('clear-cache', ({ action }) => action('Clear cache…').click()),
  dialogOfSelection('proxy', ({ action }) => action('Proxy…').click()),
  dialogOfSelection('proxy-custom', async ({ openProxy, dialog }) => {
    await openProxy('Custom');
    await dialog.getByRole('textbox', { name: 'Host' }).fill('203.0.113.7:80');
    await dialog.getByRole('checkbox', { name: 'The proxy needs a login' }).check();
    await dialog.getByRole('textbox', { name: 'User name' }).fill('anna');
    await waitForCheck(dialog);
  }),
  dialogOfSelection('proxy-residential', ({ openProxy }) => openProxy('Purchased residential')),
  dialogOfSelection('proxy-static', ({ openProxy }) => openProxy('Purchased static')),
  dialogOfSelection('presets', async ({ action, dialog }, page) => {
    await action('Proxy…').click();
    await dialog.getByRole('button', { name: 'More for presets' }).click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
  }),
  dialogOfLink('link-json', jsonReply(), 0),
  dialogOfLink('link-review', '192.0.2.10:8080\n192.0.2.11:8080\nnot a proxy', 1),
  dialogOfLink('link-try', '192.0.2.10:8080', 2, async (page) => {
    await extractionScreen(page).button('Try on this profile').click();
    await expect(page.getByRole('dialog')).toContainText('was set');
  }),
  {
    name: 'selection-menu',
    async open({ page }) {
      await selectVisible(page);
      await operationsScreen(page).action('More').click();
      await expect(page.getByRole('menuitem', { name: 'Copy…' })).toBeVisible();
    },
  },
  dialogOfSelection('move-to-group', async ({ openMore, chooseGroup, dialog }) => {
    await openMore('Move to group…');
    await chooseGroup('Group', 'Archive');
    await waitForCheck(dialog);
  }),
  dialogOfSelection('copy', async ({ openMore, chooseGroup, dialog }) => {
    await openMore('Copy…');
    await chooseGroup('Group', 'Archive');
    await waitForCheck(dialog);
  }),
  dialogOfSelection('reset-open-state', ({ openMore }) => openMore('Reset open state…')),
  dialogOfSelection('delete', ({ openMore }) => openMore('Delete…')),
  dialogOfSelection('open-options', ({ openMore }) => openMore('Open with options…')),
  dialogOfSelection('open-random', ({ openMore }) => openMore('Open with a random fingerprint…')),
  {
    name: 'arrange',
    async open({ page }) {
      await profilesScreen(page).select(2);
      await operationsScreen(page).action('Open').click();
      await page.getByRole('button', { name: / open here$/ }).click();
      await page.getByRole('menuitem', { name: 'Arrange the windows…' }).click();
      await waitForDialog(page);
    },
    // Of an open profile no transfer code can be made, which comes later.
    leave: ({ demo }) => demo.closeProfiles(),
  },
];

const selectVisible = (page: Page) =>
  profilesScreen(page).grid.getByRole('checkbox', { name: 'Select the visible profiles' }).click();

type Operations = ReturnType<typeof operationsScreen>;

/** What the bar of the selection opens for all profiles in view. */
function dialogOfSelection(
  name: string,
  openIt: (operations: Operations, page: Page) => Promise<void>,
): AppScreen {
  return {
    name,
    async open({ page }) {
      await selectVisible(page);
      await openIt(operationsScreen(page), page);
      await waitForDialog(page);
    },
  };
}

/** A step of the way from a link, with a reply that was pasted, so that nobody is asked. */
function dialogOfLink(
  name: string,
  reply: string,
  steps: number,
  act?: (page: Page) => Promise<void>,
): AppScreen {
  return dialogOfSelection(name, async (_, page) => {
    const extraction = extractionScreen(page);
    await extraction.open();
    await extraction.link.fill('https://supplier.example/get?num=2&id={profile_id}');
    await extraction.button('Paste a sample reply instead').click();
    await extraction.dialog.getByLabel('Sample reply').fill(reply);
    await expect(extraction.reply).toContainText('understood');
    for (let step = 0; step < steps; step += 1) await extraction.button('Next').click();
    await act?.(page);
  });
}

function jsonReply(): string {
  return JSON.stringify({ code: 0, data: [{ host: '192.0.2.1', port: 80, expires: '2030-01-01' }] });
}

async function waitForCheck(dialog: Operations['dialog']): Promise<void> {
  await expect(dialog.getByRole('region', { name: 'Check before the run' })).toContainText('ready');
}
