import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { consoleScreen } from './screens/console-screen.ts';
import { findViolations, findViolationsInBothLooks } from './screens/find-violations.ts';

test.use({ demoStart: { profiles: 1_200 } });
test.setTimeout(150_000);

/** What the page holds of the text of the window, its inputs included. */
async function readWindow(page: Page): Promise<string> {
  return await page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input, textarea')].map((each) => (each as HTMLInputElement).value),
    ].join('\n'),
  );
}

test('form and JSON are one body, and nothing that does not fit is sent', async ({ demo, page }) => {
  const screen = consoleScreen(page);
  const { request } = screen;
  await screen.open();

  // The keyboard alone finds and chooses.
  await screen.search.fill('copy');
  await page.keyboard.press('Enter');
  await expect(request.getByRole('heading', { name: 'Copy a profile' })).toBeVisible();
  await expect(screen.actions.getByText('1 action')).toBeHidden();

  // Read-only is on at first, here and in the main process.
  await expect(screen.readOnly).toBeChecked();
  await expect(request.getByText('Read-only is on')).toBeVisible();
  await expect(screen.send).toBeDisabled();
  const refused = await page.evaluate(() =>
    window.panel.call('console.send', {
      callId: 'x',
      action: 'profile-copy',
      body: { profile_id: 1 },
      allowChanges: false,
      allowUnknownFields: false,
      isConfirmed: true,
      typedText: null,
    }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  await screen.readOnly.click({ force: true });

  // Each kind of field, from the form into the JSON.
  const field = (name: string) => request.getByRole('textbox', { name: new RegExp(`^${name} `) });
  await field('profile_id').fill('twelve');
  await expect(request.getByText('Has to be: whole number.').first()).toBeVisible();
  await field('profile_id').fill('12');
  await request.getByRole('combobox', { name: /^site_id / }).fill('21');
  await page.getByRole('option', { name: /^21 / }).click();
  await expect(
    request.getByText('Required when site_id is 21. ixBrowser will probably refuse.'),
  ).toBeVisible();
  await field('site_url').fill('https://example.com/');
  await expect(request.getByText('ixBrowser will probably refuse.')).toBeHidden();
  await request.getByRole('button', { name: 'Send name as empty text' }).click();
  await expect(request.getByText('Empty text is sent')).toBeVisible();
  await screen.show('JSON');
  expect(JSON.parse(await screen.json.inputValue())).toEqual({
    profile_id: 12,
    site_id: 21,
    site_url: 'https://example.com/',
    name: '',
  });

  // Broken JSON keeps the form's last state and cannot be sent.
  await screen.json.fill('{\n  "profile_id": 13,\n}');
  await expect(request.getByText('This is not JSON: line 3, column 1.')).toBeVisible();
  await expect(screen.send).toBeDisabled();
  await screen.show('Form');
  await expect(request.getByText('The JSON view has an error in line 3, column 1.')).toBeVisible();
  await expect(field('profile_id')).toHaveValue('12');
  await screen.show('JSON');
  await screen.writeBody({ profile_id: 13, colour: 'red' });
  await screen.show('Form');
  await expect(field('profile_id')).toHaveValue('13');

  // An unknown field is sent after a choice only.
  await expect(request.getByText('Fields that the contract does not know: colour')).toBeVisible();
  expect(await findViolationsInBothLooks(page)).toEqual([]);
  await expect(screen.send).toBeDisabled();
  await request.getByRole('checkbox', { name: 'Send unknown fields all the same' }).check();
  await screen.send.click();
  await screen.expectOutcome('Success');
  const { requests } = await demo.control('requests.list', { action: 'profile-copy' });
  expect(requests.map(({ body }) => body)).toEqual([{ profile_id: 13, colour: 'red' }]);

  // Objects, fixed values, time zones and lists of ids.
  await screen.choose('profile-update-proxy-for-custom-proxy');
  await request.getByRole('button', { name: 'Add proxy_info' }).click();
  await expect(request.getByRole('textbox', { name: /^proxy_mode / })).toHaveValue('2');
  await screen.choose('profile-create');
  await request.getByRole('button', { name: 'Add fingerprint_config' }).click();
  await request.getByRole('combobox', { name: /^timezone text/ }).fill('berlin');
  await page.getByRole('option', { name: /Europe\/Berlin/ }).click();
  await screen.choose('profile-update-groups-in-batches');
  await request.getByRole('textbox', { name: 'Numbers for profile_id' }).fill('5, 6\n7');
  await page.keyboard.press('Enter');
  await request.getByRole('button', { name: 'Move row 3 of profile_id up' }).click();
  await request.getByRole('button', { name: 'Remove row 1 of profile_id' }).click();
  await screen.show('JSON');
  expect(JSON.parse(await screen.json.inputValue())).toEqual({ profile_id: [7, 6] });
  await screen.choose('profile-create');
  expect(JSON.parse(await screen.json.inputValue())).toEqual({
    fingerprint_config: { timezone: 'Europe/Berlin' },
  });
});

test('destructive calls ask first, secrets stay out of sight, large replies stay fluid', async ({
  demo,
  page,
}) => {
  const screen = consoleScreen(page);
  const { request, reply } = screen;
  const dialog = page.getByRole('dialog');
  await screen.open();

  // A thousand rows: only those in view exist.
  await screen.show('JSON');
  await screen.writeBody({ page: 1, limit: 1_000 });
  await screen.send.click();
  await screen.expectOutcome('Success');
  await expect(reply.getByText('1,000 entries')).toBeVisible();
  expect(await reply.locator('.json-tree__row').count()).toBeLessThan(100);
  await reply.getByRole('button', { name: 'Open 1', exact: true }).click();
  await reply.getByText('Text', { exact: true }).click();
  await expect(reply.getByText('"code": 0')).toBeVisible();
  expect(await reply.locator('.text-lines__line').count()).toBeLessThan(150);

  // Cookies are a secret of the reply.
  await screen.choose('profile-get-cookies');
  await screen.writeBody({ profile_id: 1 });
  await screen.send.click();
  await screen.expectOutcome('Success');
  await expect(reply.getByText('"<COOKIES>"')).toBeVisible();

  // A deletion names its profile and wants its number.
  await screen.readOnly.click({ force: true });
  await screen.choose('profile-delete');
  await screen.writeBody({ profile_id: 9 });
  await screen.send.click();
  await expect(dialog.getByText(/^It concerns number 9/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(screen.send).toBeFocused();
  await screen.send.click();
  const yes = dialog.getByRole('button', { name: 'Send and destroy' });
  await dialog.getByRole('textbox', { name: 'Type 9 to confirm' }).fill('8');
  await expect(yes).toBeDisabled();
  await expect(dialog.getByText('This is not 9.')).toBeVisible();
  expect((await demo.control('requests.list', { action: 'profile-delete' })).requests).toEqual([]);
  await dialog.getByRole('textbox').fill('9');
  expect(await findViolations(page)).toEqual([]);
  await yes.dblclick();
  await screen.expectOutcome('Success');
  expect((await demo.control('requests.list', { action: 'profile-delete' })).requests).toHaveLength(1);

  // A change without a reply is told as what it is.
  await demo.control('faults.add', { action: 'group-create', times: 1, fault: { kind: 'resetAfter' } });
  await screen.choose('group-create');
  await screen.writeBody({ title: 'Lost', sort: 0 });
  await screen.send.click();
  await screen.expectOutcome('Outcome unknown');
  await expect(reply.getByText('It is not known whether this was done')).toBeVisible();

  // A read that hangs need not be waited for.
  await demo.control('faults.add', { action: 'tag-list', fault: { kind: 'hang' } });
  await screen.choose('tag-list');
  await screen.writeBody({});
  await screen.send.click();
  await request.getByRole('button', { name: 'Stop waiting' }).click();
  await screen.expectOutcome('Waiting stopped');
  await demo.control('faults.clear', {});

  // Another program's answer is shown as text.
  await demo.control('faults.add', { action: 'gateway-list', times: 1, fault: { kind: 'html' } });
  await screen.choose('gateway-list');
  await screen.send.click();
  await screen.expectOutcome('No readable reply');
  await expect(reply.getByText(/<html/i).first()).toBeVisible();

  // What was sent with a secret comes back with a placeholder, which is not sent.
  await screen.choose('profile-update-cookies');
  const secret = '[{"name":"sid","value":"cookie-secret"}]';
  await screen.writeBody({ profile_id: 2, cookie: secret });
  await screen.sendAndConfirm();
  await screen.expectOutcome('Success');
  await screen.writeBody({ profile_id: 2 });
  await page.getByRole('button', { name: 'Recent calls' }).click();
  await page.getByRole('menuitem', { name: /profile-update-cookies · Success/ }).click();
  expect(JSON.parse(await screen.json.inputValue())).toEqual({ profile_id: 2, cookie: '<COOKIES>' });
  await expect(screen.send).toBeDisabled();
  await expect(request.getByText('1 thing to correct before it can be sent')).toBeVisible();
  expect(await readWindow(page)).not.toContain('cookie-secret');
});
