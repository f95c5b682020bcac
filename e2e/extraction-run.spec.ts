import { expect, test } from './app-fixture.ts';
import type { DemoProcess } from './demo-process.ts';
import { extractionScreen, openLinkForAll, readSentLinks } from './screens/extraction-screen.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { operationsScreen } from './screens/operations-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ panelArgs: ['--allow-loopback-suppliers'] });

const action = 'profile-update-proxy-for-api-extraction';

/** Takes every proxy away, as somebody in ixBrowser would: then the list shows all there is to restore. */
async function makeDirect(demo: DemoProcess, count: number): Promise<void> {
  await demo.closeProfiles();
  for (let profile_id = 1; profile_id <= count; profile_id += 1) {
    const url = `http://${demo.host}:${demo.port}/api/v2/profile-update-proxy-for-custom-proxy`;
    const proxy_info = { proxy_mode: 2, proxy_type: 'direct' };
    await fetch(url, { method: 'POST', body: JSON.stringify({ profile_id, proxy_info }) });
  }
}

test.describe('300 profiles', () => {
  test.use({ demoStart: { profiles: 300 } });

  test('a link of each its own, 2 fail, the 2 are tried again, and all of it is undone', async ({
    demo,
    page,
  }) => {
    test.setTimeout(180_000);
    await makeDirect(demo, 300);
    const profiles = profilesScreen(page);
    const extraction = extractionScreen(page);
    const jobs = jobsScreen(page);
    const { dialog } = operationsScreen(page);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await profiles.waitForRows(300);
    await profiles.selectAll();
    await extraction.open();
    await extraction.link.fill('https://supplier.example/get?key=canary-key&id={profile_id}&s={random8}');
    await extraction.button('Next').click();
    await expect(extraction.dialog).toContainText('300 profiles have no proxy now: that can be restored.');
    await expect(extraction.dialog).toContainText('id=5&s=random05');
    await extraction.button('Next').click();
    await extraction.button('Try on this profile').click();
    await expect(extraction.dialog).toContainText('The proxy of profile 1 was set.');
    await demo.control('faults.add', {
      action,
      fault: { kind: 'error', code: 102_013 },
      profileIds: [120, 240],
    });
    await extraction.button('Apply to the other 299').click();
    await expect(jobs.result).toContainText('Proxy set 297', { timeout: 60_000 });
    await expect(jobs.result).toContainText('102013');
    await demo.control('faults.clear', {});
    await jobs.resultButton(/^Retry 2/).click();
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: /^Set the proxy of 2/ }).click();
    await expect(page.getByText('Set the proxy of 2 profiles.')).toBeVisible();

    const sent = (await readSentLinks(demo)).map(
      ({ profile_id, proxy_info }) => [profile_id, proxy_info.proxy_url] as const,
    );
    expect(new Set(sent.map(([id]) => id)).size).toBe(300);
    for (const [id, url] of sent) expect(url).toContain(`&id=${id}&s=`);
    const last = new Map(sent);
    expect(new Set(last.values()).size).toBe(300);

    // Three jobs: the 299 with its two failures, their retry, and the try.
    await jobs.resultButton('Undo…').click();
    await expect(dialog).toContainText('Can restore 297');
    await dialog.getByRole('button', { name: 'Restore 297 profiles' }).click();
    await expect(dialog).toBeHidden();
    await jobs.resultButton('Dismiss').click();
    await page.getByRole('link', { name: 'Jobs' }).click();
    for (const subject of ['2 profiles', '1 profile']) {
      const name = new RegExp(`^Set proxy: From a link · supplier\\.example · ${subject}\\b`);
      await page.getByRole('button', { name }).click();
      await page.getByRole('button', { name: 'Undo…' }).click();
      await dialog.getByRole('button', { name: `Restore ${subject}`, exact: true }).click();
      await expect(dialog).toBeHidden();
    }
    const undo = 'profile-update-proxy-for-custom-proxy';
    await expect
      .poll(
        async () => {
          const { requests } = await demo.control('requests.list', { action: undo });
          return requests.length;
        },
        { timeout: 60_000 },
      )
      .toBe(600);
    const { requests } = await demo.control('requests.list', { action: undo });
    const restored = requests.slice(300).map(({ body }) => (body as { profile_id: number }).profile_id);
    expect(new Set(restored).size).toBe(300);
  });
});

test.describe('12 profiles', () => {
  test.use({ demoStart: { profiles: 12 } });

  test('closing the dialog during a try leaves nothing open and sends nothing for the others', async ({
    demo,
    page,
  }) => {
    test.setTimeout(120_000);
    await makeDirect(demo, 12);
    const extraction = await openLinkForAll(page, 12);
    await extraction.link.fill('https://supplier.example/get?key=canary-key');
    await extraction.goToTry();
    await extraction.dialog.getByRole('checkbox', { name: /^Also open it/ }).check();
    await demo.control('faults.add', {
      action: 'profile-open',
      fault: { kind: 'delay', milliseconds: 1_500 },
    });
    await extraction.button('Try on this profile').click();
    await expect(extraction.dialog).toContainText('Opening profile 1');
    await expect(extraction.dialog).toContainText('You can close this window');
    await expect(extraction.radio('Custom')).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(extraction.dialog).toBeHidden();
    const wasClosed = async () =>
      (await demo.control('requests.list', { action: 'profile-close-in-batches' })).requests.length;
    await expect.poll(wasClosed).toBe(1);
    await expect.poll(async () => (await demo.control('state.get', {})).openProfileIds).toEqual([]);
    expect((await readSentLinks(demo)).map(({ profile_id }) => profile_id)).toEqual([1]);
    // One profile was read for its address, not the whole list.
    const { requests } = await demo.control('requests.list', { action: 'profile-list' });
    expect(requests.map(({ body }) => (body as { profile_id?: number }).profile_id)).toContain(1);

    // The page has nothing left of the link, and the next opening begins anew.
    await extraction.open();
    await expect(extraction.link).toHaveValue('');
    expect(await page.locator('html').evaluate(({ outerHTML }) => outerHTML)).not.toContain('canary-key');
    await page.keyboard.press('Escape');
  });

  test('purchased proxies are chosen from the lists of ixBrowser and arrive as documented', async ({
    demo,
    page,
  }) => {
    test.setTimeout(120_000);
    await makeDirect(demo, 12);
    const profiles = profilesScreen(page);
    const operations = operationsScreen(page);
    const { dialog } = operations;
    await profiles.waitForRows(12);
    await profiles.select(1);
    await demo.control('faults.add', { action: 'proxy-list', fault: { kind: 'error', code: 1008 } });
    await operations.openProxy('Purchased static');
    await expect(dialog).toContainText('The list could not be read.');
    await expect(dialog).toContainText('1008');
    await demo.control('faults.clear', {});
    await dialog.getByRole('button', { name: 'Read again' }).click();
    const picker = dialog.getByRole('combobox', { name: 'Purchased static proxy' });
    await picker.fill('7050');
    await page.getByRole('option', { name: /^7050 · 192\.0\.2\.50:\d+ · / }).click();
    await operations.start('Set the proxy of 1 profile');
    await expect(page.getByText('Set the proxy of 1 profile.')).toBeVisible();
    const read = async (name: string) =>
      (await demo.control('requests.list', { action: name })).requests.map(({ body }) => body);
    expect(await read('profile-update-proxy-to-purchased-mode')).toEqual([
      { profile_id: 1, proxy_info: { proxy_mode: 3, proxy_id: 7050 } },
    ]);

    await operations.openProxy('Purchased residential');
    await dialog.getByRole('combobox', { name: 'Traffic package' }).click();
    await page.getByRole('option', { name: /^12 · Supplier B · .* MB left$/ }).click();
    await dialog.getByRole('combobox', { name: 'Country' }).fill('united st');
    await page.getByRole('option', { name: 'United States (US)' }).click();
    await operations.start('Set the proxy of 1 profile');
    await expect
      .poll(() => read('profile-update-proxy-for-purchased-traffic-package'))
      .toEqual([
        { profile_id: 1, proxy_info: { proxy_mode: 1, proxy_id: 12, gateway: 'Default', country: 'US' } },
      ]);

    // What was typed for one kind is there when it is looked at again.
    await operations.openProxy('Custom');
    await dialog.getByRole('button', { name: 'Fill in from a saved proxy' }).click();
    await dialog.getByRole('combobox', { name: 'Saved proxy' }).fill('7001');
    await page.getByRole('option', { name: /^7001 · / }).click();
    await expect(dialog.getByRole('textbox', { name: 'Host' })).toHaveValue('192.0.2.1');
    await dialog.getByRole('radio', { name: 'From a link' }).check();
    await dialog.getByRole('radio', { name: 'Custom', exact: true }).check();
    await expect(dialog.getByRole('textbox', { name: 'Host' })).toHaveValue('192.0.2.1');
  });
});
