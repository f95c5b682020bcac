import { expect, type Locator, type Page } from '@playwright/test';

/** The Profiles page as a person sees it: found by role and name only. */
export interface ProfilesScreen {
  readonly grid: Locator;
  readonly search: Locator;
  readonly selectionBar: Locator;
  /** The data row of a profile. */
  row(profileId: number): Locator;
  /** Waits until the whole list is loaded: the grid holds `count` rows under its heading row. */
  waitForRows(count: number): Promise<void>;
  /** Ticks the checkbox of a row that is on the screen. */
  select(profileId: number): Promise<void>;
  /** Ticks the checkbox of the heading row, which selects what is visible, then takes the offer to select all. */
  selectAll(): Promise<void>;
  filterBy(filter: 'Group' | 'Tag' | 'Proxy' | 'State', value: string): Promise<void>;
}

export function profilesScreen(page: Page): ProfilesScreen {
  const grid = page.getByRole('grid', { name: 'Profiles' });
  return {
    grid,
    search: page.getByRole('searchbox', { name: 'Search profiles' }),
    selectionBar: page.getByRole('region', { name: 'Selection' }),
    row: (profileId) =>
      grid
        .getByRole('row')
        .filter({ has: page.getByRole('gridcell', { name: String(profileId), exact: true }) }),
    async waitForRows(count) {
      await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1));
    },
    async select(profileId) {
      await grid.getByRole('checkbox', { name: new RegExp(`^Select profile ${profileId} `) }).click();
    },
    async selectAll() {
      await grid.getByRole('checkbox', { name: 'Select the visible profiles' }).click();
      await page.getByRole('button', { name: /^Select all [\d,]+( that match)?$/ }).click();
    },
    async filterBy(filter, value) {
      await page.getByRole('button', { name: new RegExp(`^Filter: ${filter}`) }).click();
      await page.getByRole('option', { name: new RegExp(`^${value}`) }).click();
      await page.keyboard.press('Escape');
    },
  };
}
