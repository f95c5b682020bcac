import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './app-fixture.ts';

test('the page has no Node, and of the app only the two functions of the bridge', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    globals: ['require', 'process', 'Buffer', 'module', 'global'].filter((name) => name in globalThis),
    bridge: Object.fromEntries(Object.entries(window.panel).map(([name, value]) => [name, typeof value])),
    isFrozen: Object.isFrozen(window.panel),
  }));
  expect(seen).toEqual({ globals: [], bridge: { call: 'function', on: 'function' }, isFrozen: true });
});

test('the content security policy stops script, style and requests that are not the app’s own', async ({
  page,
}) => {
  const outcome = await page.evaluate(async () => {
    const violations: string[] = [];
    Object.assign(globalThis, { policyViolations: violations });
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const rejected = async (attempt: () => unknown) => {
      try {
        await attempt();
        return false;
      } catch {
        return true;
      }
    };
    // In a task of its own: the debugger that drives this test lifts the ban for code that it calls directly.
    const evalThrows = await new Promise<boolean>((resolve) =>
      // biome-ignore lint/security/noGlobalEval: the attack under test.
      setTimeout(() => resolve(rejected(() => globalThis.eval('1')))),
    );
    const fetchFails = await rejected(() => fetch('http://127.0.0.1:9/'));
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const frame = document.createElement('iframe');
    frame.src = 'http://127.0.0.1:9/';
    const image = document.createElement('img');
    image.src = 'http://127.0.0.1:9/pixel.png';
    document.body.append(script, style, frame, image);
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="x" onerror="window.injected = true">';
    document.body.append(holder);
    const isConnected = await new Promise<boolean>((resolve) => {
      try {
        const socket = new WebSocket('ws://127.0.0.1:9/');
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      } catch {
        resolve(false);
      }
    });
    return {
      evalThrows,
      fetchFails,
      isConnected,
      wasInjected: 'injected' in globalThis,
      isStyled: getComputedStyle(document.body).display === 'none',
    };
  });
  expect(outcome).toEqual({
    evalThrows: true,
    fetchFails: true,
    isConnected: false,
    wasInjected: false,
    isStyled: false,
  });
  // Violations are told in tasks of their own.
  await expect
    .poll(() => page.evaluate(() => Reflect.get(globalThis, 'policyViolations')))
    .toEqual(
      expect.arrayContaining([
        'connect-src',
        'frame-src',
        'img-src',
        'script-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ]),
    );
});

test('the page can neither open windows, leave its address, nor get a permission', async ({
  panel,
  page,
}) => {
  const before = page.url();
  const outcome = await page.evaluate(async () => {
    const opened = globalThis.open('https://example.invalid/');
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    link.target = '_top';
    document.body.append(link);
    link.click();
    location.href = 'https://example.invalid/';
    const geolocation = await navigator.permissions.query({ name: 'geolocation' });
    const camera = await navigator.mediaDevices?.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    );
    return { opened, geolocation: geolocation.state, camera: camera ?? 'denied' };
  });
  expect(outcome).toEqual({ opened: null, geolocation: 'denied', camera: 'denied' });
  expect(page.url()).toBe(before);
  expect(panel.app.windows()).toHaveLength(1);
});

test('a frame of the same origin gets no bridge', async ({ page }) => {
  const hasBridge = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow !== null && 'panel' in frame.contentWindow;
  });
  expect(hasBridge).toBe(false);
});

test('an input that does not fit the contract is refused with the field that is wrong', async ({ page }) => {
  const call = (name: string, input: unknown) =>
    page.evaluate(([command, value]) => window.panel.call(command as 'jobs.get', value as never), [
      name,
      input,
    ] as const);
  await expect(call('jobs.get', { jobId: '../etc' })).resolves.toMatchObject({
    ok: false,
    error: { code: 'invalid_input', detail: 'jobId' },
  });
  await expect(
    call('settings.update', { address: { host: '127.0.0.1', port: 70_000 } }),
  ).resolves.toMatchObject({
    ok: false,
    error: { code: 'invalid_input', detail: 'address.port' },
  });
  await expect(call('constructor', {})).resolves.toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  });
  let deep: unknown = 1;
  for (let level = 0; level < 40; level++) deep = { deep };
  await expect(call('app.info', deep)).resolves.toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  });
});

test('a bug that nothing caught ends the app in words, with its stack in the log only', async ({
  panel,
  page,
  userData,
}) => {
  await expect(page.getByRole('grid', { name: 'Profiles' })).toBeVisible();
  const ended = new Promise<number | null>((resolve) => panel.app.process().once('exit', resolve));
  const words = await panel.app.evaluate(({ dialog }) => {
    const shown = new Promise<string>((resolve) => {
      dialog.showErrorBox = (_title, content) => resolve(content);
    });
    setTimeout(() => Promise.reject(new Error('planted bug')), 0);
    return shown;
  });
  expect(words).toContain('start it again');
  expect(words).not.toContain('planted bug');
  expect(await ended).toBe(1);
  const log = readdirSync(`${userData}/logs`).map((file) => readFileSync(`${userData}/logs/${file}`, 'utf8'));
  expect(log.join('')).toContain('planted bug');
});
