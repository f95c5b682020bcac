import { expect, type Page } from '@playwright/test';
import { profilesScreen } from '../profiles-screen.ts';
import { type AppScreen, goTo } from './app-screen.ts';
import { detailsScreens } from './details-screens.ts';
import { jobScreens } from './job-screens.ts';
import { listScreens } from './list-screens.ts';
import { setLook } from './look.ts';
import { profileScreens } from './profile-screens.ts';
import { selectionScreens } from './selection-screens.ts';
import type { ScreenState, Stage } from './stage.ts';
import { toolScreens } from './tool-screens.ts';
import { windowScreens } from './window-screens.ts';

/**
 * Every page, dialog and state of the window, and how to come to it: the one list behind the screenshots, the
 * check for clipped text, axe and the check of the content security policy. A new screen is one entry in the file
 * of its area. Those of an area are walked over in their order, and some build on what the ones before left.
 */
const areas = {
  profiles: profileScreens,
  selection: selectionScreens,
  details: detailsScreens,
  lists: listScreens,
  tools: toolScreens,
  window: windowScreens,
  // Last: it leaves jobs behind.
  jobs: jobScreens,
} satisfies Record<string, readonly AppScreen[]>;

export type Area = keyof typeof areas;
export const areaNames = Object.keys(areas) as readonly Area[];

const withProfiles: readonly ScreenState[] = ['typical', 'extreme'];

export interface WalkOptions {
  /** Without it, all. */
  readonly area?: Area | undefined;
  /** Leaves screens out. */
  readonly filter?: (name: string) => boolean;
}

/** Opens each screen of the state once and calls `look` while it stands. Returns the names of those seen. */
export async function walkScreens(
  stage: Stage,
  look: (name: string) => Promise<void>,
  { area, filter = () => true }: WalkOptions = {},
): Promise<readonly string[]> {
  const { page, demo, state } = stage;
  const chosen = areaNames
    .filter((name) => area === undefined || name === area)
    .flatMap((name): readonly AppScreen[] => areas[name])
    .filter(({ name, states = withProfiles }) => states.includes(state) && filter(name));
  await comeBack(page);
  for (const screen of chosen) {
    await screen.open(stage);
    await expect(page.locator('[class*=Skeleton-root]')).toHaveCount(0);
    await look(screen.name);
    await demo.control('faults.clear', {});
    await setLook(page, { language: 'en', colorScheme: 'light' });
    await screen.leave?.(stage);
    await comeBack(page);
  }
  return chosen.map(({ name }) => name);
}

/** Whether a dialog lies over the page. */
export async function isCovered(page: Page): Promise<boolean> {
  return (await page.locator(dialogs).count()) > 0;
}

const dialogs = '[data-portal] [role=dialog]:visible';
const layers = `${dialogs}, [class*=-dropdown]:visible`;

/** Back to the Profiles page, with nothing open over it or beside it, nothing searched for and nothing selected. */
async function comeBack(page: Page): Promise<void> {
  for (let presses = 0; presses < 4 && (await page.locator(layers).count()) > 0; presses += 1) {
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-transition-status=exiting]')).toHaveCount(0);
  }
  await expect(page.locator(layers)).toHaveCount(0);
  await goTo(page, '#/profiles');
  const { search } = profilesScreen(page);
  if ((await search.inputValue()) !== '') await search.fill('');
  for (const name of ['Clear selection', 'Close the details']) {
    const button = page.getByRole('button', { name, exact: true });
    if (await button.isVisible()) await button.click();
  }
}
