import { expect, type Page } from '@playwright/test';

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

/** Switches language and colours the way the settings do, while everything stays open. */
export async function setLook(page: Page, { language, colorScheme }: Look): Promise<void> {
  await page.evaluate((patch) => window.panel.call('settings.update', patch), { language, colorScheme });
  await expect(
    page.locator(`html[lang="${language}"][data-mantine-color-scheme="${colorScheme}"]`),
  ).toBeAttached();
}
