import { safeStorage } from 'electron';

/** Encrypts supplier links with the key store of the operating system. */
export interface LinkVault {
  /** False where the system has no key store: then nothing is encrypted, and nothing opens. */
  canStore(): boolean;
  /** Base64; null when the key store refused. */
  encrypt(link: string): string | null;
  /** Null for what this user on this computer did not encrypt, or when the key store refused. */
  decrypt(encrypted: string): string | null;
}

/**
 * The key store of this computer, asked when a link is saved or used and not before: some systems ask the user then.
 *
 * The synchronous calls are used although newer ones exist: where a Linux desktop has no key store, only they tell of
 * it, while the others encrypt with a key that stands in every copy of Chromium.
 */
export function openLinkVault(platform: string): LinkVault {
  const canStore = () => {
    // `basic_text` is that same known key; `unknown` is before the app is ready.
    if (platform === 'linux' && /^(?:basic_text|unknown)$/.test(safeStorage.getSelectedStorageBackend()))
      return false;
    return safeStorage.isEncryptionAvailable();
  };
  const attempt = (use: () => string) => {
    try {
      return canStore() ? use() : null;
    } catch {
      // Locked, refused by the user, or written by somebody else: the caller goes on without the link.
      return null;
    }
  };
  return {
    canStore,
    encrypt: (link) => attempt(() => safeStorage.encryptString(link).toString('base64')),
    decrypt: (encrypted) => attempt(() => safeStorage.decryptString(Buffer.from(encrypted, 'base64'))),
  };
}
