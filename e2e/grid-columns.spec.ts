import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import { expect, launchPanel, test } from './app-fixture.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 60 } });

const readHeadings = (page: Page) => page.getByRole('columnheader').filter({ hasText: /./ }).allInnerTexts();
const heading = (page: Page, name: string) => page.getByRole('columnheader', { name });
async function readWidth(page: Page, name: string): Promise<number> {
  return (await heading(page, name).boundingBox())?.width ?? 0;
}

test('columns are moved, widened, pinned and hidden by pointer and keyboard, and stay so', async ({
  demo,
  panel,
  page,
  userData,
}) => {
  await profilesScreen(page).waitForRows(60);
  expect((await readHeadings(page)).slice(0, 4)).toEqual(['Number', 'Name', 'Group', 'State']);

  await test.step('by pointer', async () => {
    await heading(page, 'Tags').dragTo(heading(page, 'Group'), { targetPosition: { x: 4, y: 10 } });
    await expect(async () =>
      expect((await readHeadings(page)).slice(2, 5)).toEqual(['Tags', 'Group', 'State']),
    ).toPass();
    const box = await heading(page, 'Tags').boundingBox();
    if (!box) throw new Error('The heading is not on the screen.');
    await page.mouse.move(box.x + box.width - 3, box.y + 15);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 57, box.y + 15, { steps: 4 });
    await page.mouse.up();
    expect(await readWidth(page, 'Tags')).toBeCloseTo(box.width + 60, -1);
    // Dragging is not clicking: nothing is sorted.
    await expect(heading(page, 'Tags')).toHaveAttribute('aria-sort', 'none');
  });

  await test.step('by keyboard', async () => {
    await heading(page, 'State').getByRole('button').focus();
    const before = await readWidth(page, 'State');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => readWidth(page, 'State')).toBeCloseTo(before + 16, 0);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(async () =>
      expect((await readHeadings(page)).slice(2, 5)).toEqual(['Tags', 'State', 'Group']),
    ).toPass();
    await expect(heading(page, 'State').getByRole('button')).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Pin', exact: true }).press('Enter');
    await expect(async () =>
      expect((await readHeadings(page)).slice(0, 3)).toEqual(['Number', 'Name', 'State']),
    ).toPass();
  });

  await test.step('in the dialog', async () => {
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Columns…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Columns' });
    await dialog.getByRole('checkbox', { name: 'Real IP' }).uncheck();
    await dialog.getByRole('button', { name: 'Move Note to the left' }).click();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'View', exact: true })).toBeFocused();
    expect(await readHeadings(page)).toEqual([
      'Number',
      'Name',
      'State',
      'Tags',
      'Group',
      'Proxy',
      'Note',
      'Last opened',
      'Actions',
    ]);
  });

  await heading(page, 'Name').click();
  await expect(heading(page, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Never opened' }).click();
  const remembered = path.join(userData, 'window.json');
  await expect.poll(() => fs.readFileSync(remembered, 'utf8')).toContain('neverOpened');
  const shown = await readHeadings(page);
  const width = await readWidth(page, 'Tags');
  await panel.close();

  await test.step('after a restart, and as at the first start with a damaged file', async () => {
    const second = await launchPanel({ userData, address: demo });
    await expect(heading(second.page, 'Name')).toHaveAttribute('aria-sort', 'ascending');
    await expect(second.page.getByRole('button', { name: 'Never opened' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await readHeadings(second.page)).toEqual(shown);
    expect(await readWidth(second.page, 'Tags')).toBeCloseTo(width, 0);
    await heading(second.page, 'Name').click({ button: 'right' });
    await second.page.getByRole('menuitem', { name: 'Reset columns' }).click();
    await expect(heading(second.page, 'Real IP')).toBeVisible();
    await second.close();

    fs.writeFileSync(remembered, '{"version":1');
    fs.rmSync(`${remembered}.bak`);
    const third = await launchPanel({ userData, address: demo });
    await profilesScreen(third.page).waitForRows(60);
    await expect(third.page.getByText('could not be read and stand as at the first start')).toBeVisible();
    await third.close();
  });
});

test('views are saved, chosen, renamed, updated, shared as a file and deleted', async ({
  panel,
  page,
  userData,
}) => {
  const profiles = profilesScreen(page);
  const view = (name: string) => page.getByRole('button', { name, exact: true });
  const choose = async (item: string | RegExp, name = 'View: Europe') => {
    await view(name).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await profiles.waitForRows(60);
  await profiles.filterBy('Group', 'Shop-EU');
  await heading(page, 'Note').click();
  await expect(heading(page, 'Note')).toHaveAttribute('aria-sort', 'ascending');
  const count = await page.getByRole('grid').getAttribute('aria-rowcount');

  await choose('Save as new view…', 'View');
  await page.getByRole('textbox', { name: 'Name' }).fill('Shops');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByText('Saved view “Shops”.')).toBeVisible();
  await choose('Rename view…', 'View: Shops');
  await page.getByRole('textbox', { name: 'Name' }).fill('Europe');
  await page.keyboard.press('Enter');
  await expect(view('View: Europe')).toBeVisible();

  const file = path.join(userData, 'view.json');
  await answerFileDialogs(panel.app, file);
  await choose('Save view as a file…');
  await expect.poll(() => fs.existsSync(file)).toBe(true);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await profiles.waitForRows(60);
  await choose('Open view from a file…');
  await expect(view('View: Europe (2)')).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', count ?? '');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await choose('Update “Europe (2)”', 'View: Europe (2)');
  await expect(page.getByText('Updated view “Europe (2)”.')).toBeVisible();
  await view('View: Europe (2)').click();
  await page.getByRole('menuitemradio', { name: 'Europe', exact: true }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', count ?? '');
  await choose('Delete view…');
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(view('View')).toBeVisible();

  fs.writeFileSync(file, '{"format":"something else"}');
  await choose('Open view from a file…', 'View');
  await expect(page.getByText('This file is not a saved view')).toBeVisible();
});

test('rows have menus for themselves and for the selection, and are copied', async ({ page }) => {
  const profiles = profilesScreen(page);
  await profiles.waitForRows(60);
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
  await profiles.row(3).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: /^3 · / })).toBeVisible();
  await item('Clear cache…').click();
  await expect(page.getByRole('dialog')).toContainText('1 ready');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await profiles.select(1);
  await profiles.select(2);
  await profiles.row(2).hover();
  await page.getByRole('button', { name: /^Actions for profile 2 / }).click();
  await expect(page.getByRole('menu', { name: '2 selected' })).toBeVisible();
  await item('Copy 2 rows as text').click();
  await expect(page.getByText('Copied 2 rows.')).toBeVisible();

  await profiles.row(5).getByRole('gridcell').nth(2).click({ button: 'right' });
  await item(/^Show only group /).click();
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Group:');
  await page.getByRole('button', { name: 'Clear filters' }).click();
});

/** What Ctrl+V does: the clipboard of the machine is left alone. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('a pasted list says what was found, and selects or shows it', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  await demo.control('profiles.touch', {
    changes: [
      { kind: 'rename', profileId: 8, name: 'Twin' },
      { kind: 'rename', profileId: 9, name: 'Twin' },
    ],
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(profiles.row(9)).toContainText('Twin');
  await profiles.row(1).getByRole('gridcell').nth(2).focus();
  await paste(page, '1\n2, 3\n2\nnobody\n9999\ntwin');
  const dialog = page.getByRole('dialog', { name: 'Profiles from a list' });
  await expect(dialog).toContainText('3 found · 2 not found: nobody, 9999');
  await expect(dialog).toContainText('1 name belongs to several profiles · 1 named more than once: 2');
  await dialog.getByRole('checkbox', { name: /^9 · / }).check();
  await dialog.getByRole('button', { name: 'Select 4 profiles' }).click();
  await expect(profiles.selectionBar).toContainText('4 selected');

  await page.getByRole('button', { name: 'Select from a list…' }).click();
  await dialog.getByRole('textbox').fill('59, 60, 61');
  await expect(dialog).toContainText('2 found · 1 not found: 61');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Select from a list…' })).toBeFocused();

  await profiles.row(1).getByRole('gridcell').nth(2).focus();
  await paste(page, Array.from({ length: 10_000 }, (_, index) => index + 41).join('\n'));
  await expect(dialog).toContainText('20 found · 9,980 not found: 61, 62');
  await dialog.getByRole('button', { name: 'Show only these' }).click();
  await profiles.waitForRows(20);
  await page.getByRole('button', { name: 'Remove filter List: 20 profiles' }).click();
  await profiles.waitForRows(60);
});
