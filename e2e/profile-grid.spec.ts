import { expect, launchPanel, test } from './app-fixture.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.describe('with 500 profiles', () => {
  test.use({ demoStart: { profiles: 500 } });

  test('every page is loaded, three requests at a time, and each row is there once', async ({
    demo,
    page,
  }) => {
    await profilesScreen(page).waitForRows(500);
    const { requests, maxConcurrent } = await demo.control('requests.list', {});
    const pages = requests
      .filter(({ action, body }) => action === 'profile-list' && (body as { limit: number }).limit > 1)
      .map(({ body }) => (body as { page: number }).page);
    expect(pages.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    expect(maxConcurrent).toBeLessThanOrEqual(3);
    expect(requests.filter(({ outcome }) => outcome === 'code 1010')).toEqual([]);
  });

  test('search finds names, numbers, notes, tags and proxies without regard to case', async ({
    demo,
    page,
  }) => {
    const profiles = profilesScreen(page);
    await demo.control('profiles.touch', {
      changes: [{ kind: 'rename', profileId: 250, name: 'Zebra CROSSING ünïcode' }],
    });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await profiles.waitForRows(500);
    await expect(async () => {
      await page.getByRole('button', { name: 'Refresh' }).click();
      await profiles.search.fill('zebra crossing ÜNÏ');
      await profiles.waitForRows(1);
    }).toPass();
    await expect(profiles.row(250)).toBeVisible();
    await profiles.search.fill('no profile is called this');
    await expect(page.getByText('No profile matches')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await profiles.waitForRows(500);
  });

  test('the selection survives filter, sort and refresh, and the bar says how many are hidden', async ({
    page,
  }) => {
    const profiles = profilesScreen(page);
    await profiles.waitForRows(500);
    await profiles.select(1);
    await profiles.select(2);
    await expect(profiles.selectionBar).toContainText('2 selected');
    await page.getByRole('columnheader', { name: 'Name' }).click();
    await expect(profiles.selectionBar).toContainText('2 selected');
    await profiles.filterBy('Group', 'Shop-EU');
    await expect(profiles.selectionBar).toContainText('1 hidden by the filter');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(profiles.selectionBar).toContainText('2 selected');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(profiles.selectionBar).not.toContainText('hidden');
    await expect(profiles.selectionBar).toContainText('2 selected');
  });

  test('the keyboard moves, selects ranges, selects all and clears', async ({ page }) => {
    const profiles = profilesScreen(page);
    await profiles.waitForRows(500);
    await profiles.row(1).getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await expect(profiles.selectionBar).toContainText('1 selected');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(profiles.selectionBar).toContainText('3 selected');
    await page.keyboard.press('ControlOrMeta+a');
    await expect(profiles.selectionBar).toContainText('500 selected');
    // It comes over the rows, and then they make room for it.
    await expect
      .poll(async () => {
        const [bar, last] = await Promise.all([
          profiles.selectionBar.boundingBox(),
          page.getByRole('grid').locator('..').boundingBox(),
        ]);
        return bar && last && bar.y - (last.y + last.height);
      })
      .toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(profiles.selectionBar).toBeHidden();
    await page.keyboard.press('ControlOrMeta+End');
    await expect(profiles.row(500)).toBeVisible();
    await page.keyboard.press('/');
    await expect(profiles.search).toBeFocused();
  });

  test('where the system chooses the colours, it draws the box of a part that is selected', async ({
    page,
  }) => {
    await profilesScreen(page).waitForRows(500);
    await profilesScreen(page).select(1);
    const box = page.getByRole('row').first().getByRole('checkbox');
    await expect(box).toHaveCSS('appearance', 'none');
    await page.emulateMedia({ forcedColors: 'active' });
    await expect(box).toHaveCSS('appearance', 'auto');
  });

  test('shift and click selects the range between two rows', async ({ page }) => {
    const profiles = profilesScreen(page);
    await profiles.waitForRows(500);
    await profiles.select(3);
    await page.getByRole('checkbox', { name: /^Select profile 9 / }).click({ modifiers: ['Shift'] });
    await expect(profiles.selectionBar).toContainText('7 selected');
  });

  test('who has a profile open is shown from both opened lists', async ({ demo, page }) => {
    const profiles = profilesScreen(page);
    await demo.control('profiles.touch', {
      changes: [
        { kind: 'open', profileIds: [1], throughApi: true },
        { kind: 'open', profileIds: [2], user: 'anna@example.com' },
      ],
    });
    await profiles.waitForRows(500);
    await expect(profiles.row(1)).toContainText('Open here');
    await expect(profiles.row(2)).toContainText('anna@example.com');
    await demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: [2] }] });
    await expect(profiles.row(2)).toContainText('Closed');
  });

  test('one malformed row is shown as unreadable and the rest work', async ({ demo, userData }) => {
    await demo.control('faults.add', {
      action: 'profile-list',
      fault: { kind: 'malformedRow', row: 4, part: 'nullName' },
      after: 1,
      times: 1,
    });
    const panel = await launchPanel({ userData, address: demo });
    await profilesScreen(panel.page).waitForRows(499);
    await expect(panel.page.getByText('1 row of the list could not be read.')).toBeVisible();
    await panel.page.getByRole('button', { name: 'Show which' }).click();
    await expect(panel.page.getByRole('dialog')).toContainText('name');
    await panel.close();
  });

  test('pages that come broken leave a message and the rows that came before', async ({ demo, page }) => {
    const profiles = profilesScreen(page);
    await profiles.waitForRows(500);
    for (const kind of ['html', 'cutBody', 'malformedBody', 'wrongType', 'gzip', 'invalidUtf8'] as const) {
      await test.step(kind, async () => {
        // The first page passes, and a check of the connection with it; every later page is spoiled.
        await demo.control('faults.add', { action: 'profile-list', fault: { kind }, after: 2 });
        await page.reload();
        await expect(
          page.getByText(/of 500 profiles were loaded|Another program answers/).first(),
        ).toBeVisible();
        await expect(page.getByText(/\bat \w+ \(/)).toBeHidden();
        await demo.control('faults.clear', {});
        await page.evaluate(() => window.panel.call('connection.check', {}));
        await page.getByRole('button', { name: 'Refresh' }).click();
        await profiles.waitForRows(500);
      });
    }
  });

  test('secrets of the list reach neither the page nor the log', async ({ demo, panel, page, userData }) => {
    await profilesScreen(page).waitForRows(500);
    const raw = await fetch(`http://${demo.host}:${demo.port}/api/v2/profile-list`, {
      method: 'POST',
      body: JSON.stringify({ page: 1, limit: 500 }),
    });
    const { data } = (await raw.json()) as {
      data: { data: { password: string; proxy_url?: string; cache_path: string }[] };
    };
    const secrets = data.data.flatMap(({ password, proxy_url, cache_path }) =>
      [password, proxy_url, cache_path].filter((text): text is string => (text ?? '').length > 3),
    );
    expect(secrets.length).toBeGreaterThan(100);
    const seen = await page.evaluate(async () => {
      const reading = await window.panel.call('profiles.startReading', {});
      if (!reading.ok) return '';
      const slices: unknown[] = [];
      for (let from = 0; from < 500; ) {
        const slice = await window.panel.call('profiles.nextRows', {
          readingId: reading.value.readingId,
          from,
        });
        if (!slice.ok) break;
        slices.push(slice.value);
        from += slice.value.rows.length;
        if (slice.value.isComplete) break;
      }
      return JSON.stringify(slices) + document.documentElement.outerHTML;
    });
    expect(seen).toContain('"name"');
    const written = await panel.app.evaluate(
      ({ app }) =>
        new Promise<string>((resolve) => {
          const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
          const folder = `${app.getPath('userData')}/logs`;
          resolve(
            readdirSync(folder)
              .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
              .join(''),
          );
        }),
    );
    expect(userData.length).toBeGreaterThan(0);
    expect(written).toContain('"what":"command"');
    expect(secrets.filter((secret) => seen.includes(secret) || written.includes(secret))).toEqual([]);
  });
});

test.describe('with 10,000 profiles', () => {
  test.use({ demoStart: { profiles: 10_000, latency: 20 } });

  test('the first rows are on the screen before the last page has arrived', async ({ page }) => {
    const profiles = profilesScreen(page);
    await expect(profiles.row(1)).toBeVisible();
    const progress = page.getByRole('progressbar', { name: 'Loading profiles' });
    await expect(progress).toBeVisible();
    await profiles.waitForRows(10_000);
    await expect(progress).toBeHidden();
  });

  test('profiles that vanish while the list is read are not shown twice nor kept', async ({
    demo,
    userData,
  }) => {
    await demo.control('profiles.touch', {
      changes: [{ kind: 'delete', profileIds: [5, 6, 7] }],
      after: { action: 'profile-list', requests: 40 },
    });
    const panel = await launchPanel({ userData, address: demo });
    const profiles = profilesScreen(panel.page);
    await expect(panel.page.getByRole('progressbar', { name: 'Loading profiles' })).toBeVisible();
    await expect(panel.page.getByRole('progressbar', { name: 'Loading profiles' })).toBeHidden({
      timeout: 30_000,
    });
    await profiles.waitForRows(9_997);
    await expect(profiles.row(4)).toBeVisible();
    await expect(profiles.row(5)).toBeHidden();
    await expect(profiles.row(8)).toBeVisible();
    await panel.close();
  });
});

test.describe('without profiles', () => {
  test.use({ demoStart: { profiles: 0 } });

  test('an empty account is told as such', async ({ page }) => {
    await expect(page.getByText('No profiles yet')).toBeVisible();
  });
});
