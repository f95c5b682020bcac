import { expect, it } from 'vitest';
import { hostOfLink } from './host-of-link.ts';

it.each([
  ['https://Supplier.example:8443/get?key=k', 'supplier.example'],
  ['https://[2001:DB8:0::1]:8443/get', '2001:db8::1'],
  ['https://supplier.example/{profile_id}', 'supplier.example'],
  ['https://a b/get', ''],
  ['ftp://supplier.example/', ''],
  ['no link', ''],
])('of %s it is %j', (link, host) => {
  expect(hostOfLink(link)).toBe(host);
});
