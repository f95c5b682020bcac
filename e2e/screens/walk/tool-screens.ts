import { expect, type Page } from '@playwright/test';
import { consoleScreen } from '../console-screen.ts';
import { type AppScreen, dialogOfPage, goTo, pageAt, waitForDialog, withoutError } from './app-screen.ts';
import { screenStates } from './stage.ts';

/** Service cache, console, activity and settings. */
export const toolScreens: readonly AppScreen[] = [
  pageAt('service-cache', '#/service-cache', screenStates),
  {
    name: 'service-cache-answer',
    async open({ page, demo }) {
      await goTo(page, '#/service-cache');
      await page.getByRole('button', { name: 'Change address' }).click();
      await page.getByRole('textbox', { name: 'Port' }).fill(String(demo.servicePort));
      await page.getByRole('button', { name: 'Save and check' }).click();
      await expect(page.getByText('answers here and knows this call')).toBeVisible();
      await page.getByRole('combobox', { name: 'Service name' }).fill('etherforce');
      await page.getByRole('button', { name: 'Clear cache of etherforce' }).click();
      await page.getByRole('list', { name: 'Past calls' }).getByRole('group').first().click();
      await expect(page.getByText('Entries cleared')).toHaveCount(2);
    },
  },
  {
    name: 'service-cache-all',
    async open({ page }) {
      await goTo(page, '#/service-cache');
      await page.getByRole('radio', { name: 'All services' }).click();
      await page.getByRole('button', { name: 'Clear cache of all services…' }).click();
      await waitForDialog(page);
    },
  },
  dialogOfPage('service-cache-forget', '#/service-cache', 'Clear history…'),
  pageAt('console', '#/console', withoutError),
  {
    name: 'console-reply',
    async open({ page }) {
      const { choose, send, expectOutcome } = await openConsole(page);
      await choose('profile-list');
      await send.click();
      await expectOutcome('Success');
    },
  },
  {
    name: 'console-broken-json',
    async open({ page }) {
      const { choose, show, json, request } = await openConsole(page);
      await choose('profile-copy');
      await show('JSON');
      await json.fill('{\n  "profile_id": 13,\n}');
      await expect(request.getByText(/^This is not JSON/)).toBeVisible();
    },
  },
  {
    name: 'console-confirm',
    async open({ page }) {
      const { choose, writeBody, send, readOnly } = await openConsole(page);
      await readOnly.click({ force: true });
      await choose('profile-delete');
      await writeBody({ profile_id: 9 });
      await send.click();
      await waitForDialog(page);
    },
  },
  pageAt('activity', '#/activity', withoutError),
  {
    name: 'activity-details',
    async open({ page }) {
      await goTo(page, '#/activity');
      const requests = page.getByRole('grid', { name: 'Requests' });
      await requests.getByRole('gridcell').first().click();
      await expect(page.getByRole('complementary', { name: /^Request: / })).toBeVisible();
    },
  },
  pageAt('settings', '#/settings', withoutError),
];

async function openConsole(page: Page): Promise<ReturnType<typeof consoleScreen>> {
  await goTo(page, '#/console');
  return consoleScreen(page);
}
