import { expect, type Locator, type Page } from '@playwright/test';

/** The actions of the selection bar and their dialogs as a person sees them: found by role and name only. */
export interface OperationsScreen {
  readonly bar: Locator;
  /** The dialog that is open. */
  readonly dialog: Locator;
  /** A button of the bar. */
  action(name: string): Locator;
  /** Opens the dialog of an action under *More*. */
  openMore(name: string): Promise<void>;
  /** Opens the dialog of the proxy at one of its kinds. */
  openProxy(kind: string): Promise<void>;
  /** Chooses a group in the open dialog. */
  chooseGroup(label: string, group: string): Promise<void>;
  /** Presses the dialog's button, which says what it will do, once the check is through. */
  start(buttonName: string | RegExp): Promise<void>;
}

export function operationsScreen(page: Page): OperationsScreen {
  const bar = page.getByRole('region', { name: 'Selection' });
  const dialog = page.getByRole('dialog');
  return {
    bar,
    dialog,
    action: (name) => bar.getByRole('button', { name, exact: true }),
    async openMore(name) {
      await bar.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
      await expect(dialog).toBeVisible();
    },
    async openProxy(kind) {
      await bar.getByRole('button', { name: 'Proxy…', exact: true }).click();
      await dialog.getByRole('radio', { name: kind, exact: true }).check();
    },
    async chooseGroup(label, group) {
      await dialog.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: group, exact: true }).click();
    },
    start: (buttonName) => dialog.getByRole('button', { name: buttonName }).click(),
  };
}
