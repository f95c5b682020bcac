import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app-fixture.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 600 } });

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (
      await target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
    )
      return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

test('a group is filtered, selected and cleared without a mouse', async ({ demo, page }) => {
  const profiles = profilesScreen(page);
  const { openProfileIds } = await demo.control('state.get', {});
  if (openProfileIds.length > 0)
    await demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
  await profiles.waitForRows(600);
  await page.keyboard.press('/');
  await expect(profiles.search).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Filter: Group' }));
  await page.keyboard.press('Enter');
  const option = page.getByRole('option', { name: /^Shop-EU/ });
  await expect(option).toBeVisible();
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await option.getAttribute('data-combobox-selected')) !== null) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Shop-EU');

  await tabTo(page, profiles.grid.locator('[data-active-cell]'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  const all = page.getByRole('button', { name: /^Select all \d+ that match$/ });
  await tabTo(page, all, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const count = Number(await profiles.grid.getAttribute('aria-rowcount')) - 1;
  await expect(profiles.selectionBar).toContainText(`${count} selected`);
  await tabTo(page, profiles.selectionBar.getByRole('button', { name: 'Clear cache…' }));
  await page.keyboard.press('Enter');
  const start = page.getByRole('button', { name: `Clear cache of ${count} profiles` });
  await expect(start).toBeVisible();
  await tabTo(page, start);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Cleared the cache of ${count} profiles.`)).toBeVisible();
});

test('the accessibility tree of the grid tells places, sort, selection and groups', async ({ page }) => {
  const profiles = profilesScreen(page);
  await profiles.waitForRows(600);
  await expect(profiles.grid).toHaveAttribute('aria-colcount', '11');
  await expect(profiles.row(1)).toHaveAttribute('aria-rowindex', '2');
  await page.getByRole('columnheader', { name: 'Number' }).click();
  await profiles.row(1).getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(profiles.grid).toMatchAriaSnapshot(`
    - grid "Profiles":
      - row /Number Name Group State/:
        - columnheader "Selection":
          - checkbox "Deselect the profiles that match"
        - columnheader "Number":
          - button "Number"
        - columnheader "Name":
          - button "Name"
        - columnheader "Group":
          - button "Group"
        - columnheader "State":
          - button "State"
        - columnheader "Tags":
          - button "Tags"
        - columnheader "Proxy":
          - button "Proxy"
        - columnheader "Real IP":
          - button "Real IP"
        - columnheader "Last opened":
          - button "Last opened"
        - columnheader "Note":
          - button "Note"
        - columnheader "Actions"
      - row /1 .+/ [selected]:
        - gridcell "Select profile 1 Магазин Москва 001":
          - checkbox "Select profile 1 Магазин Москва 001" [checked]
        - gridcell "1"
        - gridcell "Магазин Москва 001"
  `);
  await expect(page.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('[aria-live=polite][role=status]').first()).toContainText('1 selected');

  await test.step('the row opens and has its menu on the keyboard', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: /^2 · / })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(profiles.row(2).getByRole('gridcell', { name: '2', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(
      page
        .getByRole('complementary')
        .or(page.getByRole('region', { name: /details/i }))
        .first(),
    ).toBeVisible();
  });

  await test.step('headings make it a tree', async () => {
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Group headings' }).click();
    // Once it is gone, the menu has given the focus back.
    await expect(page.getByRole('menu', { name: 'View' })).toBeHidden();
    const tree = page.getByRole('treegrid', { name: 'Profiles' });
    const archive = tree.getByRole('row', { name: /Archive/, expanded: true }).first();
    await expect(archive).toHaveAttribute('aria-level', '1');
    await expect(tree.getByRole('row').nth(2)).toHaveAttribute('aria-level', '2');
    const rows = Number(await tree.getAttribute('aria-rowcount'));
    const inside = Number(/\d+$/.exec((await archive.textContent()) ?? '')?.[0]);
    await archive.getByRole('gridcell').last().focus();
    await page.keyboard.press('Space');
    await expect(profiles.selectionBar).toContainText(`${inside + 1} selected`);
    await expect(archive.getByRole('gridcell').last()).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(tree).toHaveAttribute('aria-rowcount', String(rows - inside));
    await expect(tree.getByRole('row', { name: /Archive/, expanded: false })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(tree).toHaveAttribute('aria-rowcount', String(rows));
  });
});
