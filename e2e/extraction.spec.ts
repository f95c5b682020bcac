import path from 'node:path';
import { expect, test } from './app-fixture.ts';
import { readFolder } from './read-folder.ts';
import { type ExtractionScreen, openLinkForAll, readSentLinks } from './screens/extraction-screen.ts';
import { jobsScreen } from './screens/jobs-screen.ts';

// Suppliers on this computer are refused otherwise, and the specs have no others.
test.use({ demoStart: { profiles: 12 }, panelArgs: ['--allow-loopback-suppliers'] });

let extraction: ExtractionScreen;

test.beforeEach(async ({ demo, page }) => {
  await demo.closeProfiles();
  extraction = await openLinkForAll(page, 12);
});

/** Replies of the supplier, the verdict, and something that must stand beside it. */
const replies: readonly (readonly [string, string, string | RegExp])[] = [
  ['text', 'Ready', '2 proxies understood'],
  ['text-with-login', 'Ready', '1 proxy understood'],
  ['text-pipes', 'Ready', '2 proxies understood'],
  ['text-ambiguous', 'One question is open', 'More than one format fits'],
  ['text-some-bad', 'Ready with warnings', '2 lines were refused'],
  ['text-utf8-mark', 'Ready', '2 proxies understood'],
  ['text-utf16', 'Ready', '2 proxies understood'],
  ['text-gzip', 'Ready', '2 proxies understood'],
  ['text-deflate', 'Ready', '2 proxies understood'],
  ['text-brotli', 'Ready', '2 proxies understood'],
  ['text-wrong-charset', 'Ready with warnings', 'Text stands behind the port'],
  ['text-unterminated', 'Ready', '2 proxies understood'],
  ['text-chunked', 'Ready', '1 proxy understood'],
  ['json', 'Ready', '1 proxy understood'],
  ['json-as-text', 'Ready', '1 proxy understood'],
  ['json-echoes-key', 'Cannot be used', 'does not accept the key'],
  ['json-cut', 'Cannot be used', 'broken or cut off'],
  ['json-deep', 'Ready with warnings', 'deep inside the reply'],
  ['json-too-deep', 'Cannot be used', 'no entry with an IP and a port'],
  ['not-whitelisted-gbk', 'Cannot be used', 'Address as the supplier sees it: 198.51.100.7'],
  ['not-whitelisted', 'Cannot be used', 'Copy 198.51.100.7'],
  ['plan-expired', 'Cannot be used', 'has expired'],
  ['plan-empty', 'Cannot be used', 'is used up'],
  ['wrong-key', 'Cannot be used', 'does not accept the key'],
  ['status-403', 'Cannot be used', 'status 403'],
  ['status-500', 'Cannot be used', 'status 500'],
  ['status-500-with-list', 'Ready', '2 proxies understood'],
  ['empty', 'Cannot be used', 'The reply is empty'],
  ['no-content', 'Cannot be used', 'The reply is empty'],
  ['page', 'Cannot be used', 'Title of the page: Sign in'],
  ['xml', 'Cannot be used', 'The reply is XML'],
  ['binary', 'Cannot be used', 'a file or a picture'],
  ['redirect', 'Ready', '1 redirect'],
  ['redirect-3', 'Ready', '3 redirects'],
  ['redirect-4', 'Cannot be used', 'more than three times'],
  ['redirect-loop', 'Cannot be used', 'more than three times'],
  ['redirect-to-file', 'Cannot be used', 'no web link'],
  ['redirect-to-data', 'Cannot be used', 'no web link'],
  ['redirect-to-login', 'Cannot be used', 'no web link'],
  ['redirect-to-metadata', 'Cannot be used', 'special address'],
  ['redirect-to-decimal', 'Cannot be used', 'special address'],
  ['huge', 'Cannot be used', 'larger than 64 KiB'],
  ['long-list', 'Ready with warnings', 'Only its beginning was read'],
  ['long-json', 'Cannot be used', 'larger than 64 KiB'],
  ['huge-by-header', 'Cannot be used', 'larger than 64 KiB'],
  ['gzip-bomb', 'Cannot be used', 'larger than 64 KiB'],
  ['gzip-broken', 'Cannot be used', 'compressed in a way'],
  ['unknown-encoding', 'Cannot be used', 'compressed in a way'],
  ['cut-off', 'Cannot be used', 'before it was complete'],
  ['cut-off-chunked', 'Cannot be used', 'before it was complete'],
  ['reset', 'Cannot be used', 'closed the connection'],
  ['hangup', 'Cannot be used', 'closed the connection'],
  ['not-http', 'Cannot be used', 'not a web server'],
  ['nothing-here', 'Cannot be used', 'status 404'],
  ['dripping', 'Cannot be used', 'within 10 seconds'],
];

test('every reply of a supplier gets its own verdict and reason', async ({ supplier }) => {
  test.setTimeout(180_000);
  for (const [name, verdict, text] of replies) {
    await test.step(name, async () => {
      await extraction.link.fill(supplier.link(name));
      await expect(extraction.reply).toBeHidden();
      await extraction.button('Test the link').click();
      await expect(extraction.reply.getByText(verdict, { exact: true })).toBeVisible({ timeout: 15_000 });
      await expect(extraction.reply).toContainText(text);
    });
  }
});

test('links that lead astray are refused before anything is sent', async ({ demo, supplier }) => {
  const refused: readonly (readonly [string, string])[] = [
    ['file:///etc/passwd', 'must begin with http'],
    ['data:text/plain,192.0.2.10:8080', 'must begin with http'],
    ['ftp://supplier.example/list', 'must begin with http'],
    ['http://anna:secret@supplier.example/list', 'Remove the user name and password'],
    ['http://0x7f.1/list', 'four numbers'],
    ['http://2130706433/list', 'four numbers'],
    ['http://supplier.example:0/list', 'from 1 to 65535'],
    ['https://{name}.example/list', 'only stand behind the host'],
    ['https://supplier.example/list?id={id}', 'only hold profile_id'],
    ['https://supplier.example/a list', 'Remove blanks'],
  ];
  for (const [link, text] of refused) {
    await extraction.link.fill(link);
    await expect(extraction.dialog).toContainText(text);
    await expect(extraction.button('Test the link')).toBeDisabled();
    await expect(extraction.button('Next')).toBeDisabled();
  }
  for (const [link, text] of [
    ['http://169.254.169.254/latest/meta-data/', 'special address'],
    [`http://127.0.0.1:${demo.port}/api/v2/profile-list`, 'Local API of ixBrowser'],
  ] as const) {
    await extraction.link.fill(link);
    await extraction.button('Test the link').click();
    await expect(extraction.reply).toContainText(text);
  }
  expect(supplier.getRequestCount()).toBe(0);
});

test('a supplier that was asked too fast is left alone until its time is over; a test can be stopped', async ({
  supplier,
}) => {
  await extraction.link.fill(supplier.link('too-fast'));
  await extraction.button('Test the link').click();
  await expect(extraction.button(/^Test again in \d seconds?$/)).toBeDisabled();
  await expect(extraction.button('Test again')).toBeEnabled({ timeout: 9_000 });

  await extraction.link.fill(supplier.link('silent'));
  await extraction.button('Test the link').click();
  await extraction.button('Stop the test').click();
  await expect(extraction.reply).toContainText('You stopped the test');
});

test('paste, test, click two values, try on one and apply to 12 takes fewer than 12 clicks', async ({
  demo,
  page,
  supplier,
}) => {
  let clicks = 0;
  await page.exposeFunction('countClick', () => {
    clicks += 1;
  });
  // The two clicks that select the profiles are behind: one for the box and, beyond one screen, one for the offer.
  await page.evaluate(() => {
    document.addEventListener('click', (event) => {
      // Labels pass a click on to their box: that is one click of a person.
      if (event.isTrusted && event.detail > 0) (window as unknown as { countClick: () => void }).countClick();
    });
  });
  await extraction.testLink(supplier.link('json', '?key=canary-key-1234567'), '1 proxy understood');
  await extraction.reply.getByRole('button', { name: /^ip 192\.0\.2\.10/ }).click();
  await extraction.reply.getByRole('button', { name: /^port 8080/ }).click();
  await extraction.button('Next').click();
  await expect(extraction.dialog).toContainText('JSON, IP in ip, port in port');
  await extraction.button('Next').click();
  await expect(extraction.button('Apply to the other 11')).toBeDisabled();
  await extraction.button('Try on this profile').click();
  await extraction.button('Apply to the other 11').click();
  await expect(extraction.dialog).toBeHidden();
  await expect.poll(async () => (await readSentLinks(demo)).length).toBe(12);
  expect(clicks).toBeGreaterThan(6);
  expect(clicks).toBeLessThan(10);

  const bodies = (await readSentLinks(demo)).toSorted((a, b) => a.profile_id - b.profile_id);
  expect(bodies.map(({ profile_id }) => profile_id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(bodies[4]).toEqual({
    profile_id: 5,
    proxy_info: {
      proxy_mode: 4,
      proxy_check_line: 'global_line',
      proxy_type: 'socks5',
      proxy_service: 'general',
      proxy_data_format_type: 'json',
      proxy_data_json_format: { ip: 'ip', port: 'port', username: 'username', password: 'password' },
      proxy_extraction_method: 'invalid',
      proxy_url: supplier.link('json', '?key=canary-key-1234567'),
    },
  });
});

test('text with placeholders: rules and per-profile links arrive as documented', async ({
  demo,
  page,
  supplier,
}) => {
  const query = '?num=10&id={profile_id}&s={random8}';
  await extraction.testLink(supplier.link('text', query), '2 proxies understood');
  await extraction.dialog.getByRole('combobox', { name: 'Proxy type' }).click();
  await page.getByRole('option', { name: 'HTTPS', exact: true }).click();
  await extraction.radio('A new IP at every start').check();
  await extraction.radio('China line').check();
  await extraction.button('Next').click();
  await expect(extraction.dialog).toContainText('One round over all profiles uses about 120 IPs');
  await expect(extraction.dialog).toContainText('num=••••&id=1&s=random01');
  await extraction.button('Next').click();
  await extraction.button('Try on this profile').click();
  await extraction.button('Apply to the other 11').click();
  await expect.poll(async () => (await readSentLinks(demo)).length).toBe(12);

  const bodies = (await readSentLinks(demo)).toSorted((a, b) => a.profile_id - b.profile_id);
  const urls = bodies.map(({ proxy_info }) => proxy_info.proxy_url);
  expect(new Set(urls).size).toBe(12);
  expect(urls[6]).toMatch(/\/text\?num=10&id=7&s=[a-z0-9]{8}$/);
  expect(bodies[6]).toEqual({
    profile_id: 7,
    proxy_info: {
      proxy_mode: 4,
      proxy_check_line: 'cn_line',
      proxy_type: 'https',
      proxy_service: 'general',
      proxy_data_format_type: 'txt',
      proxy_data_txt_format: 'ip:port',
      proxy_extraction_method: 'every_type',
      proxy_url: urls[6],
    },
  });
});

test('a try that fails says why and keeps the others locked', async ({ demo, supplier }) => {
  await extraction.link.fill(supplier.link('text'));
  await extraction.goToTry();
  const applyToOthers = extraction.button('Apply to the other 11');
  for (const [code, button] of [
    [111_001, 'Try on this profile'],
    [111_002, 'Try again'],
  ] as const) {
    await demo.control('faults.clear', {});
    await demo.control('faults.add', {
      action: 'profile-update-proxy-for-api-extraction',
      fault: { kind: 'error', code },
    });
    await extraction.button(button).click();
    await expect(extraction.dialog).toContainText('was not set. Nothing was sent for the others.');
    await expect(extraction.dialog).toContainText(String(code));
    await expect(applyToOthers).toBeDisabled();
  }
  expect(new Set((await readSentLinks(demo)).map(({ profile_id }) => profile_id))).toEqual(new Set([1]));

  await demo.control('faults.clear', {});
  await extraction.button('Try again').click();
  await expect(applyToOthers).toBeEnabled();
});

test('the try opens the profile, reads its address and closes it; a changed form needs another try', async ({
  demo,
  supplier,
}) => {
  await extraction.link.fill(supplier.link('text'));
  await extraction.goToTry();
  await extraction.dialog.getByRole('checkbox', { name: /^Also open it/ }).check();
  await extraction.button('Try on this profile').click();
  await expect(extraction.dialog).toContainText('Profile 1 was set, opened and closed. Its address:');
  const { requests } = await demo.control('requests.list', {});
  const actions = requests.map((request) => request.action);
  expect(actions).toEqual(
    expect.arrayContaining([
      'profile-update-proxy-for-api-extraction',
      'profile-open',
      'profile-close-in-batches',
    ]),
  );
  expect((await demo.control('state.get', {})).openProfileIds).toEqual([]);

  await extraction.button('Back').click();
  await extraction.button('Back').click();
  await extraction.radio('A new IP at every start').check();
  await extraction.button('Next').click();
  await extraction.button('Next').click();
  await expect(extraction.dialog).toContainText('You changed the form since');
  await expect(extraction.button('Apply to the other 11')).toBeDisabled();
});

test('a pasted sample is read without any request, and nothing secret is shown or written', async ({
  demo,
  page,
  supplier,
  userData,
}) => {
  await extraction.testLink(
    supplier.link('text-with-login', '?key=canary-key-1234567'),
    '1 proxy understood',
  );
  const before = supplier.getRequestCount();
  await extraction.button('Paste a sample reply instead').click();
  await extraction.dialog
    .getByLabel('Sample reply')
    .fill('{"data":[{"host":"192.0.2.1","port":80},{"host":"192.0.2.2","port":81}]}');
  await expect(extraction.reply).toContainText('2 proxies understood');
  expect(supplier.getRequestCount()).toBe(before);
  expect(before).toBe(1);
  await extraction.dialog.getByLabel('Sample reply').fill('192.0.2.10:8080:canary-user:canary-password');
  await expect(extraction.reply).toContainText('1 proxy understood');
  await expect(extraction.reply.getByRole('table')).not.toContainText('canary');

  await extraction.goToTry();
  await extraction.button('Try on this profile').click();
  await extraction.button('Apply to the other 11').click();
  await expect.poll(async () => (await readSentLinks(demo)).length).toBe(12);
  await expect(jobsScreen(page).tray.getByRole('progressbar')).toBeHidden();
  const secret = /canary-(?:key|user|password)/;
  expect(await page.locator('body').textContent()).not.toMatch(secret);
  expect(await page.title()).not.toMatch(secret);
  expect(readFolder(path.join(userData, 'logs'))).not.toMatch(secret);
  expect(readFolder(userData)).not.toMatch(secret);
});
