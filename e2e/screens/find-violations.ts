import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on the page as it is now: a line for each element. */
export async function findViolations(page: Page): Promise<string[]> {
  // The legacy mode checks in the page itself; the other one opens a window of its own, which the app denies.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What axe finds in light and dark, in both languages; the window is English and light again afterwards. */
export async function findViolationsInAllLooks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      await page.evaluate((patch) => window.panel.call('settings.update', patch), { colorScheme, language });
      await page.waitForFunction(
        (look) =>
          document.documentElement.lang === look.language &&
          document.documentElement.dataset.mantineColorScheme === look.colorScheme,
        { colorScheme, language },
      );
      found.push(...(await findViolations(page)).map((line) => `${colorScheme} ${language} ${line}`));
    }
  }
  return found;
}
