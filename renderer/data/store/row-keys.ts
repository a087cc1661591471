import { blake2s } from '@noble/hashes/blake2.js';

const encoder = new TextEncoder();
/** 128 bits of the code: no two of all the records of a school come together. */
const CODE_BYTES = 16;
/** Base64 without the two characters that only fill up. */
const NAME_LENGTH = 22;

/** Names rows on the disk: by a code of the identifier, which only the key of the account leads to. */
export interface RowKeys {
  /** The names of records of one collection, in the same order. */
  of(collection: string, ids: readonly string[]): readonly string[];
  /** Overwrites the key; nothing is named after that. */
  forget(): void;
}

/**
 * The names of rows under the database key. Identifiers of records hold a day and a pupil: in clear, whoever knows one absence of a pupil
 * would read off all the others from a stolen disk. Keyed BLAKE2s (RFC 7693) under a key of its own (HKDF), bound to the collection.
 *
 * Not by WebCrypto: it answers each call from another thread, which for a text this short takes several times as long as the code itself, and
 * every row that is written, looked up or noted by replication needs one.
 */
export async function importRowKeys(bytes: Uint8Array): Promise<RowKeys> {
  // A copy in a buffer of its own: WebCrypto does not take memory that could be shared.
  const copy = new Uint8Array(bytes);
  const base = await crypto.subtle
    .importKey('raw', copy, 'HKDF', false, ['deriveBits'])
    .finally(() => copy.fill(0));
  const info = encoder.encode('campanella row names v1');
  const derived = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    base,
    256,
  );
  const key = new Uint8Array(derived);
  const keyed = blake2s.create({ key, dkLen: CODE_BYTES });
  key.fill(0);

  function nameOf(collection: string, id: string): string {
    const code = keyed
      .clone()
      .update(encoder.encode(JSON.stringify([collection, id])))
      .digest();
    return btoa(String.fromCharCode(...code)).slice(0, NAME_LENGTH);
  }
  return {
    of: (collection, ids) => ids.map((id) => nameOf(collection, id)),
    forget: () => keyed.destroy(),
  };
}
