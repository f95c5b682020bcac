import { expect, test } from './app-fixture.ts';
import { findViolationsInBothLooks } from './screens/find-violations.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 60 } });

test.beforeEach(async ({ page }) => {
  await page.getByRole('link', { name: 'Groups and tags' }).click();
});

test('groups are created, renamed, sorted, shown in the grid and deleted, each with one request', async ({
  demo,
  page,
}) => {
  const { dialog } = operationsScreen(page);
  const table = page.getByRole('table', { name: 'Groups' });
  await expect(table.getByRole('cell', { name: 'Default', exact: true }).first()).toBeVisible();

  // Empty input is refused before anything is sent, and a name in use by ixBrowser: beside the field.
  await page.getByRole('button', { name: 'New group…' }).click();
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await dialog.getByRole('button', { name: 'Create group' }).click();
  await expect(dialog).toContainText('Enter a name of 1 to 100 characters.');
  await name.fill('Default');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('A group with this name already exists');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Spring');
  await dialog.getByRole('textbox', { name: 'Position' }).fill('7');
  await dialog.getByRole('button', { name: 'Create group' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(table.getByRole('cell', { name: 'Spring', exact: true })).toBeVisible();
  expect(await demo.sentBodies('group-create')).toEqual([
    { title: 'Default', sort: 0 },
    { title: 'Spring', sort: 7 },
  ]);

  const more = page.getByRole('button', { name: 'More about “Spring”' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Rename or sort…' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();
  await more.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename or sort…' }).press('Enter');
  await name.fill('Summer');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('cell', { name: 'Summer', exact: true })).toBeVisible();
  expect(await demo.sentBodies('group-update')).toEqual([{ id: expect.any(Number), title: 'Summer' }]);

  await page.getByRole('searchbox', { name: 'Search by name' }).fill('summ');
  await expect(page.getByRole('status').filter({ hasText: /^1 of/ })).toBeVisible();
  await page.getByRole('button', { name: 'More about “Summer”' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(dialog).toContainText('Delete the group “Summer”?');
  await expect(dialog).toContainText('No profile is in this group.');
  await expect(dialog.getByRole('heading')).toHaveCSS('font-weight', '600');
  expect(await findViolationsInBothLooks(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete group' }).dblclick();
  await expect(page.getByText('No name contains “summ”')).toBeVisible();
  expect(await demo.sentBodies('group-delete')).toEqual([{ id: expect.any(Number) }]);
  await page.getByRole('button', { name: 'Clear the search' }).first().click();

  const show = table.getByRole('button', { name: /^Show \d+ profiles with “Default”$/ });
  const count = Number(await show.textContent());
  await page.getByRole('button', { name: 'More about “Default”' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(dialog).toContainText(
    `${count} profiles are in this group. ixBrowser does not document what happens to them`,
  );
  await dialog.getByRole('button', { name: 'Show these profiles' }).click();
  const profiles = profilesScreen(page);
  await profiles.waitForRows(count);

  // A group is created on the way of moving profiles into it, after a name that is taken.
  await profiles.grid.getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Move to group/ }).click();
  await dialog.getByRole('button', { name: 'New group…' }).click();
  const newName = dialog.getByRole('textbox', { name: 'Name of the new group' });
  await newName.fill('x');
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'New group…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await newName.fill('Default');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('A group with this name already exists');
  await newName.fill('Autumn');
  await dialog.getByRole('button', { name: 'Create group' }).dblclick();
  await expect(dialog.getByRole('combobox', { name: 'Group' })).toHaveValue('Autumn');
  await dialog.getByRole('button', { name: /^Move 1 profile/ }).click();
  await expect(dialog).toBeHidden();
  expect((await demo.sentBodies('group-create')).slice(2)).toEqual([
    { title: 'Default', sort: 0 },
    { title: 'Autumn', sort: 0 },
  ]);
});

test('what is not known to have worked is said to be so, and the list is read again', async ({
  demo,
  page,
}) => {
  const { dialog } = operationsScreen(page);
  await demo.control('faults.add', { action: 'tag-create', fault: { kind: 'resetAfter' }, times: 1 });
  await page.getByRole('tab', { name: 'Tags' }).click();
  const table = page.getByRole('table', { name: 'Tags' });
  await page.getByRole('button', { name: 'New tag…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('spring-tag');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('It is not known');
  await expect(dialog.getByRole('alert')).toContainText('“spring-tag” is in it now');
  await page.keyboard.press('Escape');
  await expect(table.getByRole('cell', { name: 'spring-tag', exact: true })).toBeVisible();

  // A slow line offers to switch it.
  await demo.control('faults.add', { action: 'tag-update', fault: { kind: 'error', code: 1016 }, times: 1 });
  await page.getByRole('button', { name: 'More about “spring-tag”' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('guest');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('“guest” is not in it');
  await expect(dialog.getByRole('button', { name: 'Switch the line…' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(table.getByRole('cell', { name: 'guest', exact: true })).toBeVisible();
  const renamed = await demo.control('requests.list', { action: 'tag-update' });
  expect(renamed.requests.map(({ body }) => body)).toEqual([
    { id: expect.any(Number), title: 'guest' },
    { id: expect.any(Number), title: 'guest' },
  ]);

  // A tag in use is refused with its code; one that is free goes.
  const used = table.getByRole('button', { name: /^Show \d+ profiles? with/ }).first();
  const title = /“(.+)”/.exec((await used.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await page.getByRole('button', { name: `More about “${title}”` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete tag' }).click();
  await expect(dialog.getByRole('alert')).toContainText('115003');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More about “guest”' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete tag' }).click();
  await expect(table.getByRole('cell', { name: 'guest', exact: true })).toHaveCount(0);
});

test('a list that cannot be read says why and is read again when ixBrowser is back', async ({
  demo,
  page,
}) => {
  await demo.control('faults.add', { action: 'tag-list', fault: { kind: 'error', code: 1008 }, times: 3 });
  await page.getByRole('tab', { name: 'Tags' }).click();
  await expect(page.getByRole('heading', { name: 'The list was not read' })).toBeVisible();
  await expect(page.getByText('1008').first()).toBeVisible();
  await demo.control('faults.add', { action: 'tag-list', fault: { kind: 'malformedRow' }, times: 1 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('1 entry could not be read and is not shown.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tags' })).toBeVisible();
});
