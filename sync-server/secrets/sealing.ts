import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { keyId } from './secret-key.ts';

/** Encrypts short secrets that the server must be able to read again. */
export interface Sealer {
  /** Seals a text for an owner: nobody else's row opens it. */
  seal(text: string, owner: string): string;
  /**
   * The text; undefined for what this server has not sealed for this purpose and owner, or what was changed since. What was sealed
   * before there were owners opens without.
   */
  open(sealed: string, owner: string): string | undefined;
  /** Whether something was sealed with an older key or without owner, and is better sealed again. */
  isOld(sealed: string): boolean;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Before the name of the key: sealed with an owner. What was sealed before has neither and no dot. */
const FORMAT = 's2';

/** A key of its own for each purpose, from the server's key: what is made for one is worth nothing for another. */
export function deriveKey(signingKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', signingKey, '', `campanella ${purpose}`, KEY_BYTES));
}

/**
 * Seals with AES-256-GCM under the server's newest key for one purpose, and opens what older keys have sealed. The purpose is part of the
 * key, the owner is authenticated with the text.
 */
export function createSealer(
  signingKey: Uint8Array,
  purpose: string,
  olderKeys: readonly Uint8Array[] = [],
): Sealer {
  const ring = [signingKey, ...olderKeys].map((key) => ({
    id: keyId(key),
    sealing: deriveKey(key, `sealing ${purpose}`),
  }));
  // The list begins with the key that was given.
  const [current] = ring as [(typeof ring)[number]];
  const prefix = `${FORMAT}.${current.id}.`;

  return {
    seal(text, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.sealing, nonce);
      cipher.setAAD(Buffer.from(owner));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return prefix + Buffer.concat([nonce, content, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, owner) {
      const [format, id, content] = sealed.split('.');
      if (id === undefined) return firstOf(ring, ({ sealing }) => opened(sealing, sealed, ''));
      const key = ring.find((one) => one.id === id);
      return key && content !== undefined && format === FORMAT
        ? opened(key.sealing, content, owner)
        : undefined;
    },
    isOld: (sealed) => !sealed.startsWith(prefix),
  };
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function opened(key: Uint8Array, sealed: string, owner: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), options);
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const content = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([content, decipher.final()]).toString('utf8');
  } catch {
    // The one way in which Node tells that the tag does not fit.
    return undefined;
  }
}
