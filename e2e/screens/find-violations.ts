import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What is looked at, and by which rules. */
interface Scope {
  /** Selector of what is looked at; without it, the whole page. */
  readonly within?: string | undefined;
  /** The only rules it goes by; without them, all. */
  readonly rules?: readonly string[] | undefined;
}

/** What axe finds on the page as it is now: a line for each element. */
export async function findViolations(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
  await page.evaluate(waitForTransitions);
  const isLoaded = await page.evaluate(() => 'axe' in window);
  // The builder sends its source, half a megabyte, with every look: a page that has it is told nothing new.
  const axe = new AxeBuilder({ page, ...(isLoaded && { axeSource: 'undefined' }) })
    // What passed is not asked for: describing it would take most of the time.
    .options({ resultTypes: ['violations'] })
    // This mode checks in the page itself; the other one opens a window of its own, which the app denies.
    .setLegacyMode();
  if (within) axe.include(within);
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** A colour on its way to another one is judged by neither. */
async function waitForTransitions(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

const looks = [
  { colorScheme: 'dark', language: 'zh-CN' },
  { colorScheme: 'light', language: 'en' },
] as const;

/** What axe finds in dark and Chinese, and in light and English, which the window then stays in. */
export async function findViolationsInBothLooks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await page.evaluate((patch) => window.panel.call('settings.update', patch), look);
    await page.waitForFunction(
      ({ language, colorScheme }) =>
        document.documentElement.lang === language &&
        document.documentElement.dataset.mantineColorScheme === colorScheme,
      look,
    );
    found.push(...(await findViolations(page)).map((line) => `${look.colorScheme} ${look.language} ${line}`));
  }
  return found;
}
