import type { Refusal } from '../../access/refusal.ts';
import type { EntryId, Instant } from '../../base/ids.ts';
import type { Branded } from '../../base/schema.ts';
import type { RegisterRecord } from '../../kinds/registry.ts';
import type { CollectionName } from '../../record/collection-names.ts';
import type { AccountRef } from '../endpoints/session/session.ts';

/**
 * One opening of one account, from an unlock or a sign-in to the lock or to the next account: random, and never used twice. Whatever the
 * page asks of a journal carries it, so that what was begun in one account can never end up in the journal of another.
 */
export type OpeningId = Branded<'OpeningId'>;
/** Names the opening to which a request of the page belongs: none is carried out in the name of the next account. */
export const OPENING_HEADER = 'x-campanella-opening';
/** Brands the identifier of an opening. */
export const toOpeningId = (value: string): OpeningId => value as OpeningId;

/** The key of the account's local database: 32 random bytes, for WebCrypto AES-GCM. Not a token: it opens only what is on this device. */
export interface LocalStoreKey {
  readonly opening: OpeningId;
  /** Whose key it is: the account may have changed since the page last heard of the session. */
  readonly account: AccountRef;
  readonly databaseName: string;
  readonly key: Uint8Array;
}

/** A local write in the journal, kept until the server has acknowledged it or the user has settled a refusal. */
export interface JournalEntry {
  readonly entry: EntryId;
  readonly collection: CollectionName;
  /** The state written, and the server state it was based on (null: none known). */
  readonly record: RegisterRecord;
  readonly assumed: RegisterRecord | null;
  /**
   * The entry on top of whose state it was written, null for none of this journal: it carries that one. Entries of versions that did not
   * note it carry all of their record that wait before them.
   */
  readonly follows?: EntryId | null;
  /** Set when the server has refused the entry: it stays here, visible, until the user settles it. */
  readonly refusal?: Refusal & {
    readonly refusedAt: Instant;
    /** The user has asked to send it again, and it goes as soon as nothing else of its record waits. */
    readonly again?: boolean;
  };
}

/** So many entries one call writes into the journal at most. */
export const MOST_APPENDED = 2_000;

/** Why a local write could not be made durable. */
export interface JournalFailure {
  readonly kind: 'diskFull' | 'locked' | 'internal';
}
