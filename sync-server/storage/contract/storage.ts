import type { Bucket } from '../../../domain/access/bucket.ts';
import type { EntryId, Instant, PersonId, SchoolId } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { AccountStorage, AccountTransaction } from './accounts.ts';
import type { DeviceReader, DeviceWriter } from './devices.ts';
import type { RefreshToken, Session } from './session.ts';

/** What became of a version: the current state as pushed, a state made by merging, or one that others overruled. */
export type VersionOutcome = 'stored' | 'merged' | 'overruled';

/** A version to append to a school's history; all but the overruled become the current state of their record. */
export interface NewVersion {
  readonly collection: CollectionName;
  readonly record: RegisterRecord;
  /** Which device wrote it, as it is shown in the history. */
  readonly device: string;
  readonly outcome: VersionOutcome;
  /** The history of the record always shows it, whatever is written afterwards. */
  readonly isTraced?: boolean;
}

/** One link of a school's append-only history. */
export interface StoredVersion {
  readonly number: number;
  readonly collection: string;
  readonly id: string;
  readonly entry: EntryId;
  readonly author: PersonId;
  readonly device: string;
  readonly recordedAt: Instant;
  readonly receivedAt: Instant;
  readonly outcome: VersionOutcome;
  /** The record as JSON text, exactly as it was hashed. */
  readonly json: string;
  readonly previousHash: string;
  readonly hash: string;
  /** The number of the version of the record before it, as it was stored; absent of the first. */
  readonly previous?: number;
}

/** Where a traced version is in a school's history. */
export interface TracedVersion {
  readonly number: number;
  /** The number of the version that stood when it came; absent where none did. */
  readonly base?: number;
}

/** A current document of one bucket, as JSON text. */
export interface BucketRow {
  /** The same in every bucket of the document, and of no other document. */
  readonly sequence: number;
  readonly json: string;
}

/** The limit of a range that is read whole: a list that is cut says that there is nothing more. */
export const TO_THE_END = Number.MAX_SAFE_INTEGER;

/** One range of a bucket, in the order of the sequence. */
export interface BucketRange {
  readonly collection: CollectionName;
  readonly bucket: Bucket;
  /** Sequence after which to read. */
  readonly after: number;
  readonly limit: number;
}

/** Failed tries under one key. */
export interface Attempts {
  readonly failures: number;
  readonly lastFailedAt: number;
}

/** Which part of a record's history is read: the newest versions, as long as they are no more than this. */
export interface HistoryPart {
  readonly newest?: number;
  /** Of JSON text. One version is read in any case. */
  readonly characters?: number;
  /** The number of a version of the record: those before it alone. */
  readonly before?: number;
}

/** Reads within one consistent snapshot of one school. */
export interface SchoolReader extends DeviceReader {
  /** The highest sequence of each collection that has documents. */
  heads(): Promise<Readonly<Partial<Record<CollectionName, number>>>>;
  /** All current documents of a collection, as JSON text. */
  collection(collection: CollectionName): Promise<readonly string[]>;
  /** The current documents with these ids, as JSON text by id. */
  documents(collection: CollectionName, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Documents of a bucket after a sequence, given one by one to `take`, until it answers false or `limit` is reached. */
  bucketRange(range: BucketRange, take: (row: BucketRow) => boolean): Promise<void>;
  /** The history of one record, oldest first. It has no bound of its own: whoever reads it for a request says how much of it. */
  versionsOf(collection: CollectionName, id: string, part?: HistoryPart): Promise<readonly StoredVersion[]>;
  /** The versions of a record that are traced, oldest first: the first, and so many of the newest. */
  tracedOf(collection: CollectionName, id: string, newest: number): Promise<readonly TracedVersion[]>;
  /** The versions that these entries made, by entry; those that are not known are missing. */
  versionsOfEntries(entries: readonly string[]): Promise<ReadonlyMap<string, StoredVersion>>;
  /** The history of the school after a number, oldest first. */
  historyAfter(number: number, limit: number): Promise<readonly StoredVersion[]>;
  session(id: string): Promise<Session | undefined>;
  refreshToken(hash: string): Promise<RefreshToken | undefined>;
  attempts(key: string): Promise<Attempts | undefined>;
}

/** Reads and writes within one transaction, alone in its school: sequences are taken under the school's lock. */
export interface SchoolTransaction extends SchoolReader, DeviceWriter {
  /** Accounts, read and written in this very transaction: what is noted of a record stands and falls with it. */
  readonly accounts: AccountTransaction;
  append(versions: readonly NewVersion[]): Promise<void>;
  saveSession(session: Session): Promise<void>;
  saveRefreshToken(token: RefreshToken): Promise<void>;
  /** Forgets the refresh tokens of a session that were exchanged before an instant. */
  pruneRefreshTokens(session: string, usedBefore: number): Promise<void>;
  saveAttempts(key: string, attempts: Attempts): Promise<void>;
  clearAttempts(key: string): Promise<void>;
  /** Forgets attempts whose last failure is older than an instant. */
  pruneAttempts(olderThan: number): Promise<void>;
  /** What the server has noted under a name and under those below it, which begin with it and a dot; by name. */
  notesUnder(name: string): Promise<ReadonlyMap<string, string>>;
  /** Notes something with what else is written here, or not at all. */
  setNote(name: string, value: string): Promise<void>;
  forgetNote(name: string): Promise<void>;
}

/** How many versions are appended in slices. */
export interface StagedOptions {
  /** Runs in the transaction that decides; what it throws leaves everything as it was. */
  readonly check: (transaction: SchoolTransaction) => Promise<void>;
  /** Ends the work with nothing appended, as long as nothing is decided. */
  readonly signal?: AbortSignal | undefined;
}

/** Where the server keeps everything. A transaction either happens as a whole and durably, or not at all. */
export interface Storage {
  read<T>(school: SchoolId, work: (reader: SchoolReader) => Promise<T>): Promise<T>;
  transaction<T>(school: SchoolId, work: (transaction: SchoolTransaction) => Promise<T>): Promise<T>;
  /**
   * Appends versions that are too many for one turn, giving other schools theirs between slices. Readers of the school see all of them or
   * none, also where the process dies in between.
   */
  appendInSlices(school: SchoolId, versions: readonly NewVersion[], options: StagedOptions): Promise<void>;
  /** Accounts and profiles, above the schools. */
  readonly accounts: AccountStorage;
  /** What the server has noted about itself under a name; undefined for nothing. */
  note(name: string): Promise<string | undefined>;
  setNote(name: string, value: string): Promise<void>;
  /** The schools that have records. */
  schools(): Promise<readonly SchoolId[]>;
  /** Throws when the storage does not answer. */
  check(): Promise<void>;
  /** Changes whenever another process has written to the same storage. */
  foreignChanges(): Promise<number>;
  close(): Promise<void>;
}
