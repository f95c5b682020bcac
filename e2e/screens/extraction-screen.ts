import { expect, type Locator, type Page } from '@playwright/test';
import type { DemoProcess } from '../demo-process.ts';
import { profilesScreen } from './profiles-screen.ts';

/** The dialog for proxies from a link as a person sees it: found by role and name only. */
export interface ExtractionScreen {
  readonly dialog: Locator;
  readonly link: Locator;
  readonly reply: Locator;
  /** Opens it for the selected profiles. */
  open(): Promise<void>;
  /** Asks the supplier once and waits for what came of it. */
  testLink(link: string, understood: string): Promise<void>;
  /** From the link over the review to the try. */
  goToTry(): Promise<void>;
  button(name: string | RegExp): Locator;
  radio(name: string | RegExp): Locator;
}

export function extractionScreen(page: Page): ExtractionScreen {
  const dialog = page.getByRole('dialog', { name: /^Set the proxy of / });
  const link = dialog.getByLabel('Link of your proxy supplier');
  const reply = dialog.getByRole('region', { name: 'Reply of the supplier' });
  const button: ExtractionScreen['button'] = (name) => dialog.getByRole('button', { name });
  return {
    dialog,
    link,
    reply,
    open: () =>
      page
        .getByRole('region', { name: 'Selection' })
        .getByRole('button', { name: 'Proxy…', exact: true })
        .click(),
    button,
    async testLink(text, understood) {
      await link.fill(text);
      await button('Test the link').click();
      await expect(reply).toContainText(understood);
    },
    async goToTry() {
      await button('Next').click();
      await button('Next').click();
    },
    radio: (name) => dialog.getByRole('radio', { name }),
  };
}

/** Opens the dialog for all `count` profiles, once their list is read. */
export async function openLinkForAll(page: Page, count: number): Promise<ExtractionScreen> {
  const { grid, waitForRows } = profilesScreen(page);
  await waitForRows(count);
  await grid.getByRole('checkbox', { name: 'Select the visible profiles' }).click();
  const extraction = extractionScreen(page);
  await extraction.open();
  return extraction;
}

/** What the demo Local API was asked to set from links, in the order of the requests. */
export function readSentLinks(
  demo: DemoProcess,
): Promise<readonly { readonly profile_id: number; readonly proxy_info: { readonly proxy_url: string } }[]> {
  return demo.sentBodies('profile-update-proxy-for-api-extraction');
}
