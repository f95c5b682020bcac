import { expect, type Page } from '@playwright/test';
import type { DemoControl } from '../demo-process.ts';
import { jobsScreen } from './jobs-screen.ts';
import { profilesScreen } from './profiles-screen.ts';

/**
 * Every screen and main dialog of the window, and how to come to it: the one list behind the screenshots, the
 * check for clipped text, axe and the check of the content security policy. A new screen is one entry here.
 */

export const screenStates = ['empty', 'typical', 'extreme', 'error'] as const;
/** What the Local API holds or answers while a screen is looked at. */
export type ScreenState = (typeof screenStates)[number];

export const languages = ['en', 'zh-CN'] as const;
const colorSchemes = ['light', 'dark'] as const;

/** One combination of language and colours. */
export interface Look {
  readonly language: (typeof languages)[number];
  readonly colorScheme: (typeof colorSchemes)[number];
}

/** All four. */
export const looks: readonly Look[] = languages.flatMap((language) =>
  colorSchemes.map((colorScheme) => ({ language, colorScheme })),
);

/** The running panel with the demo Local API behind it. */
export interface Stage {
  readonly page: Page;
  readonly control: DemoControl;
  readonly state: ScreenState;
}

interface AppScreen {
  /** Unique; the name of its pictures. */
  readonly name: string;
  /** Where it looks different from the others; without it, in every state. */
  readonly states?: readonly ScreenState[];
  /** Comes to it from the Profiles page in English, with nothing open and nothing selected. */
  open(stage: Stage): Promise<void>;
}

const withProfiles = ['typical', 'extreme'] as const;

async function goTo({ page }: Stage, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

function pageAt(name: string, hash: string): AppScreen {
  return { name, open: (stage) => goTo(stage, hash) };
}

async function selectVisible({ page }: Stage): Promise<void> {
  await profilesScreen(page).grid.getByRole('checkbox', { name: 'Select the visible profiles' }).click();
}

async function chooseHelp({ page }: Stage, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** A dialog of the selection bar: one of its buttons, or an item of its menu. */
function dialogOfSelection(name: string, action: string, isInMenu: boolean): AppScreen {
  return {
    name,
    states: withProfiles,
    async open(stage) {
      const { page } = stage;
      await selectVisible(stage);
      const bar = page.getByRole('region', { name: 'Selection' });
      if (isInMenu) {
        await bar.getByRole('button', { name: 'More', exact: true }).click();
        await page.getByRole('menuitem', { name: action }).click();
      } else {
        await bar.getByRole('button', { name: action }).click();
      }
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  };
}

const everyScreen: readonly AppScreen[] = [
  pageAt('profiles', '#/profiles'),
  {
    name: 'profiles-selected',
    states: withProfiles,
    open: selectVisible,
  },
  {
    name: 'profiles-no-match',
    states: ['typical'],
    async open({ page }) {
      await profilesScreen(page).search.fill('nothing is called like this');
      await expect(page.getByText('No profile matches')).toBeVisible();
    },
  },
  {
    name: 'profiles-filter',
    states: withProfiles,
    async open({ page }) {
      await page.getByRole('button', { name: /^Filter: Group/ }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'connection',
    async open({ page }) {
      await page.getByRole('button', { name: /^Connection: / }).click();
      await expect(page.getByRole('button', { name: 'Change the address' }).last()).toBeVisible();
    },
  },
  dialogOfSelection('clear-cache', 'Clear cache…', false),
  dialogOfSelection('proxy', 'Proxy…', false),
  dialogOfSelection('move-to-group', 'Move to group…', true),
  dialogOfSelection('copy', 'Copy…', true),
  dialogOfSelection('reset-open-state', 'Reset open state…', true),
  dialogOfSelection('delete', 'Delete…', true),
  {
    name: 'palette',
    async open({ page }) {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox', { name: /^Page, action/ })).toBeFocused();
    },
  },
  {
    name: 'palette-profiles',
    states: withProfiles,
    async open({ page }) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^Page, action/ }).fill('1');
      await expect(page.getByRole('option', { name: /^1 / }).first()).toBeVisible();
    },
  },
  {
    name: 'shortcuts',
    states: ['typical', 'extreme'],
    async open({ page }) {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'welcome',
    async open(stage) {
      await chooseHelp(stage, 'Welcome');
      await expect(stage.page.getByRole('dialog', { name: 'Welcome to Profile Panel' })).toBeVisible();
    },
  },
  {
    name: 'tour',
    states: withProfiles,
    async open(stage) {
      await chooseHelp(stage, 'Take the tour');
      await expect(stage.page.getByRole('dialog', { name: 'The connection' })).toBeVisible();
    },
  },
  {
    name: 'help-hint',
    states: ['typical', 'extreme'],
    async open(stage) {
      await goTo(stage, '#/recipes');
      await stage.page.getByRole('button', { name: 'What is a recipe?' }).click();
      await expect(stage.page.getByRole('note')).toBeVisible();
    },
  },
  pageAt('recipes', '#/recipes'),
  {
    name: 'profile-details',
    states: withProfiles,
    async open({ page }) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^Page, action/ }).fill('2');
      await page.getByRole('option', { name: /^2 / }).first().click();
      await expect(page.getByRole('complementary')).toBeVisible();
    },
  },
  pageAt('proxies', '#/proxies'),
  pageAt('groups', '#/groups'),
  {
    name: 'new-group',
    states: withProfiles,
    async open(stage) {
      await goTo(stage, '#/groups');
      await stage.page.getByRole('button', { name: 'New group…' }).click();
      await expect(stage.page.getByRole('dialog')).toBeVisible();
    },
  },
  pageAt('service-cache', '#/service-cache'),
  pageAt('activity', '#/activity'),
  pageAt('console', '#/console'),
  pageAt('settings', '#/settings'),
  pageAt('jobs', '#/jobs'),
  // From here on a finished job has left its result.
  {
    name: 'result-in-tray',
    states: withProfiles,
    async open(stage) {
      const { page, control } = stage;
      await control('faults.add', {
        action: 'profile-clear-cache',
        fault: { kind: 'partial', omit: [3, 7] },
      });
      await profilesScreen(page).select(3);
      await profilesScreen(page).select(4);
      await profilesScreen(page).select(7);
      const jobs = jobsScreen(page);
      await jobs.openClearDialog();
      await jobs.start(/^Clear cache of/);
      await jobs.resultButton(/^Retry /).waitFor();
    },
  },
  {
    name: 'retry',
    states: withProfiles,
    async open({ page }) {
      await jobsScreen(page)
        .resultButton(/^Retry /)
        .click();
      await expect(
        page
          .getByRole('dialog')
          .or(page.getByText(/^Cleared/))
          .first(),
      ).toBeVisible();
    },
  },
  pageAt('jobs-with-history', '#/jobs'),
];

/** The screens that look different in this state. */
function screensIn(state: ScreenState): readonly AppScreen[] {
  return everyScreen.filter(({ states }) => !states || states.includes(state));
}

/** Profiles that the demo Local API starts with in each state. */
export function countProfiles(state: ScreenState, mostProfiles: number): number {
  return { empty: 0, typical: 60, extreme: mostProfiles, error: 60 }[state];
}

const longName =
  'Shop-EU 店铺 seasonal campaign profile with a name that somebody has pasted from a spreadsheet without looking at it 第二十三号备用账号（请勿删除）';

/** Brings the demo Local API into the state and waits until the window shows it. */
export async function setStage({ page, control, state }: Stage): Promise<void> {
  // Nothing moves while it is looked at, and what is measured has arrived.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  if (state === 'error') {
    await control('account.set', { state: 'signedOut' });
    await page.reload();
    await expect(page.getByText('Signed out').first()).toBeVisible();
    return;
  }
  const { profileCount, openProfileIds } = await control('state.get', {});
  if (openProfileIds.length > 0)
    await control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
  if (profileCount > 0) {
    await control('profiles.touch', {
      changes: [{ kind: 'open', profileIds: [5], user: 'anna@example.com' }],
    });
  }
  if (state === 'extreme') {
    await control('profiles.touch', {
      changes: Array.from({ length: Math.min(profileCount, 30) }, (_, index) => ({
        kind: 'rename' as const,
        profileId: index + 1,
        name: `${longName} ${index + 1}`,
      })),
    });
    await page.reload();
  }
  if (profileCount > 0) {
    // 50,000 are read in more than the time that other things may take.
    await expect(profilesScreen(page).grid).toHaveAttribute('aria-rowcount', String(profileCount + 1), {
      timeout: 60_000,
    });
  }
}

/** Back to the Profiles page in English, with nothing open and nothing selected. */
export async function comeBack(stage: Stage): Promise<void> {
  const { page } = stage;
  await setLook(page, { language: 'en', colorScheme: 'light' });
  for (let presses = 0; presses < 4 && (await page.locator(layers).count()) > 0; presses += 1) {
    await page.keyboard.press('Escape');
    await expect(page.locator(closingLayers)).toHaveCount(0);
  }
  await expect(page.locator(layers)).toHaveCount(0);
  await goTo(stage, '#/profiles');
  const { search, selectionBar } = profilesScreen(page);
  if ((await search.inputValue()) !== '') await search.fill('');
  const clear = selectionBar.getByRole('button', { name: 'Clear selection' });
  if (await clear.isVisible()) await clear.click();
}

const layers = '[role=dialog]:visible, [role=menu]:visible, [role=listbox]:visible';
const closingLayers = '[data-transition-status=exiting]';

/** Switches language and colours the way the settings do, while everything stays open. */
export async function setLook(page: Page, { language, colorScheme }: Look): Promise<void> {
  await page.evaluate((patch) => window.panel.call('settings.update', patch), { language, colorScheme });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}

/** Opens each screen of the state once and calls `look` while it stands. */
export async function walkScreens(
  stage: Stage,
  look: (name: string) => Promise<void>,
  only: (name: string) => boolean = () => true,
): Promise<void> {
  for (const screen of screensIn(stage.state)) {
    if (!only(screen.name)) continue;
    await screen.open(stage);
    await expect(stage.page.locator('[class*=Skeleton-root]')).toHaveCount(0);
    await look(screen.name);
    await comeBack(stage);
  }
}
