import fs from 'node:fs';
import path from 'node:path';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { expect, test } from './app-fixture.ts';
import type { DemoProcess } from './demo-process.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

// A lost request must be dead before its copy is looked for: with the published deadlines that takes half a minute.
test.use({ demoStart: { profiles: 40 }, panelArgs: ['--short-deadlines'] });

async function copiesNamed(demo: DemoProcess, name: string): Promise<number | null> {
  return (await demo.control('state.get', { name })).profilesNamed;
}

async function sentCopies(demo: DemoProcess): Promise<readonly Record<string, unknown>[]> {
  const { requests } = await demo.control('requests.list', { action: 'profile-copy' });
  return requests.map(({ body }) => body as Record<string, unknown>);
}

test.beforeEach(async ({ demo, page }) => {
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'rename', profileId: 1, name: 'Alpha' },
      { kind: 'rename', profileId: 2, name: 'Beta' },
    ],
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(profilesScreen(page).row(1)).toContainText('Alpha');
});

/** Fills the dialog for the selected profiles. */
async function fillCopyDialog(
  operations: ReturnType<typeof operationsScreen>,
  { copies, names }: { readonly copies: string; readonly names: string },
): Promise<void> {
  await operations.openMore('Copy…');
  await operations.dialog.getByRole('textbox', { name: 'Copies of each profile' }).fill(copies);
  await operations.dialog.getByRole('textbox', { name: 'Names' }).fill(names);
  await operations.chooseGroup('Group of the copies', 'Archive');
}

test('copies get the names of the preview, group and start page, and are listed with their numbers', async ({
  demo,
  page,
  panel,
}) => {
  const profiles = profilesScreen(page);
  const operations = operationsScreen(page);
  const jobs = jobsScreen(page);
  await profiles.select(1);
  await profiles.select(2);
  await fillCopyDialog(operations, { copies: '2', names: '{name} no. {n}' });
  await expect(operations.dialog).toContainText('does not document what a copy carries over');
  for (const name of ['Alpha no. 1', 'Alpha no. 2', 'Beta no. 1', 'Beta no. 2'])
    await expect(operations.dialog).toContainText(name);
  // A website of one's own needs its address.
  const { dialog } = operations;
  await dialog.getByRole('combobox', { name: 'Start page' }).click();
  await page.getByRole('option', { name: 'Another website…' }).click();
  const url = dialog.getByRole('textbox', { name: 'Address of the website' });
  await expect(dialog.getByRole('button', { name: 'Copy', exact: true })).toBeDisabled();
  await url.fill('shop.example');
  await expect(dialog).toContainText('beginning with http:// or https://');
  await url.fill('https://shop.example/start');
  await operations.start('Make 4 copies');
  await expect(jobs.result).toContainText('Copied 4');
  expect(await copiesNamed(demo, 'Beta no. 2')).toBe(1);
  const sent = await sentCopies(demo);
  expect(sent).toHaveLength(4);
  for (const body of sent) {
    expect(body.group_id).toBeGreaterThan(1);
    expect(body).toMatchObject({ site_id: 21, site_url: 'https://shop.example/start' });
  }

  // The new numbers are in the result, in the grid after a click, and in the saved list.
  await expect(jobs.result).toContainText(/→ #\d+ Beta no\. 2/);
  await answerFileDialogs(panel.app, path.join(panel.userData, 'list.csv'));
  await jobs.resultButton('Save list (CSV)').click();
  await expect(page.getByText('Saved as list.csv')).toBeVisible();
  expect(fs.readFileSync(path.join(panel.userData, 'list.csv'), 'utf8')).toMatch(/,\d+,Beta no\. 2,copied,/);
  await jobs.resultButton('Select the 4 new ones in the grid').click();
  await expect(profiles.selectionBar).toContainText('4 selected');
  await profiles.waitForRows(44);
  await jobs.resultButton('Dismiss').click();
  await expect(jobs.tray).toBeHidden();
});

for (const copyListedAt of ['once', 'late'] as const) {
  test(`a copy whose reply was lost is found by its name and not made twice (listed ${copyListedAt})`, async ({
    demo,
    page,
  }) => {
    await demo.control('switches.set', { copyListedAt });
    await demo.control('faults.add', { action: 'profile-copy', fault: { kind: 'resetAfter' }, times: 1 });
    const operations = operationsScreen(page);
    const jobs = jobsScreen(page);
    await profilesScreen(page).select(1);
    await fillCopyDialog(operations, { copies: '2', names: '{name} no. {n}' });
    await operations.start('Make 2 copies');
    await expect(jobs.result).toContainText('Copied 2', { timeout: 20_000 });
    expect(await copiesNamed(demo, 'Alpha no. 1')).toBe(1);
    expect(await copiesNamed(demo, 'Alpha no. 2')).toBe(1);
    expect(await sentCopies(demo)).toHaveLength(2);
  });
}

test('a copy that was never made stays uncertain until the user says Send again', async ({ demo, page }) => {
  await demo.control('faults.add', {
    action: 'profile-copy',
    fault: { kind: 'resetAfter', acts: false },
    times: 1,
  });
  const operations = operationsScreen(page);
  const jobs = jobsScreen(page);
  await profilesScreen(page).select(1);
  await fillCopyDialog(operations, { copies: '1', names: '{name} again' });
  await operations.start('Make 1 copy');
  await expect(jobs.result).toContainText('Uncertain 1', { timeout: 20_000 });
  await expect(jobs.resultButton(/^Retry/)).toBeHidden();
  expect(await sentCopies(demo)).toHaveLength(1);
  await jobs.resultButton('Send again').click();
  await expect(jobs.result).toContainText('Copied 1');
  expect(await copiesNamed(demo, 'Alpha again')).toBe(1);
  expect(await sentCopies(demo)).toHaveLength(2);
});

test('It was done closes an uncertain outcome without sending anything', async ({ demo, page }) => {
  await demo.control('faults.add', {
    action: 'profile-copy',
    fault: { kind: 'resetAfter', acts: false },
    times: 1,
  });
  const operations = operationsScreen(page);
  const jobs = jobsScreen(page);
  await profilesScreen(page).select(1);
  await fillCopyDialog(operations, { copies: '1', names: '{name} done' });
  await operations.start('Make 1 copy');
  await expect(jobs.result).toContainText('Uncertain 1', { timeout: 20_000 });
  await jobs.resultButton('It was done').click();
  await expect(jobs.result).toContainText('Copied 1');
  await expect(jobs.result).not.toContainText('Uncertain');
  expect(await sentCopies(demo)).toHaveLength(1);
});

test('the default group is sent and named as such, and names that ixBrowser does not take are told', async ({
  demo,
  page,
}) => {
  await demo.control('switches.set', { copyAllowsEqualNames: false });
  const operations = operationsScreen(page);
  const jobs = jobsScreen(page);
  await profilesScreen(page).select(1);
  await operations.openMore('Copy…');
  await expect(operations.dialog.getByRole('combobox', { name: 'Group of the copies' })).toHaveValue(
    /\(default group\)$/,
  );
  await operations.dialog.getByRole('textbox', { name: 'Names' }).fill('{name} twin');
  // Somebody takes the name between the plan and the request.
  await demo.control('faults.add', {
    action: 'profile-copy',
    fault: { kind: 'error', code: 112001 },
    times: 1,
  });
  await operations.start('Make 1 copy');
  await expect(jobs.result).toContainText('Failed 1');
  await expect(jobs.result).toContainText('112001');
  expect((await sentCopies(demo)).map(({ group_id }) => group_id)).toEqual([1]);
  await jobs.resultButton('Retry 1').click();
  await expect(jobs.result).toContainText('Copied 1');
  expect(await copiesNamed(demo, 'Alpha twin')).toBe(1);
});

test('a used-up daily number stops the job with one card, and Resume makes the rest', async ({
  demo,
  page,
}) => {
  await demo.control('switches.set', { copiesLeft: 2 });
  const operations = operationsScreen(page);
  const jobs = jobsScreen(page);
  await profilesScreen(page).select(1);
  await fillCopyDialog(operations, { copies: '5', names: '{name} no. {n}' });
  await operations.start('Make 5 copies');
  const card = jobs.tray.getByRole('group');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('The daily limit of your plan is reached');
  await expect(card).toContainText('wait 24 hours or upgrade');
  await expect(card).toContainText('1019');
  expect(await sentCopies(demo)).toHaveLength(3);
  await demo.control('switches.set', { copiesLeft: null });
  await card.getByRole('button', { name: 'Resume' }).click();
  await expect(jobs.result).toContainText('Copied 5');
});
