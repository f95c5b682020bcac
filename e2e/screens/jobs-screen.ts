import type { Locator, Page } from '@playwright/test';

/** The clear-cache dialog and the results of jobs as a person sees them: found by role and name only. */
export interface JobsScreen {
  readonly clearDialog: Locator;
  /** Progress and results at the bottom of the window. */
  readonly tray: Locator;
  /** The result that is shown in the tray. */
  readonly result: Locator;
  /** Opens the dialog for the selected profiles. */
  openClearDialog(): Promise<void>;
  /** Starts the job; the button says what it will do. */
  start(buttonName: string | RegExp): Promise<void>;
  /** A button within the result. */
  resultButton(name: string | RegExp): Locator;
}

export function jobsScreen(page: Page): JobsScreen {
  const clearDialog = page.getByRole('dialog', { name: /^Clear [\d,]+ profiles?$/ });
  const tray = page.getByRole('region', { name: 'Jobs in progress' });
  const result = tray.getByRole('region', { name: /^Result: / });
  return {
    clearDialog,
    tray,
    result,
    openClearDialog: () =>
      page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Clear cache…' }).click(),
    start: (buttonName) => clearDialog.getByRole('button', { name: buttonName }).click(),
    resultButton: (name) => result.getByRole('button', { name }),
  };
}
