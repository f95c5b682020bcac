import { expect, test } from 'vitest';
import { updateAddress } from './update.ts';

test.each([
  'https://updates.example/latest.json',
  'https://127.0.0.1:8443/',
  'https://updates.example/?channel=a',
])('%s may be asked', (address) => {
  expect(updateAddress.safeParse(address).success).toBe(true);
});

test.each([
  '',
  'updates.example',
  'http://updates.example/',
  'file:///etc/passwd',
  'app://bundle/index.html',
  'https:updates.example',
  'https://',
  'https://user:secret@updates.example/',
  'https://good.example@evil.example/',
  'https://updates.example/#part',
  'https://updates.example\\@evil.example/',
  'https://updates.example/a b',
  'https://updates.example/\r\nhost: evil',
  `https://updates.example/${'x'.repeat(500)}`,
])('%s may not be asked', (address) => {
  expect(updateAddress.safeParse(address).success).toBe(false);
});
