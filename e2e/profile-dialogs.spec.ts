import fs from 'node:fs';
import path from 'node:path';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { expect, test } from './app-fixture.ts';
import { readClipboard } from './read-clipboard.ts';
import { readFolder } from './read-folder.ts';
import { detailsScreen } from './screens/details-screen.ts';
import { findViolations } from './screens/find-violations.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  await profilesScreen(page).waitForRows(40);
});

test('cookies go to a private file and come back from one, and never reach the page', async ({
  demo,
  page,
  panel,
  userData,
}) => {
  const details = detailsScreen(page);
  const { dialog } = details;
  const folder = path.join(userData, 'files');
  fs.mkdirSync(folder);
  const exported = path.join(folder, 'mine.json');
  // A file that was there before, readable for everybody.
  fs.writeFileSync(exported, 'old', { mode: 0o644 });
  await details.open(6);
  await details.button('Export cookies…').click();
  await expect(dialog).toContainText('as good as a password');
  await answerFileDialogs(panel.app, exported);
  await dialog.getByRole('button', { name: 'Choose a place and save' }).click();
  await expect(page.getByText('Saved 1 cookie as mine.json')).toBeVisible();
  const [cookie] = JSON.parse(fs.readFileSync(exported, 'utf8')) as { name: string; value: string }[];
  expect(cookie?.name).toBe('sid');
  expect(fs.statSync(exported).mode & 0o777).toBe(0o600);
  expect(await demo.sentBodies('profile-get-cookies')).toEqual([{ profile_id: 6 }]);

  await details.button('Import cookies…').click();
  const choose = dialog.getByRole('button', { name: /^Choose (a|another) file…$/ });
  const other = path.join(folder, 'notes.txt');
  fs.writeFileSync(other, 'hello');
  await answerFileDialogs(panel.app, other);
  await choose.click();
  await expect(dialog).toContainText('notes.txt cannot be used. It is neither');
  const netscape = path.join(folder, 'cookies.txt');
  const line = ['.shop.example', 'TRUE', '/', 'TRUE', '4102444800', 'session', 'canary-cookie-9f3a'];
  fs.writeFileSync(netscape, `# Netscape HTTP Cookie File\n#HttpOnly_${line.join('\t')}\n`);
  await answerFileDialogs(panel.app, netscape);
  await choose.click();
  await expect(dialog).toContainText('1 cookie in cookies.txt');
  await expect(dialog.getByRole('listitem')).toHaveText('shop.example: 1 cookie');
  await expect(dialog).toContainText('does not document whether imported cookies replace');
  expect(await findViolations(page)).toEqual([]);
  // The profile is opened before the click: nothing is sent to it.
  const start = dialog.getByRole('button', { name: 'Import 1 cookie' });
  await demo.control('profiles.touch', { changes: [{ kind: 'open', profileIds: [6] }] });
  await start.click();
  await expect(
    dialog.getByText('This is not possible now').or(dialog.getByText('This profile is open.')),
  ).not.toHaveCount(0);
  expect(await demo.sentBodies('profile-update-cookies')).toEqual([]);
  await demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: [6] }] });
  await expect(dialog.getByText('This profile is open.')).toBeHidden({ timeout: 15_000 });
  // The reply is lost after it acted: reading the cookies proves that it worked.
  await demo.control('faults.add', {
    action: 'profile-update-cookies',
    fault: { kind: 'resetAfter' },
    times: 1,
  });
  await start.dblclick();
  await expect(page.getByText('Imported 1 cookie. ixBrowser now gives 1 for this profile.')).toBeVisible();
  const [sent, ...more] = (await demo.sentBodies('profile-update-cookies')) as {
    profile_id: number;
    cookie: string;
  }[];
  expect(more).toEqual([]);
  expect(sent?.profile_id).toBe(6);
  expect(JSON.parse(sent?.cookie ?? '')).toEqual([
    {
      creation_time: expect.stringMatching(/^\d{10}$/),
      domain: '.shop.example',
      name: 'session',
      value: 'canary-cookie-9f3a',
      path: '/',
      expiration_time: '4102444800',
      last_access_time: expect.stringMatching(/^\d{10}$/),
      secure: true,
      http_only: true,
      same_site: '-1',
      priority: '1',
      same_party: false,
      source_scheme: '2',
      source_port: '443',
      is_host_cookie: false,
    },
  ]);
  expect(await page.content()).not.toContain('canary-cookie-9f3a');
  fs.rmSync(folder, { recursive: true });
  expect(readFolder(userData)).not.toContain('canary-cookie-9f3a');
  expect(readFolder(userData)).not.toContain(cookie?.value);
});

test('transfer codes are made, taken back and used, hidden all the while; the bin is emptied once', async ({
  demo,
  page,
  panel,
  userData,
}) => {
  const details = detailsScreen(page);
  const { dialog } = details;
  await details.open(6);
  await details.button('Create code…').click();
  const password = dialog.getByLabel('Login password of your ixBrowser account');
  const create = dialog.getByRole('button', { name: 'Create code' });
  await password.fill('wrong-canary-77');
  await create.click();
  await expect(dialog.getByText(/The password is wrong/)).toBeVisible();
  // The reply is lost after it acted: the records tell the code, and no second one is made.
  await demo.control('faults.add', {
    action: 'profile-transfer-code-create',
    fault: { kind: 'resetAfter' },
    times: 1,
  });
  await password.fill('demo-password');
  await dialog.getByRole('radio', { name: 'Share it' }).check();
  await dialog.getByRole('checkbox', { name: 'Hand the note over, too' }).check();
  await create.dblclick();
  await expect(dialog.getByText('The transfer code was created.')).toBeVisible();
  expect(await demo.sentBodies('profile-transfer-code-create')).toEqual([
    { profile_id: 6, transfer_proxy: 0, transfer_note: 0, password: 'wrong-canary-77' },
    { profile_id: 6, transfer_proxy: 1, transfer_proxy_mode: 1, transfer_note: 1, password: 'demo-password' },
  ]);
  expect(await page.content()).not.toMatch(/\d{8}-\d{8}/);
  await dialog.getByRole('button', { name: 'Copy without showing: Transfer code' }).click();
  await expect(page.getByText('Copied: Transfer code')).toBeVisible();
  const code = await readClipboard(panel);
  expect(code).toMatch(/^\d{8}-\d{8}$/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await details.button('Transfer records…').click();
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await expect(dialog.getByRole('row').last()).toContainText('Not used yet');
  expect(await page.content()).not.toContain(code);
  await dialog.getByRole('button', { name: 'Show: Transfer code' }).click();
  await expect(dialog.getByText(code)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await details.button('Cancel code…').click();
  await dialog.getByRole('button', { name: 'Cancel the code' }).click();
  await expect(page.getByText('The transfer code no longer works.')).toBeVisible();
  expect(await demo.sentBodies('profile-transfer-cancel')).toEqual([{ profile_id: 6 }]);
  await expect(dialog).toBeHidden();
  await details.button('Cancel code…').click();
  await dialog.getByRole('button', { name: 'Cancel the code' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The code was not cancelled.');
  await page.keyboard.press('Escape');
  await details.button('Close the details').click();

  const openTool = async (name: string) => {
    await page.getByRole('button', { name: 'More tools' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const { foreignTransferCodes } = await demo.control('state.get', {});
  await openTool('Import a profile by code…');
  const codeField = dialog.getByLabel('Transfer code');
  await codeField.fill('11111111-11111111');
  await dialog.getByRole('button', { name: 'Import the profile' }).click();
  await expect(dialog.getByText(/The transfer code is wrong/)).toBeVisible();
  await codeField.fill(foreignTransferCodes[0] ?? '');
  await dialog.getByRole('combobox', { name: 'Group' }).click();
  await page.getByRole('option', { name: 'Archive', exact: true }).click();
  await dialog.getByRole('button', { name: 'Import the profile' }).dblclick();
  await expect(dialog.getByText(/^Imported as profile 41\./)).toBeVisible();
  const { profiles } = await demo.control('state.get', { profileIds: [41] });
  expect(profiles[0]?.groupName).toBe('Archive');
  expect(await demo.sentBodies('profile-transfer-code-import')).toHaveLength(2);
  await dialog.getByRole('button', { name: 'Show the profile' }).click();
  await expect(details.panel.getByRole('heading', { name: /^#41/ })).toBeVisible();
  await details.button('Close the details').click();

  await demo.control('profiles.touch', { changes: [{ kind: 'delete', profileIds: [1, 2] }] });
  await demo.control('faults.add', { action: 'empty-recycle-bin', fault: { kind: 'resetBefore' }, times: 1 });
  await openTool('Empty the recycle bin…');
  const empty = dialog.getByRole('button', { name: 'Empty the recycle bin' });
  await expect(empty).toBeDisabled();
  await dialog.getByLabel('Type “empty” to confirm').fill('empty');
  expect(await findViolations(page)).toEqual([]);
  await empty.click();
  await expect(dialog).toContainText('Do not repeat it without looking into the bin');
  await expect(empty).toBeDisabled();
  await page.keyboard.press('Escape');
  await openTool('Empty the recycle bin…');
  await dialog.getByLabel('Type “empty” to confirm').fill('empty');
  await empty.dblclick();
  await expect(dialog).toContainText('answered the number');
  expect(await demo.sentBodies('empty-recycle-bin')).toEqual([{}, {}]);
  const written = readFolder(userData);
  for (const secret of [code, foreignTransferCodes[0] ?? '?', 'wrong-canary-77', 'demo-password'])
    expect(written).not.toContain(secret);
});
