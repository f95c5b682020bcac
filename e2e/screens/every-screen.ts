import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { DemoControl } from '../demo-process.ts';
import { consoleScreen } from './console-screen.ts';
import { jobsScreen } from './jobs-screen.ts';
import { operationsScreen } from './operations-screen.ts';
import { profilesScreen } from './profiles-screen.ts';

/**
 * Every screen and main dialog of the window, and how to come to it: the one list behind the screenshots, the
 * check for clipped text, axe and the check of the content security policy. A new screen is one entry here.
 */

export const screenStates = ['empty', 'typical', 'extreme', 'error'] as const;
/** What the Local API holds or answers while a screen is looked at. */
export type ScreenState = (typeof screenStates)[number];

const languages = ['en', 'zh-CN'] as const;
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
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly control: DemoControl;
  readonly state: ScreenState;
}

interface AppScreen {
  /** Unique; the name of its pictures. */
  readonly name: string;
  /** Where it looks different from the others; without it, in every state. */
  readonly states?: readonly ScreenState[];
  /** Belongs to the walk over what lies over a page or is in an uncommon state, and needs no job before it. */
  readonly isDialog?: boolean;
  /** Comes to it from the Profiles page in English, with nothing open and nothing selected. */
  open(stage: Stage): Promise<void>;
}

const withProfiles = ['typical', 'extreme'] as const;
const withoutError = ['empty', 'typical', 'extreme'] as const;

async function goTo({ page }: Stage, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

function pageAt(name: string, hash: string, states?: readonly ScreenState[]): AppScreen {
  return { name, ...(states && { states }), open: (stage) => goTo(stage, hash) };
}

/** Opens the details of profile 2. */
async function openDetails({ page }: Stage): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Page, action/ }).fill('2');
  await page.getByRole('option', { name: /^2 / }).first().click();
  await expect(page.getByRole('complementary').getByLabel('Name', { exact: true })).toBeVisible();
}

/** A dialog that a button of the details opens. */
function dialogOfDetails(name: string, button: string): AppScreen {
  return {
    name,
    states: withProfiles,
    isDialog: true,
    async open(stage) {
      await openDetails(stage);
      await stage.page.getByRole('complementary').getByRole('button', { name: button }).click();
      await expect(stage.page.getByRole('dialog')).toBeVisible();
    },
  };
}

/** A dialog that an item of a menu on the Profiles page opens. */
function dialogOfMenu(name: string, menu: string, item: string): AppScreen {
  return {
    name,
    states: withProfiles,
    isDialog: true,
    async open({ page }) {
      await page.getByRole('button', { name: menu, exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  };
}

/** What *More* about the first proxy opens. */
function dialogOfProxy(name: string, item: string): AppScreen {
  return {
    name,
    states: withProfiles,
    isDialog: true,
    async open(stage) {
      await goTo(stage, '#/proxies');
      await stage.page
        .getByRole('button', { name: /^More about / })
        .first()
        .click();
      await stage.page.getByRole('menuitem', { name: item }).click();
      await expect(stage.page.getByRole('dialog')).toBeVisible();
    },
  };
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
    isDialog: true,
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

/** The next dialogs for files answer with a file of their own. */
async function answerFileDialogs({ app }: Stage): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-panel-recipe-'));
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    },
    path.join(folder, 'recipe.json'),
  );
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
    states: withProfiles,
    async open({ page }) {
      await profilesScreen(page).search.fill('nothing is called like this');
      await expect(page.getByText('No profile matches')).toBeVisible();
    },
  },
  {
    name: 'profiles-filter',
    isDialog: true,
    states: withProfiles,
    async open({ page }) {
      await page.getByRole('button', { name: /^Filter: Group/ }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'connection',
    isDialog: true,
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
  dialogOfSelection('open-options', 'Open with options…', true),
  dialogOfSelection('open-random', 'Open with a random fingerprint…', true),
  {
    name: 'presets',
    states: withProfiles,
    isDialog: true,
    async open(stage) {
      await selectVisible(stage);
      const { action, dialog } = operationsScreen(stage.page);
      await action('Proxy…').click();
      await dialog.getByRole('button', { name: 'More for presets' }).click();
      await expect(stage.page.getByRole('menuitem').first()).toBeVisible();
    },
  },
  dialogOfMenu('columns', 'View', 'Columns…'),
  dialogOfMenu('save-view', 'View', 'Save as new view…'),
  dialogOfMenu('transfer-import', 'More tools', 'Import a profile by code…'),
  dialogOfMenu('transfer-records', 'More tools', 'Transfer records…'),
  dialogOfMenu('empty-bin', 'More tools', 'Empty the recycle bin…'),
  {
    name: 'pasted-list',
    states: withProfiles,
    isDialog: true,
    async open({ page }) {
      await page.getByRole('button', { name: 'Select from a list…' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('1\n2\n3\n999999\nnobody');
    },
  },
  {
    name: 'arrange',
    states: withProfiles,
    isDialog: true,
    async open(stage) {
      const { page } = stage;
      const opened = page.getByRole('button', { name: / open here$/ });
      if (!(await opened.isVisible())) {
        await profilesScreen(page).select(2);
        await operationsScreen(page).action('Open').click();
        await opened.waitFor();
      }
      await opened.click();
      await page.getByRole('menuitem', { name: 'Arrange the windows…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'palette',
    isDialog: true,
    states: withoutError,
    async open({ page }) {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox', { name: /^Page, action/ })).toBeFocused();
    },
  },
  {
    name: 'palette-profiles',
    isDialog: true,
    states: withProfiles,
    async open({ page }) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^Page, action/ }).fill('1');
      await expect(page.getByRole('option', { name: /^1 / }).first()).toBeVisible();
    },
  },
  {
    name: 'shortcuts',
    isDialog: true,
    states: withProfiles,
    async open({ page }) {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'welcome',
    isDialog: true,
    async open(stage) {
      await chooseHelp(stage, 'Welcome');
      await expect(stage.page.getByRole('dialog', { name: 'Welcome to Profile Panel' })).toBeVisible();
    },
  },
  {
    name: 'tour',
    isDialog: true,
    states: withProfiles,
    async open(stage) {
      await chooseHelp(stage, 'Take the tour');
      await expect(stage.page.getByRole('dialog', { name: 'The connection' })).toBeVisible();
    },
  },
  {
    name: 'help-hint',
    isDialog: true,
    states: withProfiles,
    async open(stage) {
      await goTo(stage, '#/recipes');
      await stage.page.getByRole('button', { name: 'What is a recipe?' }).click();
      await expect(stage.page.getByRole('note')).toBeVisible();
    },
  },
  pageAt('recipes', '#/recipes', withoutError),
  {
    name: 'profile-details',
    states: withProfiles,
    open: openDetails,
  },
  dialogOfDetails('cookies-export', 'Export cookies…'),
  dialogOfDetails('cookies-import', 'Import cookies…'),
  dialogOfDetails('transfer-create', 'Create code…'),
  pageAt('proxies', '#/proxies'),
  dialogOfProxy('proxy-edit', 'Edit…'),
  dialogOfProxy('proxy-delete', 'Delete…'),
  pageAt('groups', '#/groups'),
  {
    name: 'new-group',
    isDialog: true,
    states: withProfiles,
    async open(stage) {
      await goTo(stage, '#/groups');
      await stage.page.getByRole('button', { name: 'New group…' }).click();
      await expect(stage.page.getByRole('dialog')).toBeVisible();
    },
  },
  pageAt('service-cache', '#/service-cache'),
  pageAt('activity', '#/activity', withoutError),
  pageAt('console', '#/console', withoutError),
  {
    name: 'console-reply',
    states: withProfiles,
    async open(stage) {
      await goTo(stage, '#/console');
      const { choose, send, expectOutcome } = consoleScreen(stage.page);
      await choose('profile-list');
      await send.click();
      await expectOutcome('Success');
    },
  },
  pageAt('settings', '#/settings', withoutError),
  pageAt('jobs', '#/jobs', withoutError),
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
  pageAt('jobs-with-history', '#/jobs', withProfiles),
  {
    name: 'undo',
    states: withProfiles,
    async open(stage) {
      const { page } = stage;
      const { openMore, chooseGroup, start, dialog } = operationsScreen(page);
      for (const id of [1, 2, 3, 4, 5, 6]) await profilesScreen(page).select(id);
      await openMore('Move to group…');
      await chooseGroup('Group', 'Archive');
      await start(/^Move \d+ profiles?$/);
      await expect(dialog).toHaveCount(0);
      await goTo(stage, '#/jobs');
      await page.getByRole('button', { name: /Move to group “Archive”/ }).click();
      await page.getByRole('button', { name: 'Undo…' }).click();
      await expect(dialog).toContainText('Can restore');
    },
  },
  {
    name: 'save-recipe',
    states: withProfiles,
    async open(stage) {
      const { page } = stage;
      await goTo(stage, '#/jobs');
      await page
        .getByRole('button', { name: /^Clear cache · / })
        .first()
        .click();
      await page.getByRole('main').getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Save as recipe…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'import-recipe',
    states: withProfiles,
    async open(stage) {
      const { page } = stage;
      await goTo(stage, '#/jobs');
      await page
        .getByRole('button', { name: /^Clear cache · / })
        .first()
        .click();
      await page.getByRole('main').getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Save as recipe…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Title' }).fill('Monday cleaning');
      await dialog.getByRole('button', { name: 'Save recipe' }).click();
      await expect(dialog).toHaveCount(0);
      await goTo(stage, '#/recipes');
      await answerFileDialogs(stage);
      await page.getByRole('button', { name: 'More about “Monday cleaning”' }).click();
      await page.getByRole('menuitem', { name: 'Export…' }).click();
      await expect(page.getByText(/^Saved as /)).toBeVisible();
      await page.getByRole('button', { name: 'Import…' }).click();
      await expect(dialog).toBeVisible();
    },
  },
  pageAt('recipes-with-one', '#/recipes', withProfiles),
];

/** Which of the screens are walked over. */
export type Walk = 'all' | 'pages' | 'dialogs';

/** The screens that look different in this state. */
function screensIn(state: ScreenState, walk: Walk): readonly AppScreen[] {
  return everyScreen.filter(
    ({ states, isDialog = false }) =>
      (!states || states.includes(state)) && (walk === 'all' || isDialog === (walk === 'dialogs')),
  );
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
  if (state === 'extreme' && profileCount > 0) {
    // The list outlives a reload of the window; only reading it again brings the long names.
    await page.keyboard.press('F5');
    await expect(profilesScreen(page).grid.getByText(`${longName} 1`, { exact: true })).toBeVisible({
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

// Lists of a page are none of them: these lie over it.
const layers =
  '[data-portal] [role=dialog]:visible, [data-portal] [role=menu]:visible, [data-portal] [role=listbox]:visible';

/** Whether something lies over the page. */
export async function hasLayer(page: Page): Promise<boolean> {
  return (await page.locator(layers).count()) > 0;
}

const closingLayers = '[data-transition-status=exiting]';

/** Switches language and colours the way the settings do, while everything stays open. */
export async function setLook(page: Page, { language, colorScheme }: Look): Promise<void> {
  await page.evaluate((patch) => window.panel.call('settings.update', patch), { language, colorScheme });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}

/** Opens each screen of the state once and calls `look` while it stands. Returns the names of those seen. */
export async function walkScreens(
  stage: Stage,
  walk: Walk,
  look: (name: string) => Promise<void>,
  only: (name: string) => boolean = () => true,
): Promise<string[]> {
  const seen: string[] = [];
  for (const screen of screensIn(stage.state, walk)) {
    if (!only(screen.name)) continue;
    await screen.open(stage);
    await expect(stage.page.locator('[class*=Skeleton-root]')).toHaveCount(0);
    await look(screen.name);
    await stage.control('faults.clear', {});
    await comeBack(stage);
    seen.push(screen.name);
  }
  return seen;
}
