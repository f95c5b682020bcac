import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, launchPanel, test } from './app-fixture.ts';

test.use({ demoStart: { profiles: 40 } });

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
}

const host = (page: Page) => page.getByRole('textbox', { name: 'Host' });
const port = (page: Page) => page.getByRole('textbox', { name: 'Port' });
const save = (page: Page) => page.getByRole('button', { name: 'Save and check' });

test('an address that cannot be is refused at its field, and nothing is lost', async ({ page }) => {
  await openSettings(page);
  for (const { typed, field, message } of [
    { typed: { host: 'not an address', port: '53200' }, field: host, message: 'This is not a host.' },
    { typed: { host: '', port: '53200' }, field: host, message: 'Enter a host' },
    { typed: { host: '0x7f.1', port: '53200' }, field: host, message: 'four numbers' },
    { typed: { host: '127.0.0.1', port: '0' }, field: port, message: 'from 1 to 65535' },
    { typed: { host: '127.0.0.1', port: '70000' }, field: port, message: 'from 1 to 65535' },
  ] as const) {
    await test.step(`${typed.host}:${typed.port}`, async () => {
      await host(page).fill(typed.host);
      await port(page).fill(typed.port);
      await save(page).click();
      await expect(field(page)).toHaveAccessibleDescription(new RegExp(message));
      await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(host(page)).toHaveValue(typed.host);
      const view = await page.evaluate(() => window.panel.call('settings.get', {}));
      expect(view).toMatchObject({ value: { settings: { address: { host: '127.0.0.1', port: 53_200 } } } });
    });
  }
});

test('a host that is not this computer needs a tick that explains the risk', async ({ page }) => {
  await openSettings(page);
  await host(page).fill('192.0.2.10');
  await save(page).click();
  const confirm = page.getByRole('checkbox', { name: 'Use this host although it is not this computer' });
  await expect(confirm).toBeVisible();
  await expect(page.getByText('has no password and no encryption')).toBeVisible();
  const refused = await page.evaluate(() =>
    window.panel.call('settings.update', { address: { host: '192.0.2.10', port: 53_200 } }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input', detail: 'host' } });
});

test('a saved address is checked at once and holds after a restart', async ({ demo, userData }) => {
  const first = await launchPanel({ userData });
  await openSettings(first.page);
  await host(first.page).fill(`${demo.host}:${demo.port}`);
  await host(first.page).press('Tab');
  await save(first.page).click();
  await expect(first.page.getByRole('button', { name: 'Connection: Connected · 40 profiles' })).toBeVisible();
  await first.close();
  const second = await launchPanel({ userData });
  await expect(
    second.page.getByRole('button', { name: 'Connection: Connected · 40 profiles' }),
  ).toBeVisible();
  await second.close();
});

test('the language changes at once, everywhere, and holds after a restart', async ({ demo, userData }) => {
  const first = await launchPanel({ userData, address: demo });
  await openSettings(first.page);
  await first.page.getByRole('radio', { name: '简体中文' }).click();
  await expect(first.page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await first.close();
  const second = await launchPanel({ userData, address: demo });
  await expect(second.page.getByRole('grid', { name: '窗口' })).toBeVisible();
  await second.close();
});

test('the heading has a line once content has gone under it', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 640 });
  await openSettings(page);
  const header = page.getByRole('heading', { level: 1 }).locator('..');
  const lineOf = () => header.evaluate((element) => getComputedStyle(element).borderBottomColor);
  expect(await lineOf()).toBe('rgba(0, 0, 0, 0)');
  await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
  await expect.poll(lineOf).not.toBe('rgba(0, 0, 0, 0)');
});

test('light and dark follow the setting', async ({ page }) => {
  await openSettings(page);
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('radio', { name: 'Light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('settings that were damaged on the disk are reported in the window', async ({ demo, userData }) => {
  writeFileSync(`${userData}/settings.json`, '{"version":1,"data":{');
  const panel = await launchPanel({ userData, address: demo });
  await openSettings(panel.page);
  await expect(panel.page.getByText('back at their defaults')).toBeVisible();
  await panel.close();
});
