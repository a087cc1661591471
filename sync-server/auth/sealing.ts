import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts short secrets that the server must be able to read again. */
export interface Sealer {
  seal(text: string): string;
  /** The text; undefined for what this server has not sealed for this purpose, or what was changed since. */
  open(sealed: string): string | undefined;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose, from the server's key: what is made for one is worth nothing for another. */
export function deriveKey(signingKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', signingKey, '', `campanella ${purpose}`, KEY_BYTES));
}

/** Seals with AES-256-GCM under the server's key for one purpose; the purpose is part of the key. */
export function createSealer(signingKey: Uint8Array, purpose: string): Sealer {
  const key = deriveKey(signingKey, `sealing ${purpose}`);
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, content, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), options);
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const content = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([content, decipher.final()]).toString('utf8');
      } catch {
        // The one way in which Node tells that the tag does not fit.
        return undefined;
      }
    },
  };
}
