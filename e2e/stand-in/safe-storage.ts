import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { app } from './app.ts';
import { refuseUnknownMembers } from './not-emulated.ts';

/** No secret: every run of the stand-in has the same key store, as every run of an app has. */
const key = scryptSync('key store of the stand-in', 'profile panel', 32);

/** As Chromium marks what it encrypted. */
const mark = Buffer.from('v11');

/** `--password-store=basic` is Chromium's own switch for a system without a key store. */
function hasKeyStore(): boolean {
  return app.isReady() && app.commandLine.getSwitchValue('password-store') !== 'basic';
}

/**
 * Electron's `safeStorage` with a key store that opens without a question, as on a Linux desktop. With
 * `--password-store=basic` it behaves as Electron does where there is none: the backend is `basic_text`.
 */
export const safeStorage = refuseUnknownMembers('safeStorage', {
  isEncryptionAvailable: hasKeyStore,
  getSelectedStorageBackend: () => {
    if (!app.isReady()) return 'unknown';
    return hasKeyStore() ? 'gnome_libsecret' : 'basic_text';
  },
  encryptString: (plainText: string): Buffer => {
    if (!hasKeyStore())
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
      );
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const content = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([mark, nonce, cipher.getAuthTag(), content]);
  },
  decryptString: (encrypted: Buffer): string => {
    const problem = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.';
    if (!hasKeyStore()) throw new Error(`${problem} Encryption is not available.`);
    if (!encrypted.subarray(0, 3).equals(mark))
      throw new Error(`${problem} Ciphertext does not appear to be encrypted.`);
    const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(3, 15));
    decipher.setAuthTag(encrypted.subarray(15, 31));
    return Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8');
  },
} satisfies Partial<Electron.SafeStorage>);
