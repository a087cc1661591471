import type { Actor } from '../access/actor.ts';
import { isPartBucket, isWholeBucket, readScope, type Bucket } from '../access/bucket.ts';
import type { EntryId } from '../base/ids.ts';
import { kindOf, type RegisterRecord } from '../kinds/registry.ts';
import { bucketsOf, mayRead } from './buckets-of.ts';
import { sameWords } from './merge.ts';

/** Where the name of an entry has its version; no device and no server gives one of this. */
const VERSION_AT = 14;
const PART = 'f';

/**
 * A record as whoever reads these buckets reads it: the whole of it, or the part that its kind leaves to those who have it from a bucket of parts (F.5), also where
 * they read it as members of a council.
 * The part bears another entry: it is no version of the record, and a device that may read the whole one day takes that for another.
 */
export function asRead(record: RegisterRecord, scope: ReadonlySet<Bucket>): RegisterRecord {
  const part = partOf(record);
  if (!part) return record;
  const read = bucketsOf(record).filter((bucket) => scope.has(bucket));
  return read.some(isPartBucket) && !read.some(isWholeBucket) ? part : record;
}

/** Whether somebody says of a record what those read of a version who read a part alone: that is what they started from. */
export function isPartOf(said: RegisterRecord, version: RegisterRecord): boolean {
  const part = partOf(version);
  return part !== undefined && part.entry === said.entry && sameWords(part, said);
}

/** Whether a record is the part of one, as it was read. */
export function isPart({ entry }: RegisterRecord): boolean {
  return entry[VERSION_AT] === PART;
}

function partOf(record: RegisterRecord): RegisterRecord | undefined {
  const part = kindOf(record).partOf?.(record);
  if (!part) return undefined;
  const { entry } = record;
  return { ...part, entry: `${entry.slice(0, VERSION_AT)}${PART}${entry.slice(VERSION_AT + 1)}` as EntryId };
}

/** Whether an actor may read all that a record says. */
export function mayReadWhole(actor: Actor, record: RegisterRecord): boolean {
  return mayRead(actor, record) && asRead(record, new Set(readScope(actor))) === record;
}
