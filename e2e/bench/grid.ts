import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { defaultViewMemory } from '../../shared/profile-view.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { findBrowser } from '../stand-in/find-browser.ts';
import type { BenchResult } from './bench-result.ts';
import { installProbe, type ProbeInput } from './grid-probe.ts';

const count = 50_000;
const defaultRuns = 5;
/** 400 pixels a frame are 24,000 a second on a usual screen: 4,000 rows of 36 pixels a run, 20,000 over all runs. */
const scrollStep = 400;
const scrollFrames = 360;
/** The two lists take turns this often within a run, so that what slows the machine down slows both. */
const scrollTurns = 6;
/** Frames before those that count, in which code runs for the first time. */
const warmUpFrames = 120;
const withoutFrameLimit = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const frameMs = 1_000 / 60;
const longestAllowedMs = 50;

/** One run of the window and of the bare list; milliseconds. */
interface GridRun {
  readonly first: number;
  readonly filter: number;
  readonly sort: number;
  readonly selectAll: number;
  readonly range: number;
  readonly longestTask: number;
}
interface BareRun {
  readonly first: number;
  readonly filterBare: number;
  readonly sortBare: number;
  readonly filterPaint: number;
  readonly sortPaint: number;
}
/** The 95th percentiles of the frames. */
interface ScrollRun {
  readonly window: number;
  readonly list: number;
}

/**
 * The built window with 50,000 profiles against the same rows in a bare virtualised list of text cells, both in
 * the same browser, with answers that come at once. Before the rows come, the frame of either stands: of the bare
 * list what scrolls, of the window its tools and the heading of the grid. Needs `npm run build` first.
 *
 * Scrolling is measured in a browser that draws each frame as soon as it can: at 60 frames a second a frame takes
 * 16.7 or 33.3 ms whatever the work in it, and a ratio of such times says nothing between 1 and 2.
 */
export async function benchGrid(runs = defaultRuns): Promise<readonly BenchResult[]> {
  const found = await findBrowser();
  if (!found.isOk) throw new Error(found.message);
  const bareFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'bench-list-'));
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'bare-list'),
    base: './',
    logLevel: 'error',
    build: { outDir: bareFolder, emptyOutDir: true, target: 'chrome140' },
  });
  const { executablePath } = found;
  const browser = await chromium.launch({ executablePath });
  const unlimited = await chromium.launch({ executablePath, args: withoutFrameLimit });
  try {
    const windows: GridRun[] = [];
    const lists: BareRun[] = [];
    const scrolls: ScrollRun[] = [];
    const rendererFolder = path.join(import.meta.dirname, '..', '..', 'dist', 'renderer');
    for (let run = 0; run < runs; run += 1) {
      lists.push(await openPage(browser, bareFolder, measureList));
      windows.push(await openPage(browser, rendererFolder, measureWindow));
      scrolls.push(
        await openPage(unlimited, bareFolder, (listPage) =>
          openPage(unlimited, rendererFolder, (windowPage) => measureScroll(windowPage, listPage)),
        ),
      );
    }
    return toResults(windows, lists, scrolls);
  } finally {
    await Promise.all([browser.close(), unlimited.close()]);
    await fs.rm(bareFolder, { recursive: true, force: true });
  }
}

/** A page of its own for each run, served from a folder without a server. */
async function openPage<T>(
  browser: Browser,
  folder: string,
  measure: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
  await page.route('http://bench.invalid/**', async (route) => {
    const file = path.join(folder, new URL(route.request().url()).pathname);
    await route.fulfill({ path: file });
  });
  const input: ProbeInput = { count, settings: defaultSettings, memory: defaultViewMemory };
  await page.addInitScript(installProbe, input);
  await page.goto('http://bench.invalid/index.html');
  try {
    return await measure(page);
  } finally {
    await page.close();
  }
}

const needle = '77';

async function measureList(page: Page): Promise<BareRun> {
  await page.waitForSelector('.list');
  return page.evaluate(async (search) => {
    const { texts, rows, timeToPaint } = window.probe;
    const list = document.querySelector('.list');
    if (!list) throw new Error('There is no list.');
    const cellText = () => list.querySelector('[data-cell="1"]')?.textContent;
    const first = await timeToPaint(
      () => window.showRows(texts),
      () => cellText() !== undefined,
    );

    const searched = rows.map(({ id, name, note, tags, proxy }) =>
      [id, name, note, ...tags, `${proxy.type} ${proxy.host}:${proxy.port}`].join('\n').toLowerCase(),
    );
    const filterStart = performance.now();
    const matching = texts.filter((_, index) => searched[index]?.includes(search));
    const filterBare = performance.now() - filterStart;
    const firstName = matching[0]?.[1];
    const filterPaint = await timeToPaint(
      () => window.showRows(matching),
      () => cellText() === firstName,
    );
    window.showRows(texts);

    const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    const sortStart = performance.now();
    const sorted = texts.toSorted((a, b) => collator.compare(a[1] ?? '', b[1] ?? ''));
    const sortBare = performance.now() - sortStart;
    const sortPaint = await timeToPaint(
      () => window.showRows(sorted),
      () => cellText() === sorted[0]?.[1],
    );
    return { first, filterBare, sortBare, filterPaint, sortPaint };
  }, needle);
}

async function measureScroll(windowPage: Page, listPage: Page): Promise<ScrollRun> {
  await listPage.waitForSelector('.list');
  await listPage.evaluate(() => window.showRows(window.probe.texts));
  await listPage.waitForSelector('[data-cell="1"]');
  await windowPage.waitForSelector('.page');
  await windowPage.evaluate(() => window.probe.release());
  await windowPage.waitForSelector(`[role=grid][aria-rowcount="${count + 1}"]`);

  await scroll(listPage, '.list', 0, warmUpFrames);
  await scroll(windowPage, '.data-grid', 0, warmUpFrames);
  const frames = { window: [] as number[], list: [] as number[] };
  const framesInTurn = scrollFrames / scrollTurns;
  for (let turn = 0; turn < scrollTurns; turn += 1) {
    const from = turn * framesInTurn * scrollStep;
    frames.list.push(...(await scroll(listPage, '.list', from, framesInTurn)));
    frames.window.push(...(await scroll(windowPage, '.data-grid', from, framesInTurn)));
  }
  return { window: percentile95(frames.window), list: percentile95(frames.list) };
}

function scroll(page: Page, scroller: string, from: number, frames: number): Promise<readonly number[]> {
  return page.evaluate(
    ({ selector, ...rest }) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`There is no ${selector}.`);
      return window.probe.scroll(element, rest);
    },
    { selector: scroller, from, step: scrollStep, frames },
  );
}

function percentile95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}

async function measureWindow(page: Page): Promise<GridRun> {
  await page.waitForSelector('.page');
  return page.evaluate(
    async ({ search, total, rangeSize }) => {
      const { rows, release, emit, timeToPaint } = window.probe;
      const find = (selector: string) => document.querySelector<HTMLElement>(selector);
      const get = (selector: string) => {
        const element = find(selector);
        if (!element) throw new Error(`There is no ${selector}.`);
        return element;
      };
      const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
      const firstName = () => find('[aria-rowindex="2"] [aria-colindex="3"]')?.textContent;
      const rowCount = () => Number(find('[role=grid]')?.getAttribute('aria-rowcount')) - 1;
      const selectionText = () => find('.selection-bar')?.textContent ?? '';
      const press = (target: Element, key: string, more: KeyboardEventInit = {}) =>
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

      const first = await timeToPaint(release, () => firstName() === rows[0]?.name);
      while (rowCount() !== total) await settle();
      await settle();

      const input = document.querySelector<HTMLInputElement>('[role=searchbox]');
      if (!input) throw new Error('There is no search.');
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const type = (text: string) => {
        setValue?.call(input, text);
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      const filter = await timeToPaint(
        () => type(search),
        () => rowCount() < total,
      );
      type('');
      while (rowCount() !== total) await settle();
      await settle();

      const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
      const least = rows.reduce((a, b) => (collator.compare(b.name, a.name) < 0 ? b : a)).name;
      const sort = await timeToPaint(
        () => get('[data-column-key=name] button').click(),
        () => firstName() === least,
      );
      await settle();

      const firstCell = () => get('[data-row="0"] [aria-colindex="3"]');
      firstCell().focus();
      await settle();
      const selectAll = await timeToPaint(
        () => press(firstCell(), 'a', { ctrlKey: true }),
        () => selectionText().includes(total.toLocaleString('en')),
      );
      press(firstCell(), 'Escape');
      await settle();

      firstCell().click();
      get('.data-grid').scrollTop = rangeSize * 36 - 200;
      await settle();
      const end = get(`[data-row="${rangeSize - 1}"] [aria-colindex="3"]`);
      const range = await timeToPaint(
        () => end.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })),
        () => selectionText().includes(rangeSize.toLocaleString('en')),
      );
      press(end, 'Escape');
      get('.data-grid').scrollTop = 0;
      await settle();

      let longestTask = 0;
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
      });
      observer.observe({ entryTypes: ['longtask'] });
      const job = {
        id: '00000000-0000-4000-8000-000000000000',
        operation: { kind: 'clear_cache' },
        state: 'running',
        total,
        counts: { queued: total, running: 0, done: 0, failed: 0, skipped: 0, cancelled: 0, uncertain: 0 },
        notConfirmed: 0,
        pauseReason: null,
        apiCode: null,
        createdAt: 1,
        startedAt: 1,
        finishedAt: null,
        ratePerSecond: 2_000,
        secondsLeft: 10,
        isSlowedDown: false,
        retryOf: null,
        undoOf: null,
        canUndo: false,
      };
      // Ten events a second with 200 changes each for five seconds, those that are on the screen among them.
      for (let event = 0; event < 50; event += 1) {
        const changed = Array.from({ length: 200 }, (_, index) => ({
          profileId: index < 50 ? index + 1 : ((event * 200 + index) % total) + 1,
          state: event % 2 === 0 ? 'running' : 'done',
          reason: null,
        }));
        emit('jobs.progressed', { job, changed });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      // Long tasks are told afterwards, in a task of their own.
      await settle();
      observer.disconnect();
      return { first, filter, sort, selectAll, range, longestTask };
    },
    { search: needle, total: count, rangeSize: 10_000 },
  );
}

function toResults(
  windows: readonly GridRun[],
  lists: readonly BareRun[],
  scrolls: readonly ScrollRun[],
): readonly BenchResult[] {
  const of = (key: keyof GridRun) => median(windows.map((run) => run[key]));
  const bare = (key: keyof BareRun) => median(lists.map((run) => run[key]));
  const scrollWindow = median(scrolls.map((run) => run.window));
  const scrollList = median(scrolls.map((run) => run.list));
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const note = `medians of ${windows.length} interleaved runs with ${count} rows`;
  const filterBase = bare('filterBare') + bare('filterPaint');
  const sortBase = bare('sortBare') + bare('sortPaint');
  return [
    {
      name: 'grid-first-rows',
      value: of('first') / bare('first'),
      goal: 2,
      detail: `first rows visible after ${ms(of('first'))}, bare list ${ms(bare('first'))}; ${note}`,
    },
    {
      name: 'grid-scroll-p95-frame',
      value: scrollWindow / scrollList,
      goal: 1.25,
      detail: `20,000 rows, ${scrollFrames} frames of ${scrollStep} pixels a run, drawn without a limit of frames: ${ms(scrollWindow)}, bare list ${ms(scrollList)}; ${note}`,
    },
    {
      name: 'grid-filter',
      value: of('filter') / filterBase,
      goal: 1.5,
      detail: `text filter to the next paint ${ms(of('filter'))}, array operation ${ms(bare('filterBare'))} and paint ${ms(bare('filterPaint'))}; ${note}`,
    },
    {
      name: 'grid-sort',
      value: of('sort') / sortBase,
      goal: 1.5,
      detail: `sort by name to the next paint ${ms(of('sort'))}, array operation ${ms(bare('sortBare'))} and paint ${ms(bare('sortPaint'))}; ${note}`,
    },
    {
      name: 'grid-select-all-frames',
      value: of('selectAll') / frameMs,
      goal: 2,
      detail: `Ctrl+A to the next paint ${ms(of('selectAll'))}, in frames of ${ms(frameMs)}; ${note}`,
    },
    {
      name: 'grid-range-10000-frames',
      value: of('range') / frameMs,
      goal: 2,
      detail: `a range of 10,000 to the next paint ${ms(of('range'))}, in frames of ${ms(frameMs)}; ${note}`,
    },
    {
      name: 'grid-live-longest-task',
      value: of('longestTask') / longestAllowedMs,
      goal: 1,
      detail: `longest task ${ms(of('longestTask'))} (0 when none is over 50 ms) while 2,000 rows a second change; ${note}`,
    },
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
