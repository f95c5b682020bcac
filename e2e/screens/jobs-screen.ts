import type { Locator, Page } from '@playwright/test';
import { profilesScreen } from './profiles-screen.ts';

/** The clear-cache dialog and the results of jobs as a person sees them: found by role and name only. */
export interface JobsScreen {
  readonly clearDialog: Locator;
  /** Progress and results at the bottom of the window. */
  readonly tray: Locator;
  /** The result that is shown in the tray. */
  readonly result: Locator;
  /** Opens the dialog for the selected profiles. */
  openClearDialog(): Promise<void>;
  /** Waits for the whole list of `count` profiles, selects it and opens the dialog. */
  openClearDialogForAll(count: number): Promise<void>;
  /** Starts the job; the button says what it will do. */
  start(buttonName: string | RegExp): Promise<void>;
  /** A button within the result. */
  resultButton(name: string | RegExp): Locator;
}

export function jobsScreen(page: Page): JobsScreen {
  const clearDialog = page.getByRole('dialog', { name: /^Clear the cache of [\d,]+ profiles?$/ });
  const tray = page.getByRole('region', { name: 'Jobs in progress' });
  const result = tray.getByRole('region', { name: /^Result: / });
  const openClearDialog = () =>
    page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Clear cache…' }).click();
  return {
    clearDialog,
    tray,
    result,
    openClearDialog,
    async openClearDialogForAll(count) {
      const profiles = profilesScreen(page);
      await profiles.waitForRows(count);
      await profiles.selectAll();
      await openClearDialog();
    },
    start: (buttonName) => clearDialog.getByRole('button', { name: buttonName }).click(),
    resultButton: (name) => result.getByRole('button', { name }),
  };
}
