/**
 * Whether the environment holds what electron-builder signs with on this system, and one line that says
 * so. The names are electron-builder's own; no value is ever printed.
 */
export function describeSigning(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): { readonly isSigned: boolean; readonly line: string } {
  if (platform === 'linux')
    return { isSigned: false, line: 'Not signed: Linux packages carry checksums only.' };
  const names = platform === 'win32' ? ['WIN_CSC_LINK', 'CSC_LINK'] : ['CSC_LINK', 'CSC_NAME'];
  const name = names.find((candidate) => env[candidate]);
  if (!name) return { isSigned: false, line: `Not signed: neither ${names.join(' nor ')} is set.` };
  return { isSigned: true, line: `Signed with the certificate from ${name}.` };
}
