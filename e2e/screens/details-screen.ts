import type { Locator, Page } from '@playwright/test';
import { operationsScreen } from './operations-screen.ts';
import { profilesScreen } from './profiles-screen.ts';

/** The details of one profile as a person sees them: found by role and name only. */
export interface DetailsScreen {
  readonly panel: Locator;
  readonly name: Locator;
  readonly save: Locator;
  readonly dialog: Locator;
  /** Opens the details of a profile that is on the screen, and waits for its values. */
  open(profileId: number): Promise<void>;
  button(name: string | RegExp): Locator;
}

export function detailsScreen(page: Page): DetailsScreen {
  const panel = page.getByRole('complementary', { name: 'Profile details' });
  const name = panel.getByLabel('Name', { exact: true });
  return {
    panel,
    name,
    save: panel.getByRole('button', { name: 'Save', exact: true }),
    dialog: page.getByRole('dialog'),
    async open(profileId) {
      await profilesScreen(page).select(profileId);
      await operationsScreen(page).bar.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Details' }).click();
      await name.waitFor();
      await operationsScreen(page).action('Clear selection').click();
    },
    button: (label) => panel.getByRole('button', { name: label }),
  };
}
