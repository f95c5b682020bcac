import { writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, launchPanel, test } from './app-fixture.ts';

const check = (page: Page) => page.evaluate(() => window.panel.call('updates.check', {}));

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click();
}

test('nothing is asked until the user saves an address and switches the notice on', async ({ page }) => {
  // A server that speaks no TLS: a question to it is seen, and fails.
  let connections = 0;
  const server = http.createServer().on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/latest.json`;

  await openSettings(page);
  const section = page.getByRole('region', { name: 'New versions' });
  const field = section.getByRole('textbox', { name: 'Address to ask' });
  const on = section.getByRole('switch', { name: 'Tell me about new versions' });
  await expect(on).toBeDisabled();
  await expect(check(page)).resolves.toMatchObject({ ok: false, error: { code: 'wrong_state' } });

  await field.fill('http://127.0.0.1/latest.json');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(field).toHaveAccessibleDescription(/starts with https/);
  await expect(on).toBeDisabled();

  await field.fill(address);
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(on).toBeEnabled();
  await expect(on).not.toBeChecked();
  await expect(check(page)).resolves.toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  expect(connections).toBe(0);

  await on.click();
  await expect(section.getByRole('status')).toContainText('could not be reached');
  expect(connections).toBe(1);
  await section.getByRole('button', { name: 'Check now' }).click();
  await expect.poll(() => connections).toBe(2);
  await expect(page.evaluate(() => window.panel.call('updates.get', {}))).resolves.toMatchObject({
    ok: true,
    value: { newer: null, failure: 'unreachable' },
  });
  server.close();
});

test('a newer version is told on every page until its notice is closed', async ({ demo, userData }) => {
  // What an earlier start was told; a day has not passed, so that nothing is asked.
  const remembered = {
    checkedAt: Date.now(),
    newest: { version: '99.0.0', notes: 'First line.\n<b>Second</b> line.' },
  };
  writeFileSync(path.join(userData, 'update.json'), JSON.stringify(remembered));
  const panel = await launchPanel({ userData, address: demo });
  const notice = panel.page
    .getByRole('region', { name: 'New versions' })
    .filter({ hasText: 'Version 99.0.0' });
  await expect(panel.page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(notice).toHaveCount(0);

  await panel.page.evaluate(() =>
    window.panel.call('settings.update', {
      updateAddress: 'https://127.0.0.1:9/latest.json',
      isUpdateNoticeOn: true,
    }),
  );
  await expect(notice).toBeVisible();
  await notice.getByText('What is new').click();
  await expect(notice).toContainText('<b>Second</b> line.');
  await notice.getByRole('button', { name: 'Close until the next version' }).click();
  await expect(notice).toHaveCount(0);
  await panel.close();

  const again = await launchPanel({ userData, address: demo });
  await expect(again.page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(again.page.getByText('Version 99.0.0')).toHaveCount(0);
  await again.close();
});
