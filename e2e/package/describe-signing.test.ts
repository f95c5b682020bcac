import { expect, test } from 'vitest';
import { describeSigning } from './describe-signing.ts';

test('without a certificate in the environment signing is skipped and one line says so', () => {
  expect(describeSigning('win32', {})).toEqual({
    isSigned: false,
    line: 'Not signed: neither WIN_CSC_LINK nor CSC_LINK is set.',
  });
  expect(describeSigning('darwin', { CSC_LINK: '' }).isSigned).toBe(false);
  expect(describeSigning('linux', { CSC_LINK: 'certificate' }).isSigned).toBe(false);
});

test('with a certificate the line names the variable and never its value', () => {
  const { isSigned, line } = describeSigning('win32', { CSC_LINK: 'base64-of-a-secret' });
  expect(isSigned).toBe(true);
  expect(line).toContain('CSC_LINK');
  expect(line).not.toContain('secret');
});
