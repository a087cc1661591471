import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';

/** A key sealed under a password: scrypt with its parameters, then AES-256-GCM. All bytes in base64. */
export const wrappedKeySchema = {
  type: 'object',
  properties: {
    kdf: { const: 'scrypt' },
    // Bounds: a changed file must not make the computer calculate for hours.
    cost: { type: 'integer', minimum: 2, maximum: 1_048_576 },
    blockSize: { type: 'integer', minimum: 1, maximum: 16 },
    parallelization: { type: 'integer', minimum: 1, maximum: 8 },
    salt: { type: 'string', minLength: 20, maxLength: 100 },
    iv: { type: 'string', minLength: 16, maxLength: 16 },
    tag: { type: 'string', minLength: 24, maxLength: 24 },
    sealed: { type: 'string', minLength: 40, maxLength: 100 },
  },
  required: ['kdf', 'cost', 'blockSize', 'parallelization', 'salt', 'iv', 'tag', 'sealed'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A key sealed under a password. */
export type WrappedKey = Infer<typeof wrappedKeySchema>;

/** A key sealed under another key: AES-256-GCM. All bytes in base64. */
export const sealedKeySchema = {
  type: 'object',
  properties: {
    iv: { type: 'string', minLength: 16, maxLength: 16 },
    tag: { type: 'string', minLength: 24, maxLength: 24 },
    sealed: { type: 'string', minLength: 40, maxLength: 200 },
  },
  required: ['iv', 'tag', 'sealed'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A short text sealed under a key, laid out as a key is. */
export const sealedTextSchema = {
  ...sealedKeySchema,
  properties: { ...sealedKeySchema.properties, sealed: { type: 'string', minLength: 4, maxLength: 2000 } },
} as const satisfies JsonSchema;

/** A key sealed under another key. */
export type SealedKey = Infer<typeof sealedKeySchema>;

/** How much work one guess of the password takes. */
export type WrapCost = Pick<WrappedKey, 'cost' | 'blockSize' | 'parallelization'>;

/** 64 MB of memory and about a third of a second on a classroom computer (OWASP's second choice of parameters for scrypt). */
export const WRAP_COST: WrapCost = { cost: 65_536, blockSize: 8, parallelization: 2 };

/** A key to be sealed; `owner` is bound to it, so that a file moved to another account opens nothing. */
export interface OwnedKey {
  readonly key: Uint8Array;
  readonly owner: string;
}

/** Seals a key under a password. */
export async function wrapKey(
  key: Uint8Array,
  password: string,
  owner: string,
  cost: WrapCost = WRAP_COST,
): Promise<WrappedKey> {
  const wrapped = await wrapKeys({ key: { key, owner } }, password, cost);
  return wrapped.key;
}

/** Seals several keys under a password, for the work of one. */
export async function wrapKeys<Name extends string>(
  keys: Readonly<Record<Name, OwnedKey>>,
  password: string,
  cost: WrapCost,
): Promise<Readonly<Record<Name, WrappedKey>>> {
  const salt = randomBytes(16);
  const stretched = await stretch(password, salt, cost);
  try {
    const wrap = ({ key, owner }: OwnedKey): WrappedKey => ({
      kdf: 'scrypt',
      ...cost,
      salt: salt.toString('base64'),
      ...sealKey(key, stretched, owner),
    });
    // The same names with other values.
    return Object.fromEntries(
      Object.entries<OwnedKey>(keys).map(([name, key]) => [name, wrap(key)]),
    ) as Record<Name, WrappedKey>;
  } finally {
    stretched.fill(0);
  }
}

/** Opens a key sealed under a password; undefined when the password is another one, or the parameters are none that scrypt takes. */
export async function unwrapKey(
  wrapped: WrappedKey,
  password: string,
  owner: string,
): Promise<Buffer | undefined> {
  // Of a damaged file: it opens nothing, and a new key is made, as where the sealed bytes are damaged.
  if (!isPowerOfTwo(wrapped.cost)) return undefined;
  const stretched = await stretch(password, Buffer.from(wrapped.salt, 'base64'), wrapped);
  try {
    return openKey(wrapped, stretched, owner);
  } finally {
    stretched.fill(0);
  }
}

/** Whether a key is wrapped with just this cost: all three numbers decide what one guess takes. */
export function isWrappedAt(wrapped: WrapCost | undefined, cost: WrapCost): boolean {
  return (
    wrapped?.cost === cost.cost &&
    wrapped.blockSize === cost.blockSize &&
    wrapped.parallelization === cost.parallelization
  );
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

/** Seals a key under another key; `owner` is bound to it. */
export function sealKey(key: Uint8Array, under: Uint8Array, owner: string): SealedKey {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', under, iv);
  cipher.setAAD(Buffer.from(owner, 'utf8'));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  const base64 = (bytes: Buffer): string => bytes.toString('base64');
  return { iv: base64(iv), tag: base64(cipher.getAuthTag()), sealed: base64(sealed) };
}

/** Opens a key sealed under another key; undefined when that is another one, or the owner is. */
export function openKey(key: SealedKey, under: Uint8Array, owner: string): Buffer | undefined {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', under, bytes(key.iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(owner, 'utf8'));
    decipher.setAuthTag(bytes(key.tag));
    return Buffer.concat([decipher.update(bytes(key.sealed)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** A key that takes work to derive from what somebody types. */
export async function stretch(
  password: string,
  salt: Buffer,
  { cost, blockSize, parallelization }: WrapCost,
): Promise<Buffer> {
  const maxmem = 128 * blockSize * (cost + parallelization) * 2;
  return await new Promise((resolve, reject) => {
    // NFKC: the same accented password typed on a Mac and on Windows is the same password. The server takes NFC, which keeps apart some
    // signs that are one here (ﬁ and fi, ² and 2); another form here would open no key that was wrapped with one of them.
    scrypt(
      password.normalize('NFKC'),
      salt,
      32,
      { N: cost, r: blockSize, p: parallelization, maxmem },
      (error, key) => {
        if (error === null) resolve(key);
        else reject(error);
      },
    );
  });
}
