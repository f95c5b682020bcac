import { expect, test } from './app-fixture.ts';
import type { DemoProcess } from './demo-process.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

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

test('copies get the names of the preview and the chosen group, and are listed with their numbers', async ({
  demo,
  page,
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
  await operations.start('Make 4 copies');
  await expect(page.getByText('Made 4 copies.')).toBeVisible();
  expect(await copiesNamed(demo, 'Beta no. 2')).toBe(1);
  const sent = await sentCopies(demo);
  expect(sent).toHaveLength(4);
  for (const body of sent) expect(body.group_id).toBeGreaterThan(0);

  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: /^Copy “\{name\} no\. \{n\}”/ }).click();
  await page.getByRole('button', { name: 'Select the 4 new ones in the grid' }).click();
  await expect(profiles.selectionBar).toContainText('4 selected');
  await profiles.waitForRows(44);
  await expect(jobs.tray).toBeHidden();
});

for (const copyListedAt of ['once', 'late'] as const) {
  test(`a copy whose reply was lost is found by its name and not made twice (listed ${copyListedAt})`, async ({
    demo,
    page,
  }) => {
    // The old request must be dead before its copy is looked for.
    test.setTimeout(120_000);
    await demo.control('switches.set', { copyListedAt });
    await demo.control('faults.add', { action: 'profile-copy', fault: { kind: 'resetAfter' }, times: 1 });
    const operations = operationsScreen(page);
    await profilesScreen(page).select(1);
    await fillCopyDialog(operations, { copies: '2', names: '{name} no. {n}' });
    await operations.start('Make 2 copies');
    const uncertain = jobsScreen(page).result;
    await expect(page.getByText('Made 2 copies.').or(uncertain.first())).toBeVisible({ timeout: 60_000 });
    expect(await copiesNamed(demo, 'Alpha no. 1')).toBe(1);
    expect(await copiesNamed(demo, 'Alpha no. 2')).toBe(1);
    expect(await sentCopies(demo)).toHaveLength(2);
  });
}

test('a copy that was never made stays uncertain until the user says Send again', async ({ demo, page }) => {
  test.setTimeout(120_000);
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
  await expect(jobs.result).toContainText('Uncertain 1', { timeout: 90_000 });
  await expect(jobs.resultButton(/^Retry/)).toBeHidden();
  expect(await sentCopies(demo)).toHaveLength(1);
  await jobs.resultButton('Send again').click();
  await expect(page.getByText('Made 1 copy.')).toBeVisible({ timeout: 30_000 });
  expect(await copiesNamed(demo, 'Alpha again')).toBe(1);
  expect(await sentCopies(demo)).toHaveLength(2);
});

test('It was done closes an uncertain outcome without sending anything', async ({ demo, page }) => {
  test.setTimeout(120_000);
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
  await expect(jobs.result).toContainText('Uncertain 1', { timeout: 90_000 });
  await jobs.resultButton('It was done').click();
  await expect(jobs.result).toBeHidden();
  expect(await sentCopies(demo)).toHaveLength(1);
});
