import { expect, test } from './app-fixture.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 60 } });

test('proxies are saved, changed and deleted with the documented bodies; one in use says who uses it', async ({
  demo,
  page,
}) => {
  const { dialog } = operationsScreen(page);
  await profilesScreen(page).waitForRows(60);
  await page.getByRole('link', { name: 'Proxies' }).click();
  const table = page.getByRole('table', { name: 'Proxies' });
  await expect(table).toHaveAttribute('aria-rowcount', '61');

  // A pasted line fills the fields; empty input is refused before anything is sent.
  await page.getByRole('button', { name: 'New proxy…' }).click();
  const host = dialog.getByRole('textbox', { name: 'Host' });
  await expect(host).toBeFocused();
  await dialog.getByRole('button', { name: 'Save proxy' }).click();
  await expect(dialog).toContainText('Enter a host or an IP address, nothing else.');
  expect(await demo.sentBodies('proxy-create')).toEqual([]);
  await host.fill('198.51.100.7:8080:anna:p:w@d');
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('spring');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('until May');
  await dialog.getByRole('button', { name: 'Save proxy' }).dblclick();
  await expect(dialog).toBeHidden();
  expect(await demo.sentBodies('proxy-create')).toEqual([
    {
      proxy_type: 'http',
      proxy_ip: '198.51.100.7',
      proxy_port: '8080',
      proxy_user: 'anna',
      proxy_password: 'p:w@d',
      tag: 'spring',
      note: 'until May',
    },
  ]);

  // Search and tag filter narrow the list down.
  await page.getByRole('button', { name: 'Filter: Tag' }).click();
  await page.getByRole('option', { name: /^spring/ }).click();
  await page.keyboard.press('Escape');
  await expect(table).toHaveAttribute('aria-rowcount', '2');
  await expect(table).not.toContainText('anna');

  // Only what changed is sent, and a line in use by another entry is refused beside the field.
  const more = page.getByRole('button', { name: 'More about “198.51.100.7:8080”' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  await expect(dialog).toContainText('This proxy has a login, which is not shown here.');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await demo.control('faults.add', {
    action: 'proxy-update',
    fault: { kind: 'error', code: 104_006 },
    times: 1,
  });
  await more.click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  await dialog.getByRole('textbox', { name: 'Port' }).fill('8081');
  await page.keyboard.press('Enter');
  await expect(host).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog).toContainText('Another entry already has exactly these proxy details');
  await demo.control('faults.add', { action: 'proxy-update', fault: { kind: 'resetAfter' }, times: 1 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('It is not known');
  await expect(dialog.getByRole('alert')).toContainText('“198.51.100.7:8081” is in it now');
  await page.keyboard.press('Escape');
  expect(await demo.sentBodies('proxy-update')).toEqual([
    { id: expect.any(Number), proxy_port: '8081' },
    { id: expect.any(Number), proxy_port: '8081' },
  ]);

  await page.getByRole('button', { name: 'More about “198.51.100.7:8081”' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(dialog).toContainText('Delete the proxy 198.51.100.7:8081?');
  await dialog.getByRole('button', { name: 'Delete proxy' }).dblclick();
  await expect(page.getByText('No proxy fits the search and the filter')).toBeVisible();
  expect(await demo.sentBodies('proxy-delete')).toEqual([{ id: expect.any(Number) }]);
  await page.getByRole('button', { name: 'Clear filters' }).click();

  const inUse = table.getByRole('button', { name: /^Show \d+ profiles? with/ }).first();
  const users = Number(await inUse.textContent());
  const name = /“(.+)”/.exec((await inUse.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await page.getByRole('button', { name: `More about “${name}”` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete proxy' }).click();
  await expect(dialog.getByRole('alert')).toContainText('108002');
  await dialog.getByRole('button', { name: 'Show these profiles' }).click();
  await profilesScreen(page).waitForRows(users);
});

test('traffic packages, tags and lines: what is used, and a switch after a question', async ({
  demo,
  page,
}) => {
  const { dialog } = operationsScreen(page);
  await page.getByRole('link', { name: 'Proxies' }).click();
  await page.getByRole('tab', { name: 'Traffic packages' }).click();
  const packages = page.getByRole('list', { name: 'Traffic packages' }).getByRole('listitem');
  await expect(packages).toHaveCount(2);
  await expect(packages.first()).toContainText(/[\d.,]+ of [\d.,]+ MB used \(\d+ %\), [\d.,]+ MB left/);
  await expect(packages.first().getByRole('progressbar')).toBeVisible();

  await page.getByRole('tab', { name: 'Proxy tags' }).click();
  await page
    .getByRole('button', { name: /^Show \d+ proxies with “mobile”$/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of 60$/ })).toBeVisible();

  await page.getByRole('tab', { name: 'Lines' }).click();
  await expect(page.getByText('ixBrowser does not tell which line is in use now.')).toBeVisible();
  await demo.control('faults.add', {
    action: 'gateway-switch',
    fault: { kind: 'error', code: 118_001 },
    times: 1,
  });
  await page.getByRole('button', { name: 'Switch… to Line2' }).click();
  await dialog.getByRole('button', { name: 'Switch line' }).click();
  await expect(dialog.getByRole('alert')).toContainText('118001');
  await dialog.getByRole('button', { name: 'Switch line' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'Line2' })).toContainText('Switched to at');
  const { requests } = await demo.control('requests.list', { action: 'gateway-switch' });
  expect(requests.map(({ body }) => body)).toEqual([{ id: '2' }, { id: '2' }]);

  // Nothing listens any more: the list stays as it was and says so; nothing is claimed to be done.
  await demo.stop();
  await page.getByRole('button', { name: 'Switch… to Line1' }).click();
  await dialog.getByRole('button', { name: 'Switch line' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The line was not switched.');
  await expect(dialog.getByRole('alert')).toContainText('api_unreachable');
});
