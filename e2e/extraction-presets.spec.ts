import fs from 'node:fs';
import path from 'node:path';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { expect, launchPanel, type RunningPanel, test } from './app-fixture.ts';
import { type ExtractionScreen, openLinkForAll } from './screens/extraction-screen.ts';

test.use({ demoStart: { profiles: 4 } });

const secret = /canary-(?:key|user|password)/;

/** What the panel has written into its folder, and what its page holds, fields included. */
async function readEverything({ page, userData }: RunningPanel): Promise<string> {
  const files = fs
    .readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
  const shown = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
      ({ value }) => value,
    ),
  ]);
  return [...files, ...shown, await page.title()].join('\n');
}

async function chooseInMenu({ page }: RunningPanel, extraction: ExtractionScreen, name: string) {
  await extraction.button('More for presets').click();
  await page.getByRole('menuitem', { name }).click();
}

test('a preset comes back after a restart with its link, which the window never sees again', async ({
  demo,
  supplier,
  userData,
}) => {
  test.setTimeout(120_000);
  await demo.closeProfiles();
  const start = { userData, address: demo, args: ['--allow-loopback-suppliers'] };
  const link = supplier.link('json', '?key=canary-key-1234567&num=2&id={profile_id}');

  const first = await launchPanel(start);
  const hasKeyStore = await first.page.evaluate(async () => {
    const answer = await window.panel.call('presets.list', {});
    return answer.ok && answer.value.hasKeyStore;
  });
  test.skip(!hasKeyStore, 'This computer has no key store: the next test is for it.');
  const form = await openLinkForAll(first.page, 4);
  await form.link.fill(link);
  await form.button('Test the link').click();
  await expect(form.reply).toContainText('1 proxy understood');
  await form.radio('A new IP at every start').check();
  await form.button('Save as preset…').click();
  await expect(form.dialog).toContainText('stored encrypted by the key store');
  await form.dialog.getByLabel('Name of the preset').fill('Shops');
  await form.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.dialog).toContainText('The preset “Shops” was saved.');

  const file = path.join(userData, 'shops.json');
  await answerFileDialogs(first.app, file);
  await chooseInMenu(first, form, 'Export without the link…');
  await expect(form.dialog).toContainText('saved to shops.json, without its link');
  expect(fs.readFileSync(file, 'utf8')).not.toMatch(/canary|127\.0\.0\.1|http:/);
  await chooseInMenu(first, form, 'Import from a file…');
  await expect(form.dialog).toContainText('“Shops (2)” has no link any more');
  await expect(form.link).toHaveValue('');
  await chooseInMenu(first, form, 'Rename…');
  await form.dialog.getByLabel('New name').fill('shops');
  await expect(form.dialog).toContainText('Another preset has this name.');
  await form.dialog.getByLabel('New name').fill('Shops without a link');
  await form.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.dialog).toContainText('is now called “Shops without a link”');
  await chooseInMenu(first, form, 'Delete…');
  await form.button('Delete the preset').click();
  await expect(form.dialog).toContainText('was deleted');
  fs.writeFileSync(file, '{"format":"something else"}');
  await chooseInMenu(first, form, 'Import from a file…');
  await expect(form.dialog).toContainText('invalid_input · format');
  await first.page.keyboard.press('Escape');
  await expect(form.dialog).toBeHidden();
  expect(await readEverything(first)).not.toMatch(secret);
  await first.close();

  const second = await launchPanel(start);
  const again = await openLinkForAll(second.page, 4);
  await again.dialog.getByRole('combobox', { name: 'Use a preset' }).click();
  await second.page.getByRole('option', { name: 'Shops' }).click();
  await expect(again.link).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/…\?key=••••&num=••••&id=\{profile_id\}$/);
  await expect(again.radio('A new IP at every start')).toBeChecked();
  await expect(again.radio('JSON')).toBeChecked();
  await expect(again.dialog).toContainText('Each request gives 2 IPs');
  const before = supplier.getRequestCount();
  await again.button('Test the link').click();
  await expect(again.reply).toContainText('1 proxy understood');
  expect(supplier.getRequestCount()).toBe(before + 1);
  await again.button('Next').click();
  await expect(again.dialog).toContainText('id=1');
  await expect(again.dialog).toContainText('about 8 IPs');
  await again.button('Next').click();
  await again.button('Try on this profile').click();
  await again.button('Apply to the other 3').click();
  const action = 'profile-update-proxy-for-api-extraction';
  const read = async () => (await demo.control('requests.list', { action })).requests;
  await expect.poll(async () => (await read()).length).toBe(4);
  const urls = (await read()).map(
    ({ body }) => (body as { proxy_info: { proxy_url: string } }).proxy_info.proxy_url,
  );
  expect(urls.toSorted()).toEqual([1, 2, 3, 4].map((id) => link.replace('{profile_id}', String(id))));
  expect(await readEverything(second)).not.toMatch(secret);
  await second.close();
});

test('without a key store the form says so and keeps the link for the session; a damaged file is set aside', async ({
  demo,
  supplier,
  userData,
}) => {
  test.setTimeout(90_000);
  fs.writeFileSync(path.join(userData, 'link-presets.json'), '{"version":1,"presets":[');
  const panel = await launchPanel({
    userData,
    address: demo,
    args: ['--allow-loopback-suppliers', '--password-store=basic'],
  });
  test.skip(process.platform !== 'linux', 'Only Linux has computers without a key store.');
  const form = await openLinkForAll(panel.page, 4);
  await expect(form.dialog).toContainText(/kept as link-presets\.corrupt-\d+\.json/);
  await form.link.fill(supplier.link('text', '?key=canary-key-1234567'));
  await form.button('Save as preset…').click();
  await expect(form.dialog).toContainText('This computer has no key store');
  await form.dialog.getByLabel('Name of the preset').fill('Session');
  await form.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.dialog).toContainText('is kept until you quit the panel');
  await form.link.fill('');
  await form.dialog.getByRole('combobox', { name: 'Use a preset' }).click();
  await panel.page.getByRole('option', { name: 'Session' }).click();
  await form.button('Test the link').click();
  await expect(form.reply).toContainText('2 proxies understood');
  expect(await readEverything(panel)).not.toMatch(secret);
  await form.button('Use another link').click();
  await expect(form.link).toHaveValue('');
  await expect(form.link).toBeFocused();
  await panel.close();
});
