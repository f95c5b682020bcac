import { test as base, expect, launchPanel } from './app-fixture.ts';
import { extractionScreen } from './screens/extraction-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';
import { startSupplierProcess } from './supplier-process.ts';
const test = base.extend<{ readonly supplier: Awaited<ReturnType<typeof startSupplierProcess>> }>({
  demoStart: { profiles: 12 },
  supplier: async ({}, use) => { const s = await startSupplierProcess(); await use(s); await s.stop(); },
  panel: async ({ demo, userData }, use) => {
    const panel = await launchPanel({ userData, address: demo, args: ['--allow-loopback-suppliers'] });
    await use(panel); await panel.close();
  },
});
test('shots', async ({ page, supplier, demo }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1000, height: 640 });
  const { openProfileIds } = await demo.control('state.get', {});
  if (openProfileIds.length > 0) await demo.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
  const { grid, waitForRows } = profilesScreen(page);
  await waitForRows(12);
  await grid.getByRole('checkbox', { name: 'Select the visible profiles' }).click();
  const x = extractionScreen(page);
  await x.open();
  const shot = (n: string) => page.screenshot({ path: `/tmp/shots-x/${n}.png` });
  await expect(x.dialog).toBeVisible();
  await page.waitForTimeout(400);
  await shot('1-empty');
  await x.link.fill(supplier.link('json', '?num=2&key=abcdef123456'));
  await x.button('Test the link').click();
  await expect(x.reply).toContainText('understood');
  await shot('2-json');
  await x.button('Save as preset…').click();
  await x.dialog.getByLabel('Name of the preset').fill('Shops EU');
  await shot('3-save');
  await x.button('Save').click().catch(()=>{});
  await x.dialog.getByRole('button', { name: 'Save', exact: true }).click({ timeout: 2000 }).catch(()=>{});
  await page.waitForTimeout(500);
  await shot('4-saved');
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot('5-wide');
  for (const [n, kind] of [['6','Custom'],['7','Purchased residential'],['8','Purchased static'],['9','No proxy']] as const) {
    await x.radio(kind).check();
    await page.waitForTimeout(700);
    await shot(`${n}-kind`);
  }
  await x.radio('From a link').check();
  await x.button('Next').click();
  await shot('a-review');
  await page.evaluate(() => window.panel.call('settings.update', { colorScheme: 'dark', language: 'zh-CN' }));
  await page.waitForTimeout(600);
  await shot('b-dark-zh-review');
  await page.getByRole('button', { name: '上一步' }).click();
  await page.waitForTimeout(300);
  await shot('c-dark-zh');
});
