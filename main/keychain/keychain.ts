import type { SafeStorage } from 'electron';

/** The part of Electron's `safeStorage` in use; the last one exists on Linux only. */
export type SafeStoragePort = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

/** The system's keychain: seals short secrets for this user of this computer. */
export interface Keychain {
  /** Whether there is a real keychain; where there is none, secrets stay in memory. */
  secure(): boolean;
  /** Seals a secret; undefined where the keychain is not secure or refuses. */
  seal(secret: string): Buffer | undefined;
  /** Opens a sealed secret; undefined when it is damaged, foreign or the keychain is gone. */
  open(sealed: Buffer): string | undefined;
}

/** Linux backends that encrypt with a key nobody else on the computer has; `basic_text` uses a key printed in the source of Chromium. */
const SECURE_LINUX_BACKENDS: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

/** The only user of `safeStorage`. */
export function createKeychain(safeStorage: SafeStoragePort, platform: NodeJS.Platform): Keychain {
  function secure(): boolean {
    try {
      if (!safeStorage.isEncryptionAvailable()) return false;
      if (platform !== 'linux') return true;
      const backend = safeStorage.getSelectedStorageBackend?.();
      if (backend !== undefined) return SECURE_LINUX_BACKENDS.includes(backend);
      // Before Electron 26 the backend shows only in Chromium's mark on what it seals: v11 by a keyring, v10 by the printed key.
      return safeStorage.encryptString('which').toString('latin1', 0, 3) === 'v11';
    } catch {
      return false;
    }
  }

  function attempt<T>(work: () => T): T | undefined {
    if (!secure()) return undefined;
    try {
      return work();
    } catch {
      // A locked or replaced keyring: the caller goes on without, the user signs in again.
      return undefined;
    }
  }

  return {
    secure,
    seal: (secret) => attempt(() => safeStorage.encryptString(secret)),
    open: (sealed) => attempt(() => safeStorage.decryptString(sealed)),
  };
}
