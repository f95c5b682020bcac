import { expect, type Locator, type Page } from '@playwright/test';

/** The Console page as a person sees it. */
export interface ConsoleScreen {
  readonly search: Locator;
  readonly actions: Locator;
  readonly request: Locator;
  readonly reply: Locator;
  readonly json: Locator;
  readonly send: Locator;
  readonly readOnly: Locator;
  open(): Promise<void>;
  /** Finds an action by its name and chooses it. */
  choose(action: string): Promise<void>;
  show(view: 'Form' | 'JSON'): Promise<void>;
  /** Writes the body into the JSON view. */
  writeBody(body: unknown): Promise<void>;
  /** Presses Send, and answers the question of a destructive action. */
  sendAndConfirm(): Promise<void>;
  expectOutcome(text: string): Promise<void>;
}

export function consoleScreen(page: Page): ConsoleScreen {
  const actions = page.getByRole('listbox', { name: 'Actions' });
  const request = page.getByRole('region', { name: 'Request' });
  const reply = page.getByRole('region', { name: 'Reply' });
  const json = request.getByRole('textbox', { name: 'Body as JSON' });
  const send = request.getByRole('button', { name: 'Send', exact: true });
  const search = page.getByRole('searchbox', { name: 'Search actions' });
  const show: ConsoleScreen['show'] = (view) => request.getByText(view, { exact: true }).click();
  return {
    search,
    actions,
    request,
    reply,
    json,
    send,
    readOnly: request.getByRole('switch', { name: 'Read-only' }),
    async open() {
      await page.getByRole('link', { name: 'Console' }).click();
      await expect(search).toBeVisible();
    },
    async choose(action) {
      await search.fill(action);
      const option = actions.locator(`[data-action="${action}"]`);
      await option.click();
      await expect(option).toHaveAttribute('aria-selected', 'true');
    },
    show,
    async writeBody(body) {
      await json.fill(JSON.stringify(body));
    },
    async sendAndConfirm() {
      await send.click();
      const dialog = page.getByRole('dialog');
      const label = await request.getByText('Destroys data').count();
      if (label === 0) return;
      const field = dialog.getByRole('textbox');
      await dialog.getByRole('button', { name: 'Send and destroy' }).waitFor();
      if ((await field.count()) > 0) {
        const asked = await dialog.getByText(/^Type .+ to confirm$/).textContent();
        await field.fill(/^Type (.+) to confirm$/.exec(asked ?? '')?.[1] ?? '');
      }
      await dialog.getByRole('button', { name: 'Send and destroy' }).click();
    },
    async expectOutcome(text) {
      await expect(reply.getByRole('status').getByText(text, { exact: true })).toBeVisible();
    },
  };
}
