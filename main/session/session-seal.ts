import { createHash, hkdfSync } from 'node:crypto';
import type { JsonSchema } from '../../domain/base/schema.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { openKey, sealedTextSchema, sealKey, type SealedKey } from '../accounts/key-wrapping.ts';
import { parseChecked } from '../files/atomic-write.ts';

/** The session of an account, and the one server that its token may be shown to. */
export interface SealedSession {
  readonly refreshToken: string;
  readonly server: string;
}

const contentSchema = {
  type: 'object',
  properties: {
    refreshToken: { type: 'string', minLength: 1, maxLength: 200 },
    server: { type: 'string', maxLength: 200 },
  },
  required: ['refreshToken', 'server'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What goes into the keychain: the session under a key of the account, and what ends it on the server and does nothing else. */
export const sessionFileSchema = {
  type: 'object',
  properties: {
    version: { const: 2 },
    session: sealedTextSchema,
    tokenHash: { type: 'string', minLength: 43, maxLength: 43 },
  },
  required: ['version', 'session', 'tokenHash'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The key of an account's session: follows from the database key, and is in memory while the account is open. */
export function deriveSessionKey(databaseKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(0), 'campanella session v1', 32));
}

/** Seals a session; bound to its account, so that a file moved to another one opens nothing. */
export function sealSession(key: Uint8Array, account: AccountRef, session: SealedSession): SealedKey {
  return sealKey(Buffer.from(JSON.stringify(session), 'utf8'), key, ownerOf(account));
}

/** Opens a sealed session; undefined when key or account are others. */
export function openSession(
  key: Uint8Array,
  account: AccountRef,
  sealed: SealedKey,
): SealedSession | undefined {
  const text = openKey(sealed, key, ownerOf(account))?.toString('utf8');
  return text === undefined ? undefined : parseChecked(text, contentSchema);
}

/** What names a refresh token without being one: enough for the server to end its session, and for nothing else. */
export function tokenHashOf(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('base64url');
}

function ownerOf({ school, username }: AccountRef): string {
  return `campanella session v1\n${school}\n${username}`;
}
