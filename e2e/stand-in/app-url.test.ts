import { expect, test } from 'vitest';
import { mapHeaderValue, registerScheme, schemeOf, toAppUrl, toChromiumUrl } from './app-url.ts';

registerScheme('app');

test.each([
  ['app://bundle/index.html?a=1#b', 'http://bundle.app.localhost/index.html?a=1#b'],
  ['app://bundle/', 'http://bundle.app.localhost/'],
  ['https://example.com/', 'https://example.com/'],
  ['other://bundle/x', 'other://bundle/x'],
  ['http://127.0.0.1:53200/x', 'http://127.0.0.1:53200/x'],
])('%s is %s in Chromium, and back', (appUrl, chromiumUrl) => {
  expect(toChromiumUrl(appUrl)).toBe(chromiumUrl);
  expect(toAppUrl(chromiumUrl)).toBe(appUrl);
});

test('only a URL of exactly that form is taken for the app’s', () => {
  for (const url of [
    'http://bundle.app.localhost.evil.com/',
    'http://bundle.app.localhost:80/',
    'https://bundle.app.localhost/',
  ]) {
    expect(toAppUrl(url)).toBe(url);
  }
  expect(schemeOf('app://bundle/')).toBe('app');
  expect(schemeOf('http://bundle.app.localhost/')).toBeUndefined();
});

test('the app’s origins in a header become Chromium’s', () => {
  expect(mapHeaderValue("script-src 'self' app://bundle; img-src app: data:")).toBe(
    "script-src 'self' http://bundle.app.localhost; img-src http://*.app.localhost data:",
  );
});
