import type { SafeStoragePort } from '../keychain/keychain.ts';

/** A `safeStorage` with a keychain behind it; `backend` as Linux names it. */
export function fakeSafeStorage(
  backend: ReturnType<NonNullable<SafeStoragePort['getSelectedStorageBackend']>> = 'gnome_libsecret',
): SafeStoragePort {
  const mask = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.concat([Buffer.from('v11'), mask(Buffer.from(text, 'utf8'))]),
    decryptString: (sealed) => {
      if (sealed.toString('latin1', 0, 3) !== 'v11') throw new Error('Error while decrypting the ciphertext');
      return mask(sealed.subarray(3)).toString('utf8');
    },
  };
}
