import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { findViolationsInBothLooks } from './screens/find-violations.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 60 } });
test.setTimeout(120_000);

const grid = (page: Page) => page.getByRole('grid', { name: 'Requests' });
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
const details = (page: Page) => page.getByRole('complementary', { name: /^Request: / });

/** Clears caches without the dialogs, which are not what is looked at here. */
async function clearCaches(page: Page, ids: readonly number[]): Promise<void> {
  const started = await page.evaluate(
    (profileIds) =>
      window.panel.call('jobs.start', {
        operation: { kind: 'clear_cache' },
        profileIds: profileIds as never,
        closeOpened: false,
        typedCount: null,
      }),
    ids,
  );
  expect(started.ok).toBe(true);
}

const idsFrom = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

test('every request is listed live with its profiles, outcome, attempt and job', async ({ page, demo }) => {
  await profilesScreen(page).waitForRows(60);
  await demo.control('faults.add', {
    action: 'profile-clear-cache',
    fault: { kind: 'error', code: 2007 },
    profileIds: [3],
  });
  await demo.control('faults.add', {
    action: 'profile-clear-cache',
    fault: { kind: 'error', code: 1010 },
    times: 1,
    profileIds: [5],
  });
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByText('nothing of it is written to the disk')).toBeVisible();
  await expect(rows(page).first()).toContainText('profile-list');
  const hidden = page.getByText(/^Background reads hidden: \d+$/);
  await expect(hidden).toBeVisible();
  await expect(rows(page).filter({ hasText: 'profile-opened-list' })).toHaveCount(0);

  await clearCaches(page, [3, 5]);
  const refused = rows(page).filter({ hasText: 'Refused' }).filter({ hasText: '2007' });
  await expect(refused.first()).toContainText('profile-clear-cache');
  const again = rows(page).filter({ hasText: 'profile-clear-cache' }).filter({ hasText: 'Done' });
  await expect(again.first()).toContainText('5');
  await expect(again.first().getByRole('gridcell').nth(7)).toHaveText(/^[23]$/);
  await expect(again.first().getByRole('link')).toHaveText(/^Clear cache · \d\d:\d\d$/);

  // A chosen row stays where it is, and what comes meanwhile is counted.
  await refused.first().click();
  await expect(details(page)).toContainText('2007');
  await expect(details(page).getByRole('region', { name: 'What was sent' })).toContainText('"profile_id"');
  const before = await rows(page).first().textContent();
  await clearCaches(page, idsFrom(10, 30));
  const pill = page.getByRole('button', { name: /^\d+ new$/ });
  await expect(pill).toBeVisible();
  expect(await rows(page).first().textContent()).toBe(before);
  expect(await findViolationsInBothLooks(page)).toEqual([]);
  await pill.click();
  await expect(details(page)).toBeHidden();
  await expect(pill).toBeHidden();
  await expect.poll(() => rows(page).first().textContent()).not.toBe(before);

  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = await rows(page).first().textContent();
  await clearCaches(page, idsFrom(40, 3));
  await expect(pill).toBeVisible();
  expect(await rows(page).first().textContent()).toBe(paused);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => rows(page).first().textContent()).not.toBe(paused);

  await page.getByRole('searchbox', { name: 'Search requests' }).fill('2007');
  await expect(rows(page).filter({ hasText: '2007' }).first()).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Done' })).toHaveCount(0);
  await rows(page).first().click();
  await details(page).getByRole('button', { name: 'Open in the console' }).click();
  // The console is filled in with that call; nothing is sent by opening it.
  await expect(page).toHaveURL(/#\/console$/);
  const call = consoleScreen(page);
  await expect(call.actions.getByRole('option', { selected: true })).toContainText('profile-clear-cache');
  await call.show('JSON');
  await expect(call.json).toHaveValue(/"profile_id": \[\s*3\s*\]/);

  // A call of the console is one of the requests.
  await call.choose('gateway-list');
  await call.send.click();
  await call.expectOutcome('Success');
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('searchbox', { name: 'Search requests' }).fill('gateway-list');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Done');
  await page.getByRole('searchbox', { name: 'Search requests' }).fill('');

  await page.getByRole('button', { name: 'Show background reads' }).click();
  await expect(
    rows(page)
      .filter({ hasText: /profile-list ×/ })
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Hide background reads' }).click();
  await page.getByRole('searchbox', { name: 'Search requests' }).fill('2007');
  await rows(page).filter({ hasText: '2007' }).first().click();
  await details(page).getByRole('button', { name: 'Open the job' }).click();
  await expect(page).toHaveURL(/#\/jobs\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('button', { name: 'Clear list' }).click();
  await expect(page.getByText('Nothing sent yet')).toBeVisible();
});
