import { expect, test } from 'vitest';
import { proxyTarget } from './proxy-target.ts';

const target = { kind: 'traffic_package', packageId: 1, gateway: 'Default', city: null };

test('a country is one that the API lists, in capitals, or none', () => {
  expect(proxyTarget.parse({ ...target, country: 'us' })).toMatchObject({ country: 'US' });
  expect(proxyTarget.parse({ ...target, country: null })).toMatchObject({ country: null });
  for (const country of ['', 'XX', 'USA', 'United States'])
    expect(proxyTarget.safeParse({ ...target, country }).success).toBe(false);
});
