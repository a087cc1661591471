import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { identitySchema } from '../../domain/protocol/endpoints/session/session.ts';
import { field } from '../../domain/record/fields.ts';
import { sealedKeySchema, wrappedKeySchema } from './key-wrapping.ts';

/** A key under a portfolio key of this device, which is named. */
const underPortfolio = {
  type: 'object',
  properties: { key: field.id, sealed: sealedKeySchema },
  required: ['key', 'sealed'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What is kept of an account on this device, beside its journal and its sealed session. */
export const accountSchema = {
  type: 'object',
  properties: {
    version: { const: 2 },
    identity: identitySchema,
    /**
     * The known school by whose server the account was reached, where its own is not in the list of schools: names the server without
     * holding an address that somebody could change.
     */
    via: field.schoolId,
    lastUsedAt: field.instant,
    /** Raised whenever a new database key had to be made: names the journal, and the local database of accounts made by this version. */
    generation: { type: 'integer', minimum: 1 },
    databaseName: { type: 'string', minLength: 1, maxLength: 300 },
    /** Under the password; absent for an account that was only ever opened by switching, until its password is typed. */
    databaseKey: wrappedKeySchema,
    /** Under a portfolio key of this device; at least one of the two is there. */
    shared: underPortfolio,
    /**
     * The journal's key alone, under the same password and portfolio: what is left of a blocked account, whose entries can be handed over
     * and whose data cannot be opened, whatever else is changed in this file.
     */
    journal: {
      type: 'object',
      properties: {
        wrapped: wrappedKeySchema,
        shared: underPortfolio,
      },
      required: [],
      additionalProperties: false,
    },
    /** An account of an earlier version: its database key is bound to the person, not to the username. */
    boundTo: { const: 'person' },
    /** The journal's key (not the database's), sealed by the system's keychain: see `account-keys.ts`. */
    journalKey: { type: 'string', maxLength: 4000 },
    /**
     * The account was entered by a provider of digital identities: its password is this computer's own, and no server is asked with it.
     * Absent where the password is the server's.
     */
    enteredBy: { const: 'provider' },
    /** When the server said that the office has closed the account; only the server's consent takes it away. */
    blockedAt: field.instant,
  },
  required: ['version', 'identity', 'lastUsedAt', 'generation', 'databaseName'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What is kept of an account on this device. */
export type Account = Infer<typeof accountSchema>;

/** What an account's database key is bound to, so that a file moved to another account opens nothing. */
export function ownerOf({ identity, boundTo }: Pick<Account, 'identity' | 'boundTo'>): string {
  return boundTo === 'person'
    ? `campanella database key v1\n${identity.school}\n${identity.person}`
    : `campanella database key v2\n${identity.school}\n${identity.username}`;
}

/** What the key of an account's journal is bound to: it never passes for the key of its data. */
export function journalOwnerOf(account: Pick<Account, 'identity' | 'boundTo'>): string {
  return `${ownerOf(account)}\njournal`;
}

/**
 * A blocked account without what opens its data; the journal keeps its own keys. One of an earlier version has none: while entries wait in
 * it, its data's keys stay, for the hand-over.
 */
export function withoutDataKeys(account: Account, unsent: number): Account {
  const { databaseKey, shared, ...rest } = account;
  const { wrapped, shared: sharedJournal } = account.journal ?? {};
  const isCovered =
    (databaseKey === undefined || wrapped !== undefined) &&
    (shared === undefined || sharedJournal !== undefined);
  return unsent === 0 || isCovered ? rest : account;
}

/** Name of an account's local database in the page. */
export function databaseNameOf({ school, username }: Account['identity'], generation: number): string {
  return `campanella-${school}-${username}-${generation}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, '_');
}
