/** What stands for a hidden value. */
export const hiddenText = '••••';

/** Enough of a user name to recognise it: its first two characters, of a short one nothing. */
export function maskUser(user: string): string {
  return user.length > 5 ? `${user.slice(0, 2)}${hiddenText}` : hiddenText;
}

/**
 * The form of a text without its contents: letters become `a`, digits `0`, the rest stays. Cut to 60 characters.
 */
export function toShape(text: string): string {
  const shape = text
    .slice(0, 60)
    .replace(/\p{L}/gu, 'a')
    .replace(/\p{N}/gu, '0')
    .replace(/\p{Cc}/gu, ' ');
  return text.length > 60 ? `${shape}…` : shape;
}

/**
 * A sentence as it may be shown: known secrets and unbroken runs of 16 letters, digits and the like are hidden,
 * control characters become blanks; cut to 160 characters.
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  let safe = text.slice(0, 2000);
  for (const secret of secrets) safe = safe.replaceAll(secret, hiddenText);
  const plain = safe.replace(/\p{Cc}/gu, ' ').replace(/[A-Za-z0-9_+/=-]{16,}/g, hiddenText);
  return plain.length > 160 ? `${plain.slice(0, 160)}…` : plain;
}
