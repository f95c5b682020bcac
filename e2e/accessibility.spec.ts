import { expect, test } from './app-fixture.ts';
import { findViolations } from './screens/find-violations.ts';
import { jobsScreen } from './screens/jobs-screen.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 60 } });
// Each test walks every screen, and axe reads all of the page each time.
test.setTimeout(240_000);

const themes = ['light', 'dark'] as const;
const languages = ['en', 'zh-CN'] as const;

for (const colorScheme of themes) {
  for (const language of languages) {
    test(`axe finds nothing on any screen: ${colorScheme}, ${language}`, async ({ demo, page }) => {
      const profiles = profilesScreen(page);
      const jobs = jobsScreen(page);
      await demo.control('faults.add', {
        action: 'profile-clear-cache',
        fault: { kind: 'partial', omit: [7] },
      });
      await profiles.waitForRows(60);
      await page.evaluate(() => {
        const violations: string[] = [];
        Object.assign(globalThis, { policyViolations: violations });
        document.addEventListener('securitypolicyviolation', (event) =>
          violations.push(`${event.effectiveDirective} ${event.sourceFile ?? ''}`),
        );
      });
      await page.evaluate(
        (choice) => window.panel.call('settings.update', { colorScheme: choice }),
        colorScheme,
      );
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      expect(await findViolations(page), 'profiles').toEqual([]);

      await profiles.selectAll();
      await jobs.openClearDialog();
      await expect(jobs.clearDialog.getByRole('button', { name: /^Clear cache of/ })).toBeVisible();
      await page.evaluate((choice) => window.panel.call('settings.update', { language: choice }), language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await findViolations(page), 'clear-cache dialog').toEqual([]);

      await page.evaluate(() => window.panel.call('settings.update', { language: 'en' }));
      await jobs.start(/^Clear cache of/);
      await jobs.resultButton('Retry 1').waitFor();
      await page.evaluate((choice) => window.panel.call('settings.update', { language: choice }), language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await findViolations(page), 'result').toEqual([]);

      for (const hash of ['#/jobs', '#/settings']) {
        await page.evaluate((place) => {
          location.hash = place;
        }, hash);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await findViolations(page), hash).toEqual([]);
      }
      await demo.control('account.set', { state: 'signedOut' });
      await page.evaluate(() => {
        location.hash = '#/profiles';
      });
      await page.evaluate(() => window.panel.call('connection.check', {}));
      await expect(
        page.getByText(language === 'en' ? /^Signed out/ : /^已退出登录|^未登录/).first(),
      ).toBeVisible();
      expect(await findViolations(page), 'signed out').toEqual([]);

      const policyViolations = await page.evaluate(() => Reflect.get(globalThis, 'policyViolations'));
      expect(policyViolations).toEqual([]);
    });
  }
}
