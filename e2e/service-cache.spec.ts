import type { Page } from '@playwright/test';
import type { DemoFault } from '../shared/demo-control.ts';
import { expect, launchPanel, test } from './app-fixture.ts';
import { type DemoProcess, startDemoProcess } from './demo-process.ts';
import { findViolations, findViolationsInBothLooks } from './screens/find-violations.ts';

test.use({ demoStart: { profiles: 3 }, panelArgs: ['--short-deadlines'] });
test.setTimeout(150_000);

async function openPage(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Service cache' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Service cache' })).toBeVisible();
}

async function setAddress(page: Page, { servicePort }: Pick<DemoProcess, 'servicePort'>): Promise<void> {
  await page.getByRole('button', { name: 'Change address' }).click();
  await page.getByRole('textbox', { name: 'Port' }).fill(String(servicePort));
  await page.getByRole('button', { name: 'Save and check' }).click();
  await expect(page.getByRole('textbox', { name: 'Port' })).toBeHidden();
}

const answer = (page: Page) => page.getByRole('status', { name: 'Answer of the service' });
const nameField = (page: Page) => page.getByRole('combobox', { name: 'Service name' });

/** The value that stands beside a term of the answer. */
const fact = (page: Page, term: string) => answer(page).locator(`dt:text-is("${term}") + dd`);

async function readCalls(service: DemoProcess): Promise<unknown[]> {
  const { requests } = await service.control('requests.list', { action: 'system-cache-clear' });
  return requests.map(({ body }) => body);
}

test('every answer of the service is shown as it is, and nothing more is claimed', async ({ page }) => {
  const service = await startDemoProcess({ profiles: 0 });
  await openPage(page);
  await expect(page.getByText('The caches of browser profiles are a different thing')).toBeVisible();
  await expect(page.getByText('documents this call as having no effect')).toBeVisible();

  await page.getByRole('button', { name: 'Change address' }).click();
  await page.getByRole('textbox', { name: 'Host' }).fill('192.0.2.10');
  await page.getByRole('button', { name: 'Save and check' }).click();
  await expect(page.getByRole('checkbox', { name: 'Use this host although' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep the address' }).click();
  await setAddress(page, service);
  await expect(page.getByText('“Demo service” answers here and knows this call.')).toBeVisible();
  await service.control('switches.set', { serviceDescription: 'withoutClear' });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('its description does not name this call')).toBeVisible();
  await service.control('faults.add', { action: 'openapi.json', fault: { kind: 'html' } });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Something answers', { exact: true })).toBeVisible();
  expect(await readCalls(service)).toEqual([]);

  // An empty name is never all services.
  await page.getByRole('button', { name: 'Clear cache', exact: true }).click();
  await expect(nameField(page)).toHaveAccessibleDescription(/choose All services/);
  await nameField(page).fill('etherforce');
  const send = page.getByRole('button', { name: 'Clear cache of etherforce' });
  await send.dblclick();
  await expect(fact(page, 'Status')).toHaveText('success');
  await expect(fact(page, 'Message')).toHaveText('Cache cleared');
  await expect(fact(page, 'Cleared items')).toHaveText('None named');
  await expect(fact(page, 'Entries cleared')).toHaveText('0');
  await expect(fact(page, 'Its time')).toHaveText(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(await readCalls(service)).toEqual([{ serviceName: 'etherforce' }]);

  await service.control('switches.set', { serviceReplyCase: 'snake', serviceClears: 'items' });
  await send.click();
  await expect(fact(page, 'Cleared items')).toHaveText('etherforce:pagesetherforce:images');
  await expect(fact(page, 'Entries cleared')).toHaveText('234');
  await service.control('switches.set', { serviceStatus: 'error', serviceClears: 'unsaid' });
  await send.click();
  await expect(answer(page)).toContainText('The service answered: error');
  await expect(fact(page, 'Entries cleared')).toHaveText('Not said');
  await service.control('switches.set', { serviceNames: ['images'] });
  await send.click();
  await expect(answer(page)).toContainText("body.serviceName Input should be one of 'images'");
  await expect(nameField(page)).toHaveAccessibleDescription(/Input should be one of 'images'/);

  await nameField(page).fill('images');
  const sendImages = page.getByRole('button', { name: 'Clear cache of images' });
  const faults: readonly (readonly [DemoFault, string])[] = [
    [{ kind: 'httpStatus', status: 404 }, 'The service answered with HTTP 404'],
    [{ kind: 'error', code: 1004 }, 'it is not known whether it cleared anything'],
    [{ kind: 'html' }, 'The answer could not be understood'],
    [{ kind: 'malformedBody' }, 'The answer could not be understood'],
    [{ kind: 'resetAfter' }, 'The connection broke: the outcome is not known'],
  ];
  for (const [fault, text] of faults) {
    await service.control('faults.clear', {});
    await service.control('faults.add', { action: 'system-cache-clear', fault });
    await sendImages.click();
    await expect(answer(page)).toContainText(text);
  }
  await service.control('faults.clear', {});
  await service.control('faults.add', { action: 'system-cache-clear', fault: { kind: 'hang' } });
  await sendImages.click();
  await expect(answer(page)).toContainText('Waiting for the answer');
  // What is under way is found again after leaving the page.
  await page.getByRole('link', { name: 'Settings' }).click();
  await openPage(page);
  await expect(answer(page)).toContainText('No answer in time: the outcome is not known');
  await service.stop();
  await nameField(page).fill('images');
  await sendImages.click();
  await expect(answer(page)).toContainText('Nothing was sent: the service does not answer');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Not running', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Past calls' }).getByRole('listitem')).toHaveCount(11);
  await page.getByRole('list', { name: 'Past calls' }).getByRole('group').first().click();
  expect(await findViolationsInBothLooks(page)).toEqual([]);
});

test('all services are asked for in so many words, and past calls outlive the app', async ({
  demo,
  userData,
}) => {
  const first = await launchPanel({ userData, address: demo });
  const { page } = first;
  await openPage(page);
  await setAddress(page, demo);
  await page.getByRole('radio', { name: 'All services' }).click();
  const sendAll = page.getByRole('button', { name: 'Clear cache of all services…' });
  await sendAll.click();
  const dialog = page.getByRole('dialog', { name: 'Clear the cache of all services?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sendAll).toBeFocused();
  expect(await readCalls(demo)).toEqual([]);
  await sendAll.click();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Clear cache of all services' }).dblclick();
  await expect(fact(page, 'Asked for')).toHaveText('All services');
  expect(await readCalls(demo)).toEqual([{ serviceName: null }]);
  await page.getByRole('radio', { name: 'One service' }).click();
  await nameField(page).fill('etherforce');
  await nameField(page).press('Enter');
  await expect(fact(page, 'Asked for')).toHaveText('etherforce');
  await first.close();

  const second = await launchPanel({ userData, address: demo });
  await openPage(second.page);
  const past = second.page.getByRole('list', { name: 'Past calls' });
  await expect(past.getByRole('listitem')).toHaveText([/etherforce/, /All services/]);
  await nameField(second.page).click();
  await second.page.getByRole('option', { name: 'etherforce' }).click();
  await expect(nameField(second.page)).toHaveValue('etherforce');
  await second.page.getByRole('button', { name: 'Clear history…' }).click();
  await second.page.getByRole('button', { name: 'Forget them' }).click();
  await expect(second.page.getByText('No calls yet.')).toBeVisible();
  await second.page.getByRole('button', { name: 'Go to Profiles' }).click();
  await expect(second.page.getByRole('grid', { name: 'Profiles' })).toBeVisible();
  await second.close();
});
