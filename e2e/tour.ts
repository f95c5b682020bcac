import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { controlDemo, type DemoControl } from './demo-process.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';
import { startPanel } from './start-panel.ts';

/** Group of the demo data that the tour works on. */
const group = 'Shop-EU';
const stubbornCount = 3;

const pictures = path.join(import.meta.dirname, '..', 'out', 'tour');

interface TourStep {
  readonly name: string;
  /** Does the step through the window and says what came out. */
  run(tour: Tour): Promise<string>;
}

interface Tour {
  readonly page: Page;
  readonly control: DemoControl;
  /** Profiles of the group, filled in by the steps. */
  matching: number;
}

/**
 * The main job, done headlessly through the real window on the built-in demo data: connect, list, filter,
 * select, clear, see what was not confirmed, retry only that. Every step checks what it shows, so a broken one
 * ends the tour with an error.
 */
const steps: readonly TourStep[] = [
  {
    name: 'Connect',
    async run({ page }) {
      const pill = page.getByRole('button', { name: /^Connection: Connected/ });
      await pill.waitFor();
      return (await pill.textContent()) ?? '';
    },
  },
  {
    name: 'List',
    async run({ page }) {
      const { grid } = profilesScreen(page);
      await page.getByRole('progressbar', { name: 'Loading profiles' }).waitFor({ state: 'detached' });
      return `${Number(await grid.getAttribute('aria-rowcount')) - 1} profiles in the grid`;
    },
  },
  {
    name: 'Filter',
    async run(tour) {
      const profiles = profilesScreen(tour.page);
      await profiles.filterBy('Group', group);
      const summary = (await tour.page.getByText(/^(\d+) of (?!\1$)\d+$/).textContent()) ?? '';
      tour.matching = Number(/^\d+/.exec(summary)?.[0]);
      return `${summary} profiles are in the group ${group}`;
    },
  },
  {
    name: 'Select',
    async run({ page, matching }) {
      const profiles = profilesScreen(page);
      await profiles.selectAll();
      await profiles.selectionBar.getByText(`${matching} selected`).waitFor();
      return `all ${matching} selected`;
    },
  },
  {
    name: 'Check',
    async run({ page, control }) {
      const jobs = jobsScreen(page);
      await makeStubborn(control);
      await jobs.openClearDialog();
      const start = jobs.clearDialog.getByRole('button', { name: /^Clear cache of/ });
      await start.waitFor();
      return `the button says “${await start.textContent()}”`;
    },
  },
  {
    name: 'Clear',
    async run({ page }) {
      const jobs = jobsScreen(page);
      await jobs.start(/^Clear cache of/);
      await jobs.resultButton(`Retry ${stubbornCount}`).waitFor();
      const counts = jobs.result.getByText(/^(Cleared|Not confirmed|Skipped|Failed) \d+$/);
      return [...new Set(await counts.allTextContents())].join(' · ');
    },
  },
  {
    name: 'Retry',
    async run({ page, control }) {
      const jobs = jobsScreen(page);
      await control('faults.clear', {});
      await control('requests.clear', {});
      await jobs.resultButton(`Retry ${stubbornCount}`).click();
      const done = page.getByText(`Cleared the cache of ${stubbornCount} profiles.`);
      await done.waitFor();
      const { requests } = await control('requests.list', { action: 'profile-clear-cache' });
      const sent = requests.flatMap(({ body }) => (body as { profile_id: number[] }).profile_id);
      if (sent.length !== stubbornCount) throw new Error(`The retry sent ${sent.length} profiles.`);
      return `sent only ${sent.map((id) => `#${id}`).join(', ')}; all cleared`;
    },
  },
];

/** Runs the tour, prints a line a step and writes a screenshot of each to `out/tour/`. */
export async function runTour(): Promise<void> {
  fs.rmSync(pictures, { recursive: true, force: true });
  fs.mkdirSync(pictures, { recursive: true });
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-panel-tour-'));
  const { app, page } = await startPanel(userData, ['--demo', '--skip-welcome']);
  try {
    const tour: Tour = { page, control: await controlBuiltInDemo(page), matching: 0 };
    console.log('\nNo display: a guided tour through the real window, on demo data.\n');
    for (const [index, step] of steps.entries()) {
      const outcome = await step.run(tour);
      const picture = `${index + 1}-${step.name.toLowerCase()}.png`;
      await page.screenshot({ path: path.join(pictures, picture), animations: 'disabled' });
      console.log(`  ${step.name.padEnd(9)} ${outcome.padEnd(72)} out/tour/${picture}`);
    }
    console.log('\nThe main job works. The screenshots show each step.');
  } finally {
    await app.close();
    fs.rmSync(userData, { recursive: true, force: true });
  }
}

/** The built-in demo API is where the panel is connected to; its control plane stands on the same port. */
async function controlBuiltInDemo(page: Page): Promise<DemoControl> {
  const state = await page.evaluate(() => window.panel.call('connection.get', {}));
  if (!state.ok) throw new Error(state.error.message);
  const { host, port } = state.value.address;
  return controlDemo(`http://${host}:${port}`);
}

/** Lets three profiles of the group stay unconfirmed, so that there is something to retry. */
async function makeStubborn(control: DemoControl): Promise<void> {
  const { profiles, openProfileIds } = await control('state.get', {
    profileIds: Array.from({ length: 500 }, (_, index) => index + 1),
  });
  const isOpen = new Set(openProfileIds);
  const omit = profiles
    .filter(({ profileId, groupName }) => groupName === group && !isOpen.has(profileId))
    .slice(0, stubbornCount)
    .map(({ profileId }) => profileId);
  await control('faults.add', { action: 'profile-clear-cache', fault: { kind: 'partial', omit } });
}
