import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { DemoProcess } from '../../demo-process.ts';
import { profilesScreen } from '../profiles-screen.ts';

export const screenStates = ['empty', 'typical', 'extreme', 'error'] as const;
/** What the Local API holds or answers while a screen is looked at. */
export type ScreenState = (typeof screenStates)[number];

/** The running panel with the demo Local API behind it. */
export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly demo: DemoProcess;
  readonly state: ScreenState;
}

/** Profiles that the demo Local API starts with in each state. */
export function countProfiles(state: ScreenState, mostProfiles: number): number {
  return { empty: 0, typical: 60, extreme: mostProfiles, error: 60 }[state];
}

const longName =
  'Shop-EU 店铺 seasonal campaign profile with a name that somebody has pasted from a spreadsheet without looking at it 第二十三号备用账号（请勿删除）';

/** Brings the demo Local API into the state and waits until the window shows it. */
export async function setStage({ page, demo, state }: Stage): Promise<void> {
  const { control } = demo;
  // Nothing moves while it is looked at, and what is measured has arrived.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  if (state === 'error') {
    await control('account.set', { state: 'signedOut' });
    await page.reload();
    await expect(page.getByText('Signed out').first()).toBeVisible();
    return;
  }
  await demo.closeProfiles();
  const { profileCount } = await control('state.get', {});
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
