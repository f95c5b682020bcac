import type { Locator, Page } from '@playwright/test';

/** The dialog for proxies from a link as a person sees it: found by role and name only. */
export interface ExtractionScreen {
  readonly dialog: Locator;
  readonly link: Locator;
  readonly reply: Locator;
  /** Opens it for the selected profiles. */
  open(): Promise<void>;
  button(name: string | RegExp): Locator;
  radio(name: string | RegExp): Locator;
}

export function extractionScreen(page: Page): ExtractionScreen {
  const dialog = page.getByRole('dialog', { name: /^Set the proxy of / });
  return {
    dialog,
    link: dialog.getByLabel('Link of your proxy supplier'),
    reply: dialog.getByRole('region', { name: 'Reply of the supplier' }),
    open: () =>
      page
        .getByRole('region', { name: 'Selection' })
        .getByRole('button', { name: 'Proxy…', exact: true })
        .click(),
    button: (name) => dialog.getByRole('button', { name }),
    radio: (name) => dialog.getByRole('radio', { name }),
  };
}
