import type { Actor } from '../../../domain/access/actor.ts';
import { bucketsOf } from '../../../domain/entries/buckets-of.ts';
import { asRead } from '../../../domain/entries/read-part.ts';
import { readScope, type Bucket } from '../../../domain/access/bucket.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import { instantToMilliseconds, type EntryId, type Instant } from '../../../domain/base/ids.ts';
import { factsOfEntry } from '../../../domain/hours/taking/facts-of-entry.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { kindOf, type RecordKind, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type {
  NewVersion,
  SchoolReader,
  SchoolTransaction,
  StoredVersion,
} from '../../storage/contract/storage.ts';
import { recordsIn } from '../../school/records-in.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import { momentOfEntry, rememberRefused } from '../devices/refusals.ts';
import { createBucketContents } from './bucket-contents.ts';
import { createEntryVersions } from './entry-versions.ts';
import { createHistories } from './histories.ts';
import { isOfServer } from './server-device.ts';
import { touch, type TouchedBuckets } from './touched-buckets.ts';
import { createWork } from './work.ts';

/** Who pushes, from where, when, and what the school looks like. */
export interface BatchContext {
  readonly actor: Actor;
  readonly device: string;
  readonly now: Instant;
  readonly snapshot: SchoolSnapshot;
  /** After which everything was written that comes now (milliseconds since 1970); undefined where nothing is known of the device. */
  readonly moment?: number | undefined;
  /** When the device last said that nothing waits on it (milliseconds since 1970): then it knew what had arrived here. */
  readonly sawUntil?: number | undefined;
  /** The author is judged as one who knew what stands: what comes by the office says nothing of it that could be believed. */
  readonly knowsAll?: boolean;
  /** The version of the protocol that the device speaks; undefined for what comes by another way. */
  readonly protocol?: number;
  /** When it was noticed that the device sends again what a store put back from a copy had lost; undefined where it does not. */
  readonly returningSince?: Instant | undefined;
  readonly kinds: KindRules;
}

/** What the register asks of the kinds of records beyond what it does with all of them: it knows none itself. */
export interface KindRules {
  /** Reads what the facts around a record ask for, before anything is decided about it. */
  read(batch: Batch, next: RegisterRecord): Promise<void>;
  /** The facts around a record, with what this very request has changed of them. */
  factsOf(batch: FactsBatch, record: RegisterRecord, facts: WriteFacts): WriteFacts;
  /** Whether a record gives its author a right on others of the same request. */
  opensRights(context: EffectContext, record: RegisterRecord): boolean;
  /** The record with the members that are the server's word, as it is to be stored on top of what stands. */
  completed(context: EffectContext, record: RegisterRecord, stands: RegisterRecord | null): RegisterRecord;
  /** Whether the actor sees what stands though it is in none of their buckets. */
  isVisible(context: EffectContext, next: RegisterRecord, stands: RegisterRecord): boolean;
  /** Tells whoever has to hear of a version that was taken in, with what stood before it. */
  taken(batch: Batch, before: RegisterRecord | null, after: RegisterRecord): Promise<void>;
  /** What the server writes of its own accord once all rows of a request are in: what it counts of them for others. */
  following(
    reader: SchoolReader,
    batch: Pick<Batch, 'actor' | 'snapshot' | 'now' | 'current'>,
    taken: readonly RegisterRecord[],
  ): Promise<readonly NewVersion[]>;
}

/** What the facts around a record are made of. */
export type FactsBatch = Pick<
  Batch,
  'actor' | 'current' | 'snapshot' | 'readVersionsOf' | 'readVersion' | 'readIn'
>;

/** What an effect needs to know of the request: the school, and the facts around a record. */
export type EffectContext = Pick<Batch, 'snapshot' | 'factsFor' | 'actor' | 'now'>;

/** The rows of one request on their way into one transaction: reads see what earlier rows have written. */
export interface Batch extends BatchContext {
  readonly touched: TouchedBuckets;
  /** Whether the rows so far have made so much work that no other one is begun: the device sends the rest again. */
  isFull(): boolean;
  mayRead(record: RegisterRecord): boolean;
  /** A record as the actor reads it. */
  asRead(record: RegisterRecord): RegisterRecord;
  /** What the decision on one of the actor's records needs to know of the school. */
  readonly factsFor: (record: RegisterRecord) => WriteFacts;
  /** Loads the current states that the rows of a collection are about, and what is known of their entries. */
  preload(collection: CollectionName, ids: readonly string[], entries: readonly string[]): Promise<void>;
  current(collection: CollectionName, id: string): RegisterRecord | null;
  /** The records of a kind in a bucket as they stood before this batch: for what is found by whose it is, and not by its key. */
  storedIn(kind: RecordKind, bucket: Bucket): Promise<readonly RegisterRecord[]>;
  /** The records of a kind in a bucket that was read in this batch ({@link storedIn}), as they stand now; undefined where nobody has asked for it. */
  readIn(kind: RecordKind, bucket: Bucket): readonly RegisterRecord[] | undefined;
  versionOfEntry(entry: EntryId): Promise<StoredVersion | undefined>;
  /** The version of an entry that was asked for in this batch ({@link versionOfEntry}); undefined where there is none, or nobody has asked. */
  readVersion(entry: EntryId): StoredVersion | undefined;
  /** The newest versions of a record, oldest first, as far as a decision looks (`LOOKED_AT`). */
  versionsOf(collection: CollectionName, id: string): Promise<readonly StoredVersion[]>;
  /** What was read of a record's history in this batch; nothing where nobody has asked for it. */
  readVersionsOf(collection: CollectionName, id: string): readonly StoredVersion[];
  /** The moment after which an entry of this batch was written, if one is known. */
  momentOf(row: PushRow): Promise<number | undefined>;
  /** Remembers an entry that was refused, so that it is judged alike when it comes again. */
  noteRefused(row: PushRow, refusal: Refusal): Promise<void>;
  /** Takes a version in, stamped with the time of its arrival. */
  add(version: NewVersion): RegisterRecord;
  /** Writes what was added. */
  flush(): Promise<void>;
  /** Writes what was added, and what follows from all of it; must end the batch. */
  finish(): Promise<void>;
}

/** Starts the batch of one request. */
export function createBatch(transaction: SchoolTransaction, context: BatchContext): Batch {
  const scope = new Set(readScope(context.actor));
  /** The current states; null for what was looked for and does not exist. */
  const states = new Map<CollectionName, Map<string, RegisterRecord | null>>();
  const touched = new Map<CollectionName, Set<Bucket>>();
  const pending: NewVersion[] = [];
  /** The records of what is pending. */
  const unwritten = new Set<string>();
  const taken: RegisterRecord[] = [];
  const work = createWork();
  const reader = work.counted(transaction);
  const histories = createHistories(reader, work);

  const contents = createBucketContents(taken);

  const statesOf = (collection: CollectionName) => {
    const own = states.get(collection) ?? new Map<string, RegisterRecord | null>();
    states.set(collection, own);
    return own;
  };

  const current = (collection: CollectionName, id: string) => states.get(collection)?.get(id) ?? null;

  const sentIn = ({ next, assumed }: PushRow) => ({
    next,
    assumed,
    stands: current(kindOf(next).collection, next.id),
  });

  const momentOf = async (row: PushRow) =>
    context.moment === undefined
      ? undefined
      : await momentOfEntry(transaction, context.actor.person, sentIn(row), context.moment);

  const readIn = (kind: RecordKind, bucket: Bucket) => {
    const { collection } = kindOf({ kind });
    const found = contents.of(`${collection}/${bucket}`, kind, bucket);
    return found && [...found.values()].map((record) => current(collection, record.id) ?? record);
  };

  const flush = async () => {
    await transaction.append(pending);
    pending.length = 0;
    unwritten.clear();
  };
  const entries = createEntryVersions(reader, flush);

  const batch: Batch = {
    ...context,
    factsFor(record) {
      const { actor, snapshot, kinds, returningSince } = context;
      const facts = factsOfEntry(snapshot, actor.person, kindOf(record).place(record));
      return kinds.factsOf(
        { actor, current, snapshot, readVersionsOf: histories.read, readVersion: entries.read, readIn },
        record,
        // What was written since was never lost.
        returningSince && record.recordedAt <= returningSince ? { ...facts, sendsAgain: true } : facts,
      );
    },
    touched,
    isFull: work.isEnough,
    flush,
    async finish() {
      await flush();
      const following = await context.kinds.following(transaction, batch, [...taken]);
      for (const version of following) batch.add(version);
      if (following.length > 0) await flush();
    },
    mayRead: (record) => bucketsOf(record).some((bucket) => scope.has(bucket)),
    asRead: (record) => asRead(record, scope),
    async preload(collection, ids, named) {
      const own = statesOf(collection);
      const missing = ids.filter((id) => !own.has(id));
      // The lessons of a class are looked for with each of its pupils.
      if (missing.length === 0 && named.length === 0) return;
      const documents = await reader.documents(collection, missing);
      for (const id of missing) {
        const json = documents.get(id);
        own.set(id, json === undefined ? null : storedRecord(json));
      }
      await entries.preload(named);
    },
    current,
    readIn,
    async storedIn(kind, bucket) {
      const { collection } = kindOf({ kind });
      const key = `${collection}/${bucket}`;
      const before = contents.before(key);
      if (before) work.lookedAgain(before.length);
      const found = before ?? (await recordsIn(reader, collection, bucket));
      contents.note(key, found);
      return found.filter((record) => record.kind === kind);
    },
    versionOfEntry: entries.of,
    readVersion: entries.read,
    async versionsOf(collection, id) {
      // Only for versions of this very record: writing each row by itself would cost a batch its speed.
      if (unwritten.has(`${collection}/${id}`)) await flush();
      const versions = await histories.of(collection, id);
      work.lookedAgain(versions.length);
      return versions;
    },
    readVersionsOf: histories.read,
    momentOf,
    async noteRefused(row, refusal) {
      const moment = await momentOf(row);
      const now = instantToMilliseconds(context.now);
      const { person } = context.actor;
      if (moment !== undefined)
        await rememberRefused(transaction, person, { sent: sentIn(row), refusal, moment, now });
    },
    add(version) {
      const record = { ...version.record, receivedAt: context.now };
      if (isOfServer(version.device)) work.wrote(record);
      const before = current(version.collection, record.id);
      const isTraced = version.outcome !== 'overruled' && changesWhatOwesReason(before, record);
      pending.push({ ...version, record, ...(isTraced ? { isTraced } : {}) });
      unwritten.add(`${version.collection}/${record.id}`);
      entries.made(record.entry);
      histories.grew(version.collection, record.id);
      if (version.outcome !== 'overruled') {
        statesOf(version.collection).set(record.id, record);
        work.entered(touch(touched, version.collection, record));
        taken.push(record);
      }
      return record;
    },
  };
  return batch;
}

/** Whether a version changes what owes a reason (D78), or begins a record that has something of it. */
function changesWhatOwesReason(before: RegisterRecord | null, after: RegisterRecord): boolean {
  const { owesReason = [] } = kindOf(after);
  return owesReason.some(
    (field) => before === null || !equalJson(Reflect.get(before, field), Reflect.get(after, field)),
  );
}
