import { expect, type Page } from '@playwright/test';
import type { DemoControl } from '../../demo-process.ts';
import { type AppScreen, chooseInMenu, withoutError } from './app-screen.ts';
import { screenStates } from './stage.ts';

/** What belongs to no page: connection, palette, help, and the window while ixBrowser cannot be worked with. */
export const windowScreens: readonly AppScreen[] = [
  {
    name: 'connection',
    states: screenStates,
    async open({ page }) {
      await page.getByRole('button', { name: /^Connection: / }).click();
      await expect(page.getByRole('button', { name: 'Change the address' }).last()).toBeVisible();
    },
  },
  { name: 'palette', states: withoutError, open: ({ page }) => openPalette(page) },
  {
    name: 'palette-profiles',
    async open({ page }) {
      await openPalette(page);
      await page.keyboard.type('1');
      await expect(page.getByRole('option', { name: /^1 / }).first()).toBeVisible();
    },
  },
  {
    name: 'shortcuts',
    async open({ page }) {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'help-menu',
    async open({ page }) {
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      await expect(page.getByRole('menuitem', { name: 'Welcome' })).toBeVisible();
    },
  },
  {
    name: 'welcome',
    states: screenStates,
    async open({ page }) {
      await chooseInMenu(page, 'Help', 'Welcome');
      await expect(page.getByRole('dialog', { name: 'Welcome to Profile Panel' })).toBeVisible();
    },
  },
  {
    name: 'tour',
    async open({ page }) {
      await chooseInMenu(page, 'Help', 'Take the tour');
      await expect(page.getByRole('dialog', { name: 'The connection' })).toBeVisible();
    },
  },
  lostConnection('profiles-refused', 'No rights', (control) =>
    control('faults.add', { action: 'profile-list', fault: { kind: 'error', code: 1008 } }),
  ),
  lostConnection('profiles-unreadable', 'Another program answers', (control) =>
    control('faults.add', { action: 'profile-list', fault: { kind: 'html' } }),
  ),
  lostConnection('not-running', 'Not running', (control) => control('server.pause', {})),
];

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Page, action/ })).toBeFocused();
}

/** The Profiles page with rows that were read before the connection was lost. */
function lostConnection(
  name: string,
  pill: string,
  lose: (control: DemoControl) => Promise<unknown>,
): AppScreen {
  return {
    name,
    async open({ page, demo }) {
      await lose(demo.control);
      await waitForPill(page, pill);
    },
    async leave({ page, demo }) {
      await demo.control('server.resume', {});
      await waitForPill(page, 'Connected');
      await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
    },
  };
}

/** Has the connection checked until the pill says so. */
async function waitForPill(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.evaluate(() => window.panel.call('connection.check', {}));
      return page.getByRole('button', { name: /^Connection: / }).textContent();
    })
    .toContain(text);
}
