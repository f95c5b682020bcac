import { profilesScreen } from '../screens/profiles-screen.ts';
import { startPanelOnDemo } from '../start-panel.ts';
import type { BenchResult } from './bench-result.ts';

const profileCount = 20_000;
const longestAllowedMs = 100;

/**
 * Clears the caches of 20,000 profiles in the built app and watches the page meanwhile: the longest task of the
 * page as a part of 100 ms, and the most progress events within any second as a part of ten (with two to spare
 * for the first and the last one, which never wait). Needs `npm run build` first.
 */
export async function benchWindowUnderJob(): Promise<readonly BenchResult[]> {
  const { page, stop } = await startPanelOnDemo(profileCount);
  try {
    await profilesScreen(page).waitForRows(profileCount);
    const { longestMs, mostEvents, seconds } = await page.evaluate(async (count) => {
      let longest = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
      }).observe({ entryTypes: ['longtask'] });
      const eventTimes: number[] = [];
      const startedAt = performance.now();
      await new Promise<void>((resolve, reject) => {
        window.panel.on('jobs.progressed', ({ job }) => {
          eventTimes.push(performance.now());
          if (job.state === 'finished') resolve();
          if (job.state === 'paused') reject(new Error(`The job paused: ${job.pauseReason}.`));
        });
        void window.panel
          .call('jobs.start', {
            operation: { kind: 'clear_cache' },
            profileIds: Array.from({ length: count }, (_, index) => (index + 1) as never),
            closeOpened: false,
            typedCount: null,
          })
          .then((started) => {
            if (!started.ok) reject(new Error(started.error.message));
          });
      });
      const elapsed = performance.now() - startedAt;
      // Long tasks are told afterwards, in a task of their own.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const most = Math.max(
        ...eventTimes.map(
          (start) => eventTimes.filter((time) => time >= start && time < start + 1_000).length,
        ),
      );
      return { longestMs: longest, mostEvents: most, seconds: elapsed / 1_000 };
    }, profileCount);
    const during = `while ${profileCount} profiles were cleared in ${seconds.toFixed(1)} s`;
    return [
      {
        name: 'window-longest-task',
        value: longestMs / longestAllowedMs,
        goal: 1,
        detail: `longest task of the page ${longestMs.toFixed(0)} ms ${during}`,
      },
      {
        name: 'progress-events-a-second',
        value: mostEvents / 12,
        goal: 1,
        detail: `at most ${mostEvents} progress events within a second ${during}`,
      },
    ];
  } finally {
    await stop();
  }
}
