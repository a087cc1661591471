const encoder = new TextEncoder();
/** 128 bits of the code: no two of all the records of a school come together. */
const KEY_BYTES = 16;
/** Some batches of a first synchronisation. */
const MOST_RECENT = 8_000;

/** Names rows on the disk: by a code of the identifier, which only the key of the account leads to. */
export interface RowKeys {
  /** The names of records of one collection, in the same order. */
  of(collection: string, ids: readonly string[]): Promise<readonly string[]>;
}

/**
 * The names of rows under the database key. Identifiers of records hold a day and a pupil: in clear, whoever knows one absence of a pupil
 * would read off all the others from a stolen disk. HMAC-SHA-256 under a key of its own (HKDF), bound to the collection.
 */
export async function importRowKeys(bytes: Uint8Array): Promise<RowKeys> {
  // A copy in a buffer of its own: WebCrypto does not take memory that could be shared.
  const copy = new Uint8Array(bytes);
  const base = await crypto.subtle
    .importKey('raw', copy, 'HKDF', false, ['deriveKey'])
    .finally(() => copy.fill(0));
  const info = encoder.encode('campanella row names v1');
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  async function compute(named: string): Promise<string> {
    const code = await crypto.subtle.sign('HMAC', key, encoder.encode(named));
    return btoa(String.fromCharCode(...new Uint8Array(code, 0, KEY_BYTES))).slice(0, 22);
  }

  /** A record is read, written and noted by replication in turn: its name is asked for several times within moments. */
  const recent = new Map<string, Promise<string>>();
  function nameOf(collection: string, id: string): Promise<string> {
    const named = JSON.stringify([collection, id]);
    const known = recent.get(named);
    if (known !== undefined) return known;
    if (recent.size >= MOST_RECENT) recent.clear();
    const name = compute(named);
    recent.set(named, name);
    return name;
  }
  return { of: async (collection, ids) => Promise.all(ids.map((id) => nameOf(collection, id))) };
}
