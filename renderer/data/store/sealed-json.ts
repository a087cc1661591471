const ALGORITHM = 'AES-GCM';
const IV_BYTES = 12;
/** `getRandomValues` gives at most this many bytes in one call. */
const RANDOM_BYTES_AT_ONCE = 65_536;
/** Arguments of one `String.fromCharCode` call: well below what engines accept. */
const CHARACTERS_AT_ONCE = 8_192;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Imports the key of an account's local store; the bytes cannot be read back from it, and the caller overwrites its own. */
export async function importStoreKey(bytes: Uint8Array): Promise<CryptoKey> {
  // A copy in a buffer of its own: WebCrypto does not take memory that could be shared.
  const copy = new Uint8Array(bytes);
  try {
    return await crypto.subtle.importKey('raw', copy, ALGORITHM, false, ['encrypt', 'decrypt']);
  } finally {
    copy.fill(0);
  }
}

/** A value to encrypt, with the text it is bound to: it opens only under the same one. */
export interface ToSeal {
  readonly boundTo: string;
  readonly value: unknown;
}

/** An encrypted value, with the text it was bound to. */
export interface ToOpen {
  readonly boundTo: string;
  readonly sealed: unknown;
}

/** What is encrypted is filled up to a multiple of so many bytes: the length of a ciphertext tells neither a mark from an event nor whether there is a comment. */
const PADDED_TO = 256;
const SPACE = 0x20;

/**
 * Encrypts JSON values with AES-256-GCM, all at once, each filled up with spaces ({@link PADDED_TO}), which JSON leaves out of account. Each result is a text of one-byte characters, first the random IV and then the
 * ciphertext: IndexedDB keeps such texts in one byte a character, and Dexie would take binary arrays apart.
 */
export function sealAll(key: CryptoKey, items: readonly ToSeal[]): Promise<readonly string[]> {
  const ivs = randomIvs(items.length);
  return Promise.all(
    items.map(async ({ boundTo, value }, index) => {
      const iv = ivs.subarray(index * IV_BYTES, (index + 1) * IV_BYTES);
      const sealed = await crypto.subtle.encrypt(
        { name: ALGORITHM, iv, additionalData: encoder.encode(boundTo) },
        key,
        padded(encoder.encode(JSON.stringify(value))),
      );
      return bytesToText(iv) + bytesToText(new Uint8Array(sealed));
    }),
  );
}

/** Decrypts values, all at once; undefined stands for one that was tampered with, moved, or sealed with another key. */
export function openAll(key: CryptoKey, items: readonly ToOpen[]): Promise<readonly unknown[]> {
  return Promise.all(items.map((item) => open(key, item)));
}

async function open(key: CryptoKey, { boundTo, sealed }: ToOpen): Promise<unknown> {
  if (typeof sealed !== 'string' || sealed.length <= IV_BYTES) return undefined;
  const bytes = textToBytes(sealed);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: ALGORITHM, iv: bytes.subarray(0, IV_BYTES), additionalData: encoder.encode(boundTo) },
      key,
      bytes.subarray(IV_BYTES),
    );
    const value: unknown = JSON.parse(decoder.decode(plain));
    return value;
  } catch {
    // An expected outcome, not an error: the caller sets the document aside and reports it.
    return undefined;
  }
}

function padded(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(text.length / PADDED_TO) * PADDED_TO).fill(SPACE);
  bytes.set(text);
  return bytes;
}

function randomIvs(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * IV_BYTES);
  for (let from = 0; from < bytes.length; from += RANDOM_BYTES_AT_ONCE)
    crypto.getRandomValues(bytes.subarray(from, from + RANDOM_BYTES_AT_ONCE));
  return bytes;
}

function bytesToText(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHARACTERS_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(from, from + CHARACTERS_AT_ONCE));
  return text;
}

function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
