import { expect, type Page } from '@playwright/test';
import type { ScreenState, Stage } from './stage.ts';

/** A page, dialog or state of the window that is looked at by itself. */
export interface AppScreen {
  /** Unique; the name of its pictures. */
  readonly name: string;
  /** Where it looks different from the others; without it, wherever there are profiles. */
  readonly states?: readonly ScreenState[];
  /** Comes to it from the Profiles page in English, with nothing open and nothing selected. */
  open(stage: Stage): Promise<void>;
  /** Undoes what the walk does not undo by itself; see `comeBack`. Faults are gone, and the window is in English. */
  leave?(stage: Stage): Promise<void>;
}

/** The states with something to connect to. */
export const withoutError: readonly ScreenState[] = ['empty', 'typical', 'extreme'];

/** Shows the page that the hash names. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A page as it is when one comes to it. */
export function pageAt(name: string, hash: string, states?: readonly ScreenState[]): AppScreen {
  return { name, ...(states && { states }), open: ({ page }) => goTo(page, hash) };
}

/** The dialog that is open. */
export async function waitForDialog(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** Presses the button of a menu and one of its items. */
export async function chooseInMenu(page: Page, menu: string | RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** What a button of a page opens. */
export function dialogOfPage(name: string, hash: string, button: string): AppScreen {
  return {
    name,
    async open({ page }) {
      await goTo(page, hash);
      await page.getByRole('button', { name: button }).first().click();
      await waitForDialog(page);
    },
  };
}

/** What an item of a menu opens; the menu is on the page that the hash names, or else on the Profiles page. */
export function dialogOfMenu(name: string, menu: string | RegExp, item: string, hash?: string): AppScreen {
  return {
    name,
    async open({ page }) {
      if (hash) await goTo(page, hash);
      await chooseInMenu(page, menu, item);
      await waitForDialog(page);
    },
  };
}
