import { expect, test } from 'vitest';
import { proxySecret, proxyTarget } from './proxy-target.ts';

const target = { kind: 'traffic_package', packageId: 1, gateway: 'Default', city: null };

test('a country is one that the API lists, in capitals, or none', () => {
  expect(proxyTarget.parse({ ...target, country: 'us' })).toMatchObject({ country: 'US' });
  expect(proxyTarget.parse({ ...target, country: null })).toMatchObject({ country: null });
  for (const country of ['', 'XX', 'USA', 'United States'])
    expect(proxyTarget.safeParse({ ...target, country }).success).toBe(false);
});

test('the host of a custom proxy is a host and nothing else', () => {
  const custom = { kind: 'custom', type: 'http', port: 80, checkLine: 'global_line', secret: null };
  for (const host of ['192.0.2.1', 'gw.example', '2001:db8::1', '[2001:db8::1]'])
    expect(proxyTarget.safeParse({ ...custom, host }).success).toBe(true);
  for (const host of [
    '',
    'http://gw.example',
    'gw.example:80',
    'anna:pw@gw.example',
    'gw example',
    'gw\n',
    'gw/x',
  ])
    expect(proxyTarget.safeParse({ ...custom, host }).success).toBe(false);
});

test('a link is kept only when the form would take it', () => {
  const link = (url: string) => proxySecret.safeParse({ kind: 'link', url }).success;
  expect(link('https://supplier.example/get?id={profile_id}&num=1')).toBe(true);
  for (const url of [
    'https://anna:pw@supplier.example/get',
    'file:///etc/passwd',
    'http://0xa9fea9fe/get',
    'https://supplier.example/{unknown}',
    `https://supplier.example/${'x'.repeat(3_000)}`,
  ])
    expect(link(url)).toBe(false);
});
