import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on the page as it is now: a line for each element. `within` is a selector of what it looks at,
 * `rules` the only rules it goes by; without them the whole page and all.
 */
export async function findViolations(
  page: Page,
  { within, rules }: { readonly within?: string | undefined; readonly rules?: string[] | undefined } = {},
): Promise<string[]> {
  // The legacy mode checks in the page itself; the other one opens a window of its own, which the app denies.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (within) axe.include(within);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
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
